"""Check before sending, clear, take back, send."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from communes import answers
from communes.actions import sending
from communes.actions.sending import Clearance
from communes.forms.sending import ClearanceForm, PaperForm
from communes.models import Report, User
from communes.notices import report_key
from communes.presenting.check_page import check_page
from communes.presenting.head import crumbs, head
from communes.presenting.obstacles import Obstacle, obstacles
from communes.queries.checks import check_draft
from communes.queries.drafts import draft_content
from communes.queries.reports import permitted_report
from communes.queries.surroundings import Surroundings, surroundings
from communes.refusals import Overtaken, Refused
from communes.roles import Permission
from communes.views.conflicts import refused_page
from communes.views.drafting import form_methods
from communes.views.worker import worker
from communes.vocabulary import MoveName, ReportState
from communes.workflow import WRITABLE, moves_from

_SENDERS = (Permission.SUBMIT_REPORT, Permission.ENTER_PAPER_REPORT)
_BEFORE_SENDING = WRITABLE | {ReportState.CLEARED}


@form_methods
def report_check(request: HttpRequest, plan: str, period: str, slug: str) -> HttpResponse:
    """Every answer as it will be sent; a POST sends it and shows the receipt."""
    user = worker(request)
    if request.method == "POST":
        return _send(request, permitted_report(user, plan, period, slug, *_SENDERS))
    report = permitted_report(user, plan, period, slug, *_SENDERS, Permission.CLEAR_REPORT)
    if report.state not in _BEFORE_SENDING:
        return redirect("report", plan, period, slug)
    return _page(request, report)


def _send(request: HttpRequest, report: Report) -> HttpResponse:
    form = _clearance_form(request, report)
    if form is not None and not form.is_valid():
        return _page(request, report, form=form, status=422)
    clearance: Clearance | None = form.clearance() if form else None
    checked = request.POST.get("checked", "")
    user = worker(request)
    try:
        sent = sending.submit_report(report=report, checked=checked, clearance=clearance, by=user)
    except Refused as refused:
        return _refused(request, report, refused, form)
    return redirect("receipt", *report_key(report.commune, report), sent.number)


def _refused(
    request: HttpRequest, report: Report, refused: Refused, form: ClearanceForm | None = None
) -> HttpResponse:
    """The check page again with why; where the report is no longer here to be sent, only why."""
    report.refresh_from_db(fields=["state"])
    if report.state not in _BEFORE_SENDING:
        return refused_page(request, refused, reverse("report", args=report_key(report.commune, report)))
    status = 409 if isinstance(refused, Overtaken) else 422
    return _page(request, report, form=form, message=str(refused.message), status=status)


@require_POST
def report_clear(request: HttpRequest, plan: str, period: str, slug: str) -> HttpResponse:
    """The commune's leader clears the draft as shown."""
    report = permitted_report(worker(request), plan, period, slug, Permission.CLEAR_REPORT)
    checked = request.POST.get("checked", "")
    try:
        sending.clear_report(report=report, checked=checked, by=worker(request))
    except Refused as refused:
        return _refused(request, report, refused)
    return redirect("report", plan, period, slug)


@require_POST
def report_recall(request: HttpRequest, plan: str, period: str, slug: str) -> HttpResponse:
    """Take a cleared report back into the form."""
    report = permitted_report(worker(request), plan, period, slug, Permission.WRITE_REPORT)
    try:
        sending.recall_report(report=report, by=worker(request))
    except Refused as refused:
        return refused_page(request, refused, reverse("report", args=(plan, period, slug)))
    return redirect("report-edit", plan, period, slug)


def _on_paper(report: Report, user: User) -> bool:
    """Whether this person sends what came signed on paper."""
    return not user.has_perm(Permission.SUBMIT_REPORT, report.commune)


def _clearance_form(request: HttpRequest, report: Report) -> ClearanceForm | None:
    """The fields for who cleared or signed; None where the portal knows it from the clearing move."""
    paper = _on_paper(report, worker(request))
    if report.period.plan.clearance_required and not paper:
        return None
    return (PaperForm if paper else ClearanceForm)(request.POST)


def _empty_form(request: HttpRequest, report: Report, around: Surroundings) -> ClearanceForm | None:
    """The same fields before anything was typed, with who stood there in the last sending."""
    paper = _on_paper(report, worker(request))
    if report.period.plan.clearance_required and not paper:
        return None
    last = around.last or around.previous
    known = {"name": last.cleared_by_name, "title": last.cleared_by_title} if last else {}
    return (PaperForm if paper else ClearanceForm)(initial=known)


def _page(
    request: HttpRequest,
    report: Report,
    *,
    form: ClearanceForm | None = None,
    message: str = "",
    status: int = 200,
) -> HttpResponse:
    user = worker(request)
    content = draft_content(report)
    checked = check_draft(report, content)
    around = surroundings(report)
    key = report_key(report.commune, report)
    open_moves = _open_moves(report, user)
    standing: list[Obstacle] = obstacles(report, around, checked, user)
    context = {
        "report": report,
        "key": key,
        "head": head(report, around, checked.document),
        "crumbs": crumbs(report, _("Check before sending")),
        "page": check_page(checked, around, key),
        "message": message,
        "obstacles": standing,
        "checked": answers.mark(content, around.sendings),
        "form": form or _empty_form(request, report, around),
        "may_write": _may_write(report, user),
        "may_clear": MoveName.CLEAR in open_moves,
        "may_recall": MoveName.RECALL in open_moves,
        "may_send": MoveName.SUBMIT in open_moves and not standing,
        "waits_for_leader": _waits_for_leader(report, user),
        "cleared": _cleared(report, user),
        "paper": _on_paper(report, user),
        "number": around.sendings + 1,
        "has_errors": status != 200,
    }
    return render(request, "communes/report_check.html", context, status=status)


def _open_moves(report: Report, user: User) -> set[MoveName]:
    state, clearance = ReportState(report.state), report.period.plan.clearance_required
    moves = moves_from(state, clearance_required=clearance)
    return {move.name for move in moves if user.has_perm(move.permission, report.commune)}


def _may_write(report: Report, user: User) -> bool:
    """Whether the links to the form lead anywhere."""
    writers = (Permission.WRITE_REPORT, Permission.ENTER_PAPER_REPORT)
    return report.state in WRITABLE and any(user.has_perm(p, report.commune) for p in writers)


def _waits_for_leader(report: Report, user: User) -> bool:
    """Whether the commune's leader has to act before this person can."""
    sender = user.has_perm(Permission.SUBMIT_REPORT, report.commune)
    return sender and report.period.plan.clearance_required and report.state in WRITABLE


def _cleared(report: Report, user: User) -> Clearance | None:
    """Who cleared the report, where that was a move; the name only for those who may see names."""
    if report.state != ReportState.CLEARED or report.cleared_on is None:
        return None
    seen = user.has_perm(Permission.SEE_NAMES, report.commune)
    return Clearance(report.cleared_by_name if seen else "", report.cleared_by_title, report.cleared_on)
