"""Answers to who came second: both versions side by side, or what was typed; nothing is dropped."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from communes.actions.drafting import DraftConflict
from communes.answers import Content
from communes.forms.draft import KEEP, THEIRS, Posted
from communes.merging import differences, marks
from communes.models import Report, User
from communes.notices import report_key
from communes.presenting.conflict import ConflictRow, conflict_rows, typed_rows
from communes.presenting.head import crumbs, report_title
from communes.refusals import Refused
from communes.roles import Permission
from communes.views.worker import worker
from plans.queries import plan_document

_OWN_FIELDS = frozenset({"csrfmiddlewaretoken", "version", "opened", "move"})


def conflict_page(
    request: HttpRequest, report: Report, posted: Posted, mine: Content, conflict: DraftConflict
) -> HttpResponse:
    """409: what differs, with a choice for each; everything posted is carried along in the form."""
    document = plan_document(report.period.plan)
    rows = conflict_rows(differences(conflict.now, mine, posted.opened), document)
    key = report_key(report.commune, report)
    context = {
        "report": report,
        "title": report_title(report.commune, report.period),
        "crumbs": crumbs(report, _("Two versions")),
        "message": conflict.message,
        "action": reverse("report-edit", args=key),
        "rows": rows,
        "fields": _carried(request, posted, rows),
        "version": conflict.version,
        "opened": marks(conflict.now),
        "saver": _saver(report, worker(request)),
    }
    return render(request, "communes/report_conflict.html", context, status=409)


def _carried(request: HttpRequest, posted: Posted, rows: list[ConflictRow]) -> list[tuple[str, str]]:
    """The fields of the form as they were typed, and earlier choices that are not asked again."""
    asked = {row.name for row in rows}
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values[-1:]
        if name not in _OWN_FIELDS and not name.startswith(KEEP)
    ]
    chosen = [(f"{KEEP}{key}", THEIRS) for key in sorted(posted.taken) if f"{KEEP}{key}" not in asked]
    return [*fields, *chosen]


def _saver(report: Report, user: User) -> str:
    """Who saved the other version, as far as the reader may know."""
    fresh = Report.objects.select_related("saved_by").get(pk=report.pk)
    if fresh.saved_by is None or not user.has_perm(Permission.SEE_NAMES, report.commune):
        return ""
    return fresh.saved_by.name


def overtaken_page(
    request: HttpRequest, report: Report, posted: Posted, mine: Content, refused: Refused
) -> HttpResponse:
    """409: the report can no longer be written; what was typed stands here to be copied."""
    document = plan_document(report.period.plan)
    context = {
        "title": report_title(report.commune, report.period),
        "crumbs": crumbs(report, _("Not saved")),
        "message": refused.message,
        "rows": typed_rows(mine, posted.slips, document),
        "back": reverse("report", args=report_key(report.commune, report)),
    }
    return render(request, "communes/report_overtaken.html", context, status=409)


def refused_page(request: HttpRequest, refused: Refused, back: str, *, status: int = 409) -> HttpResponse:
    """The step was not taken; why, and the way back."""
    context = {"message": refused.message, "back": back}
    return render(request, "communes/report_refused.html", context, status=status)
