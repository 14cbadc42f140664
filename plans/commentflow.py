"""The course of a comment as one table; buttons, pages, permissions and tests derive from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from plans.vocabulary import CommentState, CommentStep

READ: Final = "plans.read_comments"
"""To see what waits and what was not published."""
MODERATE: Final = "plans.moderate_comment"

_S = CommentState


@dataclass(frozen=True)
class Step:
    """One verb: from which states, to which (None: it stays), and who may."""

    name: CommentStep
    sources: frozenset[CommentState]
    target: CommentState | None
    permission: str = MODERATE
    """Empty: who holds the comment's private address, or the portal itself."""


@dataclass(frozen=True)
class Seen:
    """A comment as it stood where somebody decided on it: in a state, after a move of that number."""

    state: CommentState = CommentState.WAITING
    move: int | None = None
    """None: whatever happened while it stayed in that state, as in a list."""


AS_IT_WAITS: Final = Seen()

STEPS: Final = (
    Step(CommentStep.APPROVE, frozenset({_S.WAITING, _S.REJECTED}), _S.APPROVED),
    Step(CommentStep.REJECT, frozenset({_S.WAITING, _S.APPROVED}), _S.REJECTED),
    Step(CommentStep.ANSWER, frozenset({_S.WAITING, _S.APPROVED}), _S.APPROVED),
    Step(
        CommentStep.WITHDRAW, frozenset({_S.WAITING, _S.APPROVED, _S.REJECTED}), _S.WITHDRAWN, permission=""
    ),
    Step(CommentStep.FORGET, frozenset({_S.APPROVED, _S.REJECTED}), None, permission=""),
)
"""In the order of a comment's life. To answer is to publish: one step for both."""


def step_named(name: CommentStep) -> Step:
    """The step of this name."""
    return next(step for step in STEPS if step.name is name)


def steps_from(state: CommentState, *, empty: bool) -> tuple[Step, ...]:
    """What can be done in this state; a comment whose text is gone can only be left as it is."""
    return () if empty else tuple(step for step in STEPS if state in step.sources)
