"""Giving an instruction, answering it, saying that it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit, clock
from bg_portal.audit import rows
from communes import notices, words
from communes.instructing import moves_from
from communes.models import Commune, Instruction, InstructionMove, User
from communes.refusals import Overtaken, Refused
from communes.roles import Permission
from communes.vocabulary import InstructionState, InstructionStep
from plans.models import Objective, Period, Plan


@dataclass(frozen=True)
class Order:
    """What is wanted: about one of the three, of a commune or (None) of the city's reviewers."""

    plan: Plan
    commune: Commune | None
    text: str
    due_on: date
    about_commune: Commune | None = None
    objective: Objective | None = None
    period: Period | None = None


@transaction.atomic
def give_instruction(*, order: Order, by: User) -> Instruction:
    """Give it; the same one sent twice and still open is given once. Tells whom it is for."""
    if not by.has_perm(Permission.GIVE_INSTRUCTION):
        raise Refused(_("This step is not open to this account."))
    if order.due_on < clock.today():
        raise Refused(_("The day until when lies in the past."))
    User.objects.select_for_update().get(pk=by.pk)
    same = Instruction.objects.filter(by=by, **_columns(order)).order_by("-pk").first()
    if same is not None and state_of(same) is InstructionState.GIVEN:
        return same
    given = Instruction.objects.create(by=by, at=clock.now(), **_columns(order))
    audit.record(
        kind="instruction.given", by=by.pk, subject=rows.subject(given), data={"digest": rows.digest(given)}
    )
    notices.instruction_given(given)
    return given


@transaction.atomic
def move_instruction(
    *, instruction: Instruction, step: InstructionStep, by: User, text: str = ""
) -> InstructionMove:
    """Answer it or say that it is done; the same answer sent twice is one."""
    instruction = Instruction.objects.select_for_update().get(pk=instruction.pk)
    state = state_of(instruction)
    last = instruction.moves.order_by("-pk").first()
    if last and (last.step, last.by_id, last.text) == (step.value, by.pk, text) and text:
        return last
    own = [move for move in moves_from(state) if move.step is step]
    if not own:
        raise Overtaken(_("The instruction is now: %(state)s.") % {"state": words.LABELS[state]})
    move = next((each for each in own if by.has_perm(each.permission, instruction)), None)
    if move is None:
        raise Refused(_("This step is not open to this account."))
    if move.needs_text and not text:
        raise Refused(_("Write the answer."))
    made = InstructionMove.objects.create(
        instruction=instruction,
        step=step.value,
        source=state.value,
        target=move.target.value,
        text=text,
        by=by,
        at=clock.now(),
    )
    audit.record(
        kind="instruction.moved",
        by=by.pk,
        subject=rows.subject(made),
        data={"step": made.step, "to": made.target, "digest": rows.digest(made)},
    )
    notices.instruction_moved(made)
    return made


def state_of(instruction: Instruction) -> InstructionState:
    """Where it stands: as its last move says."""
    last = instruction.moves.order_by("-pk").values_list("target", flat=True).first()
    return InstructionState(last) if last else InstructionState.GIVEN


def _columns(order: Order) -> dict[str, object]:
    return {
        "plan": order.plan,
        "commune": order.commune,
        "about_commune": order.about_commune,
        "objective": order.objective,
        "period": order.period,
        "text": order.text,
        "due_on": order.due_on,
    }
