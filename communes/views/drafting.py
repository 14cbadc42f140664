"""The form of a report: begin it, write it, save it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from communes.actions import drafting
from communes.actions.drafting import DraftConflict
from communes.answers import Content
from communes.forms.draft import MOST_PROPOSALS, Posted, read_draft
from communes.merging import differences, marks, merged
from communes.models import Report
from communes.notices import report_key
from communes.presenting.draft_page import draft_page, offers_of, saved_words
from communes.presenting.head import crumbs, head
from communes.queries.checks import check_draft
from communes.queries.drafts import draft_content
from communes.queries.reports import permitted_commune, plan_by_slug, quarter_by_key, writable_report
from communes.queries.surroundings import surroundings
from communes.refusals import Overtaken, Refused
from communes.roles import Permission
from communes.views.conflicts import conflict_page, overtaken_page, refused_page
from communes.views.draft_buttons import carry_out
from communes.views.worker import worker
from communes.workflow import WRITABLE

form_methods = require_http_methods(["GET", "HEAD", "POST"])
AUTOSAVE = "X-Portal-Autosave"


@require_POST
def report_start(request: HttpRequest, plan: str, period: str, slug: str) -> HttpResponse:
    """Begin the report of a period, or go on with the one that was begun."""
    user = worker(request)
    allowed = (Permission.WRITE_REPORT, Permission.ENTER_PAPER_REPORT)
    commune = permitted_commune(user, slug, *allowed)
    quarter = quarter_by_key(plan_by_slug(plan), period)
    key = (plan, period, slug)
    try:
        drafting.start_report(commune=commune, period=quarter, by=user)
    except Refused as refused:
        return refused_page(request, refused, reverse("desk"))
    return redirect("report-edit", *key)


@form_methods
def report_edit(request: HttpRequest, plan: str, period: str, slug: str) -> HttpResponse:
    """The form; a POST saves whatever can be read, and then does what its button asked for."""
    report = writable_report(worker(request), plan, period, slug)
    if request.method == "POST":
        return _save(request, report, request.POST.get("move", ""))
    if report.state not in WRITABLE:
        return redirect("report", plan, period, slug)
    return _page(request, report, draft_content(report))


@require_POST
def report_copy(request: HttpRequest, plan: str, period: str, slug: str) -> HttpResponse:
    """Save the form, then put last period's words where nothing was written."""
    return _save(request, writable_report(worker(request), plan, period, slug), "copy")


def _page(
    request: HttpRequest, report: Report, content: Content, posted: Posted | None = None
) -> HttpResponse:
    checked = check_draft(report, content)
    around = surroundings(report)
    page = draft_page(report, checked, around, posted=posted, rows=_rows(request))
    context = {
        "report": report,
        "key": report_key(report.commune, report),
        "head": head(report, around, checked.document),
        "crumbs": crumbs(report, _("Enter data")),
        "page": page,
        "saved": saved_words(report, name=_somebody_else(request, report)),
        "version": report.draft_version,
        "opened": marks(content),
        "closed": around.closed,
        "has_errors": bool(page.faults),
    }
    status = 422 if posted and posted.slips else 200
    return render(request, "communes/report_edit.html", context, status=status)


def _rows(request: HttpRequest) -> int:
    """How many rows for proposals were asked for."""
    asked = request.GET.get("dong", "")
    return min(int(asked), MOST_PROPOSALS) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0


def _somebody_else(request: HttpRequest, report: Report) -> str:
    """The name of who saved last, where it was another person whose name may be seen."""
    user, saver = worker(request), report.saved_by
    if saver is None or saver.pk == user.pk or not user.has_perm(Permission.SEE_NAMES, report.commune):
        return ""
    return saver.name


def _save(request: HttpRequest, report: Report, move: str) -> HttpResponse:
    before = draft_content(report)
    posted = _read(request, report, before)
    mine = merged(posted.content, before, posted.taken)
    try:
        saved = drafting.save_draft(report=report, content=mine, version=posted.version, by=worker(request))
    except DraftConflict as conflict:
        if posted.version >= 0 and not differences(conflict.now, mine, posted.opened):
            # A second click: what it says has been saved.
            report.refresh_from_db()
            return _after(request, report, mine, posted, move)
        if AUTOSAVE in request.headers:
            return JsonResponse({"saved": str(conflict)}, status=409)
        return conflict_page(request, report, posted, mine, conflict)
    except Overtaken as overtaken:
        if AUTOSAVE in request.headers:
            return JsonResponse({"saved": str(overtaken)}, status=409)
        return overtaken_page(request, report, posted, mine, overtaken)
    return _after(request, saved, mine, posted, move)


def _read(request: HttpRequest, report: Report, before: Content) -> Posted:
    checked = check_draft(report, before)
    return read_draft(
        request.POST,
        document=checked.document,
        questions=checked.questions,
        before=before,
        offers=offers_of(checked, report.period.key),
        language=get_language() or "vi",
    )


def _after(request: HttpRequest, saved: Report, content: Content, posted: Posted, move: str) -> HttpResponse:
    """What follows a save: an answer to autosave, the slips, or what the button asked for."""
    if AUTOSAVE in request.headers:
        words = saved_words(saved)
        if posted.slips:
            words = _("%(saved)s, except for what has to be mended") % {"saved": words}
        fields = {"version": str(saved.draft_version), "opened": marks(content)}
        return JsonResponse({"saved": words, "fields": fields})
    if posted.slips:
        return _page(request, saved, content, posted)
    key = report_key(saved.commune, saved)
    if move == "check":
        return redirect("report-check", *key)
    if move == "nil":
        return redirect("report-nil", *key)
    try:
        return redirect(f"{reverse('report-edit', args=key)}{carry_out(move, saved, posted, request)}")
    except Refused as refused:
        return refused_page(request, refused, reverse("report-edit", args=key))
