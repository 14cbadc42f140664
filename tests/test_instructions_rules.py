"""The course of an instruction: who may do what in which state, and when it is overdue."""

from __future__ import annotations

from datetime import date

import pytest

from communes.instructing import MOVES, OPEN, is_overdue, moves_from
from communes.roles import Permission
from communes.vocabulary import InstructionState, InstructionStep

TODAY = date(2018, 10, 12)


def test_what_is_done_stays_done() -> None:
    assert moves_from(InstructionState.DONE) == ()
    assert {state for move in MOVES for state in move.sources} == OPEN


def test_a_reviewer_ends_only_what_was_answered() -> None:
    by_state = {
        state: {move.permission for move in moves_from(state) if move.step is InstructionStep.FINISH}
        for state in OPEN
    }
    leader, reviewer = Permission.GIVE_INSTRUCTION.value, Permission.REVIEW_REPORT.value
    assert by_state == {InstructionState.GIVEN: {leader}, InstructionState.ANSWERED: {leader, reviewer}}


def test_only_an_answer_needs_words() -> None:
    assert {move.step for move in MOVES if move.needs_text} == {InstructionStep.ANSWER}


@pytest.mark.parametrize(
    ("state", "day", "overdue"),
    [
        (InstructionState.GIVEN, 11, True),
        (InstructionState.GIVEN, 12, False),
        (InstructionState.ANSWERED, 11, False),
        (InstructionState.DONE, 11, False),
    ],
)
def test_overdue_is_what_nobody_answered_by_its_day(state: InstructionState, day: int, overdue: bool) -> None:
    assert is_overdue(state, date(2018, 10, day), TODAY) is overdue
