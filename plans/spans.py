"""Stretches of a plan's time that figures are given for: a quarter, the year so far, the plan so far."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bg_portal.periods import Quarter
from plans.calendar import LAST_QUARTER, ONE_DAY, Period
from plans.document import PlanDocument


class SpanKind(StrEnum):
    """What a stretch is called; each is compared with its like only."""

    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    PLAN = "plan"


_SO_FAR: Final = (SpanKind.QUARTER, SpanKind.HALF, SpanKind.NINE_MONTHS, SpanKind.YEAR)


@dataclass(frozen=True)
class Span:
    """Quarters in a row, with the days that the plan's rows give them."""

    kind: SpanKind
    year: int
    """The reporting year of its last quarter."""
    quarters: tuple[str, ...]
    starts_on: date
    ends_on: date

    @property
    def last(self) -> str:
        """Key of its last quarter."""
        return self.quarters[-1]

    @property
    def days(self) -> int:
        """Length in days, the first and the last included."""
        return (self.ends_on - self.starts_on).days + 1


def of_quarter(document: PlanDocument, key: str) -> Span:
    """The quarter alone. Raises KeyError where the plan has no such quarter."""
    return _span(SpanKind.QUARTER, [document.period(key)])


def year_to_date(document: PlanDocument, key: str) -> Span:
    """From the reporting year's first day to the end of the quarter."""
    last = document.period(key)
    rows = [row for row in document.quarters if row.year == last.year and row.quarter <= last.quarter]
    return _span(_SO_FAR[last.quarter - 1], rows)


def of_year(document: PlanDocument, year: int) -> Span:
    """The whole reporting year. Raises KeyError where the plan has no such year."""
    rows = [row for row in document.quarters if row.year == year]
    if not rows:
        raise KeyError(year)
    return _span(SpanKind.YEAR, rows)


def last_day_of_year(document: PlanDocument, year: int) -> date:
    """The cut-off of the year's fourth quarter, which may not be entered yet.

    Quarters still to be entered count three months each, from the last one that is there.
    """
    entered = [row for row in document.quarters if row.year <= year]
    if not entered:
        return date(year, 12, 31)
    last = entered[-1]
    left = Quarter(year, LAST_QUARTER).since(Quarter(last.year, last.quarter))
    after = last.ends_on + ONE_DAY
    months = after.year * 12 + after.month - 1 + 3 * left
    then, month = months // 12, months % 12 + 1
    return date(then, month, min(after.day, monthrange(then, month)[1])) - ONE_DAY


def plan_to_date(document: PlanDocument, key: str) -> Span:
    """From the plan's first day to the end of the quarter."""
    last = document.period(key)
    return _span(SpanKind.PLAN, [row for row in document.quarters if row.ends_on <= last.ends_on])


def of_period(document: PlanDocument, key: str) -> Span:
    """The quarter or the year of that key. Raises KeyError where the plan has none."""
    row = document.period(key)
    return of_quarter(document, key) if row.quarter else of_year(document, row.year)


def year_before(document: PlanDocument, span: Span) -> Span | None:
    """The same stretch one year earlier, as far as the plan reaches; None where it does not at all."""
    if span.kind is SpanKind.PLAN:
        return None
    numbers = {document.period(key).quarter for key in span.quarters}
    rows = [row for row in document.quarters if row.year == span.year - 1 and row.quarter in numbers]
    last = document.period(span.last).quarter
    return _span(span.kind, rows) if any(row.quarter == last for row in rows) else None


def last_quarter(document: PlanDocument, key: str) -> Period:
    """The quarter itself, or a year's last one: what stood at the end of the year stands for it."""
    row = document.period(key)
    return row if row.quarter else document.period(of_year(document, row.year).last)


def quarters_until(document: PlanDocument, key: str, most: int | None = None) -> tuple[str, ...]:
    """The plan's quarters up to this one, oldest first; of them at most so many of the latest."""
    end = document.quarter_keys.index(key) + 1
    return document.quarter_keys[max(end - most, 0) if most else 0 : end]


def _span(kind: SpanKind, rows: Iterable[Period]) -> Span:
    own = tuple(rows)
    return Span(
        kind=kind,
        year=own[-1].year,
        quarters=tuple(row.key for row in own),
        starts_on=own[0].starts_on,
        ends_on=own[-1].ends_on,
    )
