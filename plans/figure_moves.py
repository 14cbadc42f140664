"""How the city's figures and their standings differ between two books, in one period."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from plans.book import Book
from plans.document import PlanDocument
from plans.figures import Figure, Nothing
from plans.indicators import indicator_result
from plans.ranges import Range
from plans.standing import Word, of_indicator


@dataclass(frozen=True)
class FigureStood:
    """The city's figure of an indicator as a page shows it: what a year's target is held against."""

    known: Range | None
    bounds: Range | None
    coverage: tuple[int, int]
    nothing: Nothing | None
    target: object
    word: Word | None
    """None without a target."""


@dataclass(frozen=True)
class FigureMove:
    """One indicator in both books; None where the plan does not have it."""

    code: str
    before: FigureStood | None
    after: FigureStood | None


def figure_moves(before: Book, after: Book, quarter: str, codes: Collection[str]) -> tuple[FigureMove, ...]:
    """Of these indicators those that read otherwise, in the plan's order."""
    known = dict.fromkeys(row.code for book in (after, before) for row in book.document.indicators)
    wanted = (code for code in known if code in codes)
    found = (FigureMove(code, _stood(before, code, quarter), _stood(after, code, quarter)) for code in wanted)
    return tuple(move for move in found if move.before != move.after)


def counted_anew(before: PlanDocument, after: PlanDocument) -> frozenset[str]:
    """Codes of the indicators whose figures or targets an edit may make read otherwise.

    Who takes part and how time is cut concerns all of them; a part concerns its sum.
    """
    rows = [row for document in (before, after) for row in document.indicators]
    if (before.participation, before.periods) != (after.participation, after.periods):
        return frozenset(row.code for row in rows)
    changed = {row.code for row in {*before.indicators} ^ {*after.indicators}}
    changed |= {row.indicator for row in {*before.targets} ^ {*after.targets} if row.indicator}
    return frozenset(
        row.code
        for row in rows
        if row.code in changed or row.protected_with in changed or changed & set(row.sum_of)
    )


def _stood(book: Book, code: str, quarter: str) -> FigureStood | None:
    try:
        result = indicator_result(book, code, quarter)
    except KeyError:
        return None
    figure: Figure = result.towards_target
    told = of_indicator(book, code, quarter)
    return FigureStood(
        figure.reported,
        figure.bounds,
        (figure.known, figure.expected),
        figure.nothing,
        result.against.target.value if result.against.target else None,
        told.word if told else None,
    )
