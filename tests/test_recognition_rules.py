"""The order of a recognition's steps, and the respectful word for each decision."""

from __future__ import annotations

import pytest

from communes.recognition import MOVES, needs_reason, outcome, refusal, state_of
from communes.vocabulary import Outcome, RecognitionState, RecognitionStep

S, T = RecognitionState, RecognitionStep
# For each step, the states it can be recorded in: x at once, r with a reason.
TABLE = """
               review  recognise  refuse  take_back
not_registered   -         -        x         -
registered       x         x        x         -
under_review     -         x        x         r
recognised       -         r        r         r
not_recognised   -         r        r         r
"""


def cells() -> list[tuple[str, str, str]]:
    head, *rows = (line.split() for line in TABLE.strip().splitlines())
    return [(state, step, cell) for state, *row in rows for step, cell in zip(head, row, strict=True)]


def test_the_table_names_every_state_and_step() -> None:
    assert {state for state, _, _ in cells()} == set(S)
    assert {step for _, step, _ in cells()} == set(T) == set(MOVES)


@pytest.mark.parametrize(("state", "step", "cell"), cells())
def test_each_step_is_taken_where_the_table_says(state: str, step: str, cell: str) -> None:
    told, silent = (refusal(T(step), S(state), reason=reason) for reason in ("Đính chính", ""))
    assert bool(told) is (cell == "-")
    assert bool(silent) is (cell != "x")
    if cell != "-":
        assert needs_reason(T(step), S(state)) is (cell == "r")


def test_only_decisions_need_a_document() -> None:
    assert {step for step, move in MOVES.items() if move.needs_document} == {T.RECOGNISE, T.REFUSE}


def test_without_a_step_and_after_one_taken_back_the_registration_tells() -> None:
    for last in (None, T.TAKE_BACK):
        assert state_of(last, registered=True) is S.REGISTERED
        assert state_of(last, registered=False) is S.NOT_REGISTERED
    assert state_of(T.REFUSE, registered=False) is S.NOT_RECOGNISED


@pytest.mark.parametrize(
    ("earlier", "recognised", "word"),
    [
        ([], True, Outcome.RECOGNISED),
        ([True], True, Outcome.RECOGNISED),
        ([True, False], True, Outcome.RECOGNISED_AGAIN),
        ([True, False, True], True, Outcome.RECOGNISED),
        ([False], True, Outcome.RECOGNISED),
        ([], False, Outcome.NOT_RECOGNISED),
        ([True], False, Outcome.NOT_CONTINUED),
        ([True, False], False, Outcome.NOT_RECOGNISED),
        ([False], False, Outcome.NOT_RECOGNISED),
    ],
)
def test_a_decision_is_told_in_the_light_of_the_years_before(
    earlier: list[bool], recognised: bool, word: Outcome
) -> None:
    assert outcome(recognised=recognised, earlier=earlier) is word
