"""The course of an announcement as one table; buttons, pages, permissions and tests derive from it.

What readers see is a version of the text, and stays it until somebody publishes a newer one: so text may be
written on while the announcement is public, and where the plan asks for a second reader nothing reaches the
public that its last writer alone has seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from plans.vocabulary import NewsMove, NewsState

READ: Final = "plans.read_announcements"
"""To see drafts, older versions and the course of each announcement."""
WRITE: Final = "plans.write_announcement"
PUBLISH: Final = "plans.publish_announcement"

WRITABLE: Final = frozenset({NewsState.DRAFT, NewsState.PUBLISHED})
"""States in which the text may be typed into. What is scheduled was decided on as it is."""


@dataclass(frozen=True)
class Move:
    """One verb: from which states, to which state, who may, and whether it must say why."""

    name: NewsMove
    sources: frozenset[NewsState]
    target: NewsState
    permission: str
    needs_reason: bool = False
    shows_text: bool = False
    """Whether it decides that the last version is what readers see."""


MOVES: Final = (
    Move(NewsMove.SCHEDULE, frozenset({NewsState.DRAFT}), NewsState.SCHEDULED, PUBLISH, shows_text=True),
    Move(
        NewsMove.PUBLISH,
        frozenset({NewsState.DRAFT, NewsState.SCHEDULED, NewsState.PUBLISHED}),
        NewsState.PUBLISHED,
        PUBLISH,
        shows_text=True,
    ),
    Move(
        NewsMove.TAKE_BACK,
        frozenset({NewsState.SCHEDULED, NewsState.WITHDRAWN}),
        NewsState.DRAFT,
        WRITE,
    ),
    Move(
        NewsMove.WITHDRAW,
        frozenset({NewsState.PUBLISHED}),
        NewsState.WITHDRAWN,
        PUBLISH,
        needs_reason=True,
    ),
)
"""In the order of an announcement's life."""


def move_named(name: NewsMove) -> Move:
    """The move of this name."""
    return next(move for move in MOVES if move.name is name)


def moves_from(state: NewsState, *, changed: bool = True) -> tuple[Move, ...]:
    """What can be done in this state, by whoever may; `changed`: a version that readers do not see yet.

    What is public is published again only where its text has changed.
    """
    possible = (move for move in MOVES if state in move.sources)
    return tuple(m for m in possible if changed or not (m.shows_text and state is m.target))


def read_by_another(*, second_reader: bool, writer: int | None, by: int | None) -> bool:
    """Whether the text was seen by as many people as the plan asks for; a text from a file has no writer."""
    return not second_reader or writer is None or writer != by
