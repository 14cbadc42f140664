"""Proposals of communes: the list with how long each waits, and the page of one with its answers."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bg_portal import clock
from bg_portal.pieces import Link
from communes.actions.proposals import answer_proposal
from communes.deadlines import local_day
from communes.forms.proposals import AnswerForm
from communes.models import SentProposal
from communes.notices import report_path
from communes.presenting import proposals as drawn
from communes.queries.navigation import period_of_request
from communes.queries.proposals import answered, answers_of, readable_proposal, unanswered
from communes.refusals import Refused
from communes.roles import Permission
from communes.views.access import INVALID, form_methods
from communes.views.move_page import status_of
from communes.views.worker import worker
from plans.presenting.wording import capital
from plans.words import full_name


@require_safe
@permission_required(Permission.READ_REPORT, raise_exception=True)
def proposals(request: HttpRequest) -> HttpResponse:
    """Those without an answer, the oldest first, then the last answered; of one's own communes or all."""
    user, at_work = worker(request), period_of_request(request)
    context: dict[str, Any] = {"crumbs": [Link(_("Desk"), reverse("desk")), Link(_("Proposals"))]}
    if at_work is not None:
        open_ones = unanswered(user, at_work.plan)
        context["waiting"] = drawn.waiting_tasks(open_ones, clock.today())
        context["answered"] = drawn.answered_tasks(answered(user, at_work.plan))
    return render(request, "communes/proposals.html", context)


@form_methods
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal with everything answered; who may answers it here, or anew."""
    user = worker(request)
    found = readable_proposal(user, pk)
    page = partial(_page, request, found)
    if not user.has_perm(Permission.ANSWER_PROPOSAL, found.submission.report.commune):
        if request.method == "POST":
            raise PermissionDenied
        return page(None, "", 200)
    if request.method != "POST":
        return page(AnswerForm(initial={"seen": found.answers.count()}), "", 200)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return page(form, "", INVALID)
    try:
        answer_proposal(proposal=found, reply=form.reply(), seen=form.cleaned_data["seen"] or 0, by=user)
    except Refused as refused:
        return page(form, str(refused), status_of(refused))
    messages.success(request, _("The answer was recorded; the commune is told."))
    return redirect("proposal", found.pk)


def _page(
    request: HttpRequest, found: SentProposal, form: AnswerForm | None, refusal: str, status: int
) -> HttpResponse:
    report, answers = found.submission.report, answers_of(found)
    names = worker(request).has_perm(Permission.SEE_NAMES, report.commune)
    place = full_name(report.commune)
    context: dict[str, Any] = {
        "title": _("Proposal of %(place)s, %(period)s") % {"place": place, "period": report.period.label},
        "crumbs": [
            Link(_("Desk"), reverse("desk")),
            Link(_("Proposals"), reverse("proposals")),
            Link(capital(place)),
        ],
        "proposal": found,
        "sent": drawn.since_sent((clock.today() - local_day(found.submission.at)).days),
        "report_href": report_path(report),
        "course": drawn.course(answers, names=names),
        "form": form,
        "refusal": refusal,
        "has_errors": bool(refusal),
    }
    return render(request, "communes/proposal.html", context, status=status)
