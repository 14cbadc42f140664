"""Instructions of the leaders: the list, giving one, and the page of one with its course and answer."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bg_portal import clock
from bg_portal.pieces import Link, Task
from communes.actions.instructing import Order, give_instruction, move_instruction
from communes.forms.instructions import COMMUNE, OBJECTIVE, InstructionAnswerForm, InstructionForm
from communes.instructing import moves_from
from communes.models import Commune, User
from communes.presenting import instructions as drawn
from communes.queries.instructions import (
    course_of,
    done_instructions,
    open_instructions,
    readable_instruction,
)
from communes.queries.navigation import period_of_request
from communes.refusals import Refused
from communes.roles import Permission
from communes.views.access import INVALID, form_methods
from communes.views.move_page import status_of
from communes.views.worker import worker
from communes.vocabulary import InstructionState, InstructionStep
from plans.models import Objective, Period, Plan
from plans.queries import participants, quarters


@require_safe
@permission_required(Permission.READ_REPORT, raise_exception=True)
def instructions(request: HttpRequest) -> HttpResponse:
    """Those that are open, the earliest due first, then what was done last; of one's own communes or all."""
    user, at_work = worker(request), period_of_request(request)
    context: dict[str, Any] = {
        "crumbs": [Link(_("Desk"), reverse("desk")), Link(_("Instructions"))],
        "gives": user.has_perm(Permission.GIVE_INSTRUCTION),
    }
    if at_work is not None:
        today = clock.today()
        context["open"] = drawn.tasks(open_instructions(user, at_work.plan), today)
        context["done"] = drawn.tasks(done_instructions(user, at_work.plan), today)
    return render(request, "communes/instructions.html", context)


def instruction_tasks(user: User, plan: Plan) -> list[Task]:
    """What stands on the desk: every instruction that is open and may be read, in one query."""
    if not user.has_perm(Permission.READ_REPORT):
        return []
    return drawn.tasks(open_instructions(user, plan), clock.today())


@form_methods
@permission_required(Permission.GIVE_INSTRUCTION, raise_exception=True)
def give(request: HttpRequest) -> HttpResponse:
    """Give one; the address may say what it is about: ?xa=, ?muc-tieu=, ?ky=."""
    at_work = period_of_request(request)
    if at_work is None:
        raise Http404
    plan = at_work.plan
    begun = [row for row in quarters(plan) if row.starts_on <= clock.today()]
    form = InstructionForm(
        request.POST if request.method == "POST" else None,
        places=participants(plan),
        objectives=list(plan.objectives.all()),
        periods=begun[::-1],
        asked=request.GET,
    )
    if not form.is_valid():
        return _give_page(request, form, "", INVALID if form.is_bound else 200)
    try:
        given = give_instruction(order=_order(plan, begun, form.cleaned_data), by=worker(request))
    except Refused as refused:
        return _give_page(request, form, str(refused), status_of(refused))
    messages.success(request, _("The instruction was given; those it is for are told."))
    return redirect("instruction", given.pk)


def _order(plan: Plan, periods: list[Period], told: dict[str, Any]) -> Order:
    kind, _colon, key = told["about"].partition(":")
    communes = {row.slug: row for row in Commune.objects.filter(slug__in=[key, told["to"]])}
    about: dict[str, Any] = {"period": next((row for row in periods if row.key == key), None)}
    if kind == COMMUNE:
        about = {"about_commune": communes[key]}
    if kind == OBJECTIVE:
        about = {"objective": Objective.objects.get(plan=plan, code=key)}
    return Order(plan, communes.get(told["to"]), told["text"], told["due_on"], **about)


def _give_page(request: HttpRequest, form: InstructionForm, refusal: str, status: int) -> HttpResponse:
    crumbs = [
        Link(_("Desk"), reverse("desk")),
        Link(_("Instructions"), reverse("instructions")),
        Link(_("Give an instruction")),
    ]
    context = {"form": form, "refusal": refusal, "crumbs": crumbs, "has_errors": bool(refusal)}
    return render(request, "communes/instruction_new.html", context, status=status)


@form_methods
def instruction(request: HttpRequest, pk: int) -> HttpResponse:
    """One with its course; whom it is for answers here."""
    user = worker(request)
    found = readable_instruction(user, pk)
    page = partial(_page, request, found)
    if request.method != "POST":
        return page(InstructionAnswerForm() if InstructionStep.ANSWER in _open_to(user, found) else None)
    if not user.has_perm(Permission.ANSWER_INSTRUCTION, found):
        raise PermissionDenied
    form = InstructionAnswerForm(request.POST)
    if not form.is_valid():
        return page(form, "", INVALID)
    try:
        move_instruction(
            instruction=found, step=InstructionStep.ANSWER, by=user, text=form.cleaned_data["text"]
        )
    except Refused as refused:
        return page(form, str(refused), status_of(refused))
    messages.success(request, _("The answer was recorded; the leader is told."))
    return redirect("instruction", found.pk)


@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is done."""
    user = worker(request)
    found = readable_instruction(user, pk)
    if not any(user.has_perm(one, found) for one in (Permission.GIVE_INSTRUCTION, Permission.REVIEW_REPORT)):
        raise PermissionDenied
    try:
        move_instruction(instruction=found, step=InstructionStep.FINISH, by=user)
    except Refused as refused:
        return _page(request, found, None, str(refused), status_of(refused))
    messages.success(request, _("The instruction is done."))
    return redirect("instruction", found.pk)


def _open_to(user: User, found: Any) -> set[InstructionStep]:
    moves = moves_from(InstructionState(found.state))
    return {move.step for move in moves if user.has_perm(move.permission, found)}


def _page(
    request: HttpRequest,
    found: Any,
    form: InstructionAnswerForm | None,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    user, today = worker(request), clock.today()
    names = user.has_perm(Permission.SEE_NAMES, found)
    (task,) = drawn.tasks([found], today)
    context: dict[str, Any] = {
        "title": _("Instruction: %(about)s") % {"about": drawn.about(found)},
        "crumbs": [
            Link(_("Desk"), reverse("desk")),
            Link(_("Instructions"), reverse("instructions")),
            Link(drawn.about(found)),
        ],
        "instruction": found,
        "task": task,
        "addressee": drawn.addressee(found),
        "course": drawn.course(found, course_of(found), names=names),
        "form": form,
        "finishes": InstructionStep.FINISH in _open_to(user, found),
        "refusal": refusal,
        "has_errors": bool(refusal),
    }
    return render(request, "communes/instruction.html", context, status=status)
