"""Instructions in the shapes that pages draw: one line each, and the course of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bg_portal.dates import format_date
from bg_portal.pieces import Passage, Task
from bg_portal.templatetags.vietnamese_numbers import padded
from communes import words
from communes.instructing import is_overdue
from communes.models import InstructionMove
from communes.vocabulary import InstructionState, InstructionStep
from plans.presenting.wording import capital
from plans.words import full_name

MARKS = {
    InstructionState.GIVEN: "ring",
    InstructionState.ANSWERED: "sent",
    InstructionState.DONE: "full",
}
_STEP_MARKS = {InstructionStep.ANSWER: "sent", InstructionStep.FINISH: "full"}


def tasks(found: Sequence[Any], today: date) -> list[Task]:
    """Each with whom it is for, how it stands and until when; overdue in words."""
    return [_task(one, today) for one in found]


def _task(one: Any, today: date) -> Task:
    state = InstructionState(one.state)
    late = is_overdue(state, one.due_on, today)
    return Task(
        text=one.text,
        href=reverse("instruction", args=[one.pk]),
        mark=MARKS[state],
        word=str(words.LABELS[state]),
        tone="act" if late else "",
        note=f"{about(one)}. {addressee(one)}",
        until=until(one, today),
    )


def until(one: Any, today: date) -> str:
    """Until when; where nobody answered by then, that it is overdue."""
    day = format_date(one.due_on)
    if is_overdue(InstructionState(one.state), one.due_on, today):
        return _("overdue since %(day)s") % {"day": day}
    return _("to be done by %(day)s") % {"day": day}


def overdue_line(due: Sequence[date], today: date) -> str:
    """How many are overdue, and the first of them for how long."""
    longest = (today - min(due)).days
    text = ngettext(
        "Instructions overdue: %(n)s (the oldest for %(days)s day)",
        "Instructions overdue: %(n)s (the oldest for %(days)s days)",
        longest,
    )
    return text % {"n": padded(len(due)), "days": padded(longest)}


def about(one: Any) -> str:
    """What it is about."""
    if one.about_commune:
        return capital(full_name(one.about_commune))
    if one.objective:
        return _("Objective %(order)s") % {"order": one.objective.order}
    return capital(one.period.label)


def addressee(one: Any) -> str:
    """Whom it is for."""
    place = full_name(one.commune) if one.commune else _("The city's reviewers")
    return _("To: %(whom)s") % {"whom": place}


def course(one: Any, moves: Sequence[InstructionMove], *, names: bool) -> list[Passage]:
    """From the giving to the end."""
    given = Passage(
        at=one.at,
        word=str(words.LABELS[InstructionState.GIVEN]),
        mark="act",
        by=one.by.name if names else "",
        comment=one.text,
    )
    return [given, *(_passage(move, names=names) for move in moves)]


def _passage(move: InstructionMove, *, names: bool) -> Passage:
    step = InstructionStep(move.step)
    return Passage(
        at=move.at,
        word=str(words.LABELS[InstructionState(move.target)]),
        mark=_STEP_MARKS[step],
        by=move.by.name if names else "",
        comment=move.text,
        tone="good" if step is InstructionStep.FINISH else "",
    )
