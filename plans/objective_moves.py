"""How an objective moved between two books: value, standing and target, and through which communes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plans.book import Book
from plans.changes import Change, changes
from plans.document import Target
from plans.objectives import ObjectiveResult, result
from plans.ranges import Range
from plans.standing import Standing, standing_of


@dataclass(frozen=True)
class Stood:
    """An objective as it stood in one book, in one period."""

    result: ObjectiveResult
    standing: Standing
    target: Target | None
    """What was decided for the plan's last year, or for the year of the period where that is decided."""

    @property
    def shown(self) -> Range | None:
        """Its value as it is displayed."""
        return self.result.shown

    def says_the_same(self, other: Stood) -> bool:
        """Whether a reader is told the same of both."""
        return self._said == other._said

    @property
    def _said(self) -> tuple[object, ...]:
        return self.shown, self.standing.word, self.standing.reason, self.target


@dataclass(frozen=True)
class ObjectiveMove:
    """One objective before and after; None where the plan did not have it, or not the period."""

    code: str
    before: Stood | None
    after: Stood | None
    communes: tuple[Change, ...]
    """Those through which the value moved."""

    @property
    def moved(self) -> bool:
        """Whether anything that is said of it is another thing than before."""
        if self.before is None or self.after is None:
            return self.before is not self.after
        return bool(self.communes) or not self.before.says_the_same(self.after)


def moves(before: Book, after: Book, *, period_before: str, period_after: str) -> tuple[ObjectiveMove, ...]:
    """Each objective of either book, in the plan's order."""
    codes = dict.fromkeys(row.code for book in (after, before) for row in book.document.objectives)
    return tuple(move(before, after, code, period_before, period_after) for code in codes)


def move(before: Book, after: Book, code: str, period_before: str, period_after: str) -> ObjectiveMove:
    """One objective in a period of the first book and in one of the second."""
    old, new = stood(before, code, period_before), stood(after, code, period_after)
    through = changes(old.result, new.result) if old and new else ()
    return ObjectiveMove(code, old, new, through)


def told_otherwise(
    before: Book, after: Book, code: str, periods: Sequence[str]
) -> tuple[tuple[str, ObjectiveMove], ...]:
    """Of these periods those of which something else is said than before."""
    found = ((period, move(before, after, code, period, period)) for period in periods)
    return tuple((period, one) for period, one in found if one.moved)


def stood(book: Book, code: str, period: str) -> Stood | None:
    """The objective in the period; None where the book's plan has none of it."""
    try:
        found = result(book, code, period)
    except KeyError:
        return None
    target = book.document.target(code, found.quarter.year) or book.document.goal(code)
    return Stood(found, standing_of(book, found), target)
