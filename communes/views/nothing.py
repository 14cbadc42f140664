"""The page on which somebody stands by one sentence: nothing occurred in the period."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from communes import nothing
from communes.actions import drafting
from communes.forms.draft import read_version
from communes.models import Report
from communes.presenting.head import crumbs, report_title
from communes.presenting.wording import name_of
from communes.queries.checks import check_draft
from communes.queries.drafts import draft_content
from communes.queries.reports import writable_report
from communes.refusals import Refused
from communes.views.conflicts import refused_page
from communes.views.drafting import form_methods
from communes.views.worker import worker
from communes.workflow import WRITABLE


@form_methods
def report_nil(request: HttpRequest, plan: str, period: str, slug: str) -> HttpResponse:
    """Says what will be 0 and what will not; with the sentence confirmed, enters it."""
    report = writable_report(worker(request), plan, period, slug)
    if request.method != "POST":
        if report.state not in WRITABLE:
            return redirect("report", plan, period, slug)
        return _page(request, report)
    if "confirmed" not in request.POST:
        return _page(request, report, error=_("Confirm the sentence, or go back to the form."))
    version = read_version(request.POST)
    try:
        drafting.fill_nil(report=report, measure=None, version=version, by=worker(request))
    except Refused as refused:
        return refused_page(request, refused, reverse("report-edit", args=(plan, period, slug)))
    messages.success(
        request,
        _("0 was entered for what did not occur. Confirm what stays as it was, and answer yes or no."),
    )
    return redirect("report-edit", plan, period, slug)


def _page(request: HttpRequest, report: Report, *, error: str = "") -> HttpResponse:
    checked = check_draft(report, draft_content(report))
    answers = checked.content.answers
    filled = nothing.nil_answers(checked.questions, answers)
    told = [q for q in checked.questions if q.nil_fills and (a := answers.get(q.code)) and a.value]
    context = {
        "report": report,
        "title": _("Nothing occurred in the period"),
        "lead": report_title(report.commune, report.period),
        "crumbs": crumbs(report, _("Nothing occurred in the period")),
        "filled": [(q.code, name_of(q)) for q in checked.questions if q.code in filled],
        "told": [(q.code, name_of(q)) for q in told],
        "left": sum(not q.nil_fills and q.required for q in checked.questions),
        "sentence": _(nothing.CONFIRMATION),
        "version": report.draft_version,
        "error": error,
        "has_errors": bool(error),
    }
    return render(request, "communes/report_nil.html", context, status=422 if error else 200)
