"""Reading a report and deciding on it: accept, return, reopen, extend, look at restricted figures."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from communes.actions import periods, restricted, reviewing
from communes.forms.review import ExtensionForm, ReopenForm, ReturnForm
from communes.models import Report, Submission, User
from communes.queries.review import Address, Dossier, dossier
from communes.refusals import Overtaken, Refused
from communes.roles import Permission
from communes.views.access import form_methods
from communes.views.move_page import OVERTAKEN, MovePage
from communes.views.report_page import ReportPage
from communes.views.steps import key_of
from communes.views.worker import worker
from communes.vocabulary import MoveName

FORBIDDEN = 403


@require_safe
def report(request: HttpRequest, plan: str, period: str, commune: str) -> HttpResponse:
    """A commune's report of a period, as who may read it sees it; `lan` chooses the sending."""
    found = dossier(worker(request), Address(plan, period, commune))
    return report_page(request, found)


@require_POST
def show_restricted(request: HttpRequest, plan: str, period: str, commune: str) -> HttpResponse:
    """The same page with the restricted figures, after recording who asked for them."""
    user = worker(request)
    found = dossier(user, Address(plan, period, commune))
    if found.report is None or not user.has_perm(Permission.SEE_RESTRICTED, found.commune):
        raise Http404
    page = ReportPage(found, user, request.GET.get("lan", ""), restricted=True)
    restricted.note_restricted_seen(report=found.report, scope=page.shown.name, by=user)
    return render(request, "communes/report.html", page.context())


@require_POST
def accept(request: HttpRequest, plan: str, period: str, commune: str) -> HttpResponse:
    """Accept the sending whose number was posted; a newer one is noticed."""
    user = worker(request)
    found = reviewed(user, Address(plan, period, commune), Permission.REVIEW_REPORT)
    submission = posted_submission(request, found)
    try:
        reviewing.accept_submission(submission=submission, by=user)
    except Refused as refused:
        now = dossier(user, Address(plan, period, commune))
        status = OVERTAKEN if isinstance(refused, Overtaken) else FORBIDDEN
        return report_page(request, now, refusal=str(refused), status=status)
    messages.success(request, _("The report is accepted; its figures are published."))
    return redirect("report", *key_of(found.plan, found.standing))


@form_methods
def send_back(request: HttpRequest, plan: str, period: str, commune: str) -> HttpResponse:
    """Return the sending that was read, with what has to be corrected."""
    user = worker(request)
    found = reviewed(user, Address(plan, period, commune), Permission.REVIEW_REPORT)
    form = ReturnForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        submission = posted_submission(request, found)
        comment = form.cleaned_data["comment"]
        reviewing.return_submission(submission=submission, by=user, comment=comment)

    page = MovePage(request, found, form, "communes/report_return.html", _("Return for correction"))
    return page.answer(act, _("The report is returned; the commune has been told."), move=MoveName.RETURN)


@form_methods
def reopen(request: HttpRequest, plan: str, period: str, commune: str) -> HttpResponse:
    """Open an accepted report for correction, with the reason."""
    user = worker(request)
    found = reviewed(user, Address(plan, period, commune), Permission.REVIEW_REPORT)
    form = ReopenForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        reviewing.reopen_report(report=existing(found), by=user, comment=form.cleaned_data["comment"])

    page = MovePage(request, found, form, "communes/report_reopen.html", _("Reopen for correction"))
    return page.answer(act, _("The report is open for correction."), move=MoveName.REOPEN)


@form_methods
def extend(request: HttpRequest, plan: str, period: str, commune: str) -> HttpResponse:
    """Give the commune a later due date, with the reason."""
    user = worker(request)
    found = reviewed(user, Address(plan, period, commune), Permission.EXTEND_DEADLINE)
    form = ExtensionForm(request.POST if request.method == "POST" else None, document=found.document)

    def act() -> None:
        periods.grant_extension(commune=found.commune, period=found.period, by=user, **form.cleaned_data)

    page = MovePage(request, found, form, "communes/report_extend.html", _("Extend the due date"))
    return page.answer(act, _("The due date is extended; the commune has been told."))


def report_page(
    request: HttpRequest, found: Dossier, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    """The read page, with a refusal on top where there is one."""
    asked = request.GET.get("lan", "")
    context = ReportPage(found, worker(request), asked).context()
    context |= {"refusal": refusal, "has_errors": bool(refusal)}
    return render(request, "communes/report.html", context, status=status)


def reviewed(user: User, address: Address, permission: str) -> Dossier:
    """The dossier, where `user` holds the permission for its commune. Raises Http404."""
    found = dossier(user, address)
    if not user.has_perm(permission, found.commune):
        raise Http404
    return found


def existing(found: Dossier) -> Report:
    """The report itself. Raises Http404 where it was not begun."""
    if found.report is None:
        raise Http404
    return found.report


def posted_submission(request: HttpRequest, found: Dossier) -> Submission:
    """The sending that was read when the button was pressed. Raises Http404 for none."""
    number = request.POST.get("number", "")
    for submission in found.submissions:
        if str(submission.number) == number:
            return submission
    raise Http404
