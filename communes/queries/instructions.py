"""Instructions of the leaders: which are open for whom, which are done, and one with its course."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import Http404

from communes.deadlines import local_day
from communes.models import Instruction, InstructionMove, User
from communes.queries.people import commune_ids
from communes.roles import ALL, Permission
from communes.vocabulary import InstructionState
from plans.models import Plan

MOST_DONE = 30
"""Of those that are done, how many the list shows, the latest first."""


def open_instructions(user: User, plan: Plan) -> list[Any]:
    """Those not done that `user` may read, the earliest due first; each with its state."""
    done = InstructionMove.objects.filter(instruction=OuterRef("pk"), target=InstructionState.DONE)
    rows = _readable(user, plan).filter(~Exists(done))
    return list(_with_state(rows).order_by("due_on", "pk"))


def overdue_since(plan: Plan, until: datetime) -> list[date]:
    """The days that were over at that moment without anybody having answered, the earliest first."""
    moves = InstructionMove.objects.filter(instruction=OuterRef("pk"), at__lte=until)
    rows = Instruction.objects.filter(~Exists(moves), plan=plan, at__lte=until, due_on__lt=local_day(until))
    return list(rows.order_by("due_on").values_list("due_on", flat=True))


def done_instructions(user: User, plan: Plan) -> list[Any]:
    """Those done, the last one first."""
    rows = _with_state(_readable(user, plan)).filter(state=InstructionState.DONE)
    return list(rows.order_by("-moved_at", "-pk")[:MOST_DONE])


def readable_instruction(user: User, pk: int) -> Any:
    """The instruction with its state. Raises Http404 where there is none that `user` may read."""
    found = _with_state(Instruction.objects.filter(pk=pk).select_related("plan", "by")).first()
    if found is None or not user.has_perm(Permission.READ_REPORT, found):
        raise Http404
    return found


def course_of(instruction: Instruction) -> list[InstructionMove]:
    """Every answer and that it was done, in order."""
    return list(instruction.moves.select_related("by").order_by("pk"))


def _readable(user: User, plan: Plan) -> QuerySet[Any]:
    communes = commune_ids(user, Permission.READ_REPORT)
    own = Q() if communes is ALL else Q(commune__in=communes)
    return Instruction.objects.filter(own, plan=plan)


def _with_state(rows: QuerySet[Any]) -> QuerySet[Any]:
    moves = InstructionMove.objects.filter(instruction=OuterRef("pk")).order_by("-pk")
    given = Value(InstructionState.GIVEN.value)
    found: QuerySet[Any] = rows.annotate(
        state=Coalesce(Subquery(moves.values("target")[:1]), given),
        moved_at=Subquery(moves.values("at")[:1]),
    )
    return found.select_related("commune", "about_commune", "objective", "period")
