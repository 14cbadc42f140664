"""The course of an instruction as one table; buttons, permissions and tests derive from it; plain Python.

Whom it is for answers, as often as needed. Done it is when a leader says so; a reviewer may say it of one
that was answered, so that a leader who is content has nothing more to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from communes.vocabulary import InstructionState, InstructionStep

OPEN: Final = frozenset({InstructionState.GIVEN, InstructionState.ANSWERED})


@dataclass(frozen=True)
class Move:
    """One step: from which states, to which, who may, and whether it needs words."""

    step: InstructionStep
    sources: frozenset[InstructionState]
    target: InstructionState
    permission: str
    needs_text: bool = False


ANSWER = Move(
    InstructionStep.ANSWER, OPEN, InstructionState.ANSWERED, "communes.answer_instruction", needs_text=True
)
FINISH = Move(InstructionStep.FINISH, OPEN, InstructionState.DONE, "communes.give_instruction")
REPORT_DONE = Move(
    InstructionStep.FINISH,
    frozenset({InstructionState.ANSWERED}),
    InstructionState.DONE,
    "communes.review_report",
)
MOVES: Final = (ANSWER, FINISH, REPORT_DONE)


def moves_from(state: InstructionState) -> tuple[Move, ...]:
    """What can be done in this state, by whoever may."""
    return tuple(move for move in MOVES if state in move.sources)


def is_overdue(state: InstructionState, due_on: date, today: date) -> bool:
    """Whether its day is over and nobody has answered; an answer in time waits for the leader alone."""
    return state is InstructionState.GIVEN and due_on < today
