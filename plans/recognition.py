"""Decisions that stay in force until the next one, as on the healthy standing of a commune."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from plans.book import Book
from plans.calendar import Period
from plans.document import Indicator
from plans.progress import Series
from plans.protection import Form, Shown

DECIDED_UNTIL: Final = (3, 31)
"""Month and day by which last year's decisions are expected; decision of the house."""


@dataclass(frozen=True)
class Pending:
    """Decisions that are still to come: of which year, for which communes."""

    year: int
    communes: tuple[int, ...]


def in_force(own: Series, day: date) -> Shown | None:
    """The decision in force on the day: of those effective by then, the one for the latest year.

    `own` has a commune's decisions by the year they are for. A decision that comes late for an earlier year
    does not end the one for a later year.
    """
    effective = [figure for figure in own.values() if figure.known and _since(figure) <= day]
    return max(effective, key=lambda figure: figure.period, default=None)


def _since(figure: Shown) -> date:
    """A decision whose first day nobody gave is never in force."""
    return figure.paper.effective_on or date.max


def year_due(day: date) -> int:
    """The latest year whose decisions are expected to be there on the day."""
    return day.year - (1 if (day.month, day.day) > DECIDED_UNTIL else 2)


def pending(book: Book, indicator: Indicator, quarter: Period) -> Pending | None:
    """Who took part in the year due and has no decision for it by the quarter's last day; None if nobody.

    A decision for a later year settles the earlier ones. Years before the plan are not its business.
    """
    year = year_due(quarter.ends_on)
    if year < book.document.first_year or not indicator.applies_in(str(year)):
        return None
    owing = [commune for commune in book.participants(quarter.key) if book.takes_part(commune, str(year))]
    open_ = tuple(commune for commune in owing if not _settled(book, indicator, commune, year, quarter))
    return Pending(year, open_) if open_ else None


def _settled(book: Book, indicator: Indicator, commune: int, year: int, quarter: Period) -> bool:
    own = book.series(indicator.code, commune)
    figure = own.get(str(year))
    if figure is not None and figure.form is Form.NOT_APPLICABLE:
        return True
    decision = in_force(own, quarter.ends_on)
    return decision is not None and int(decision.period[:4]) >= year
