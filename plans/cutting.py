"""How a plan's quarters are cut and when their reports are due, by two rules and the seam between them.

Plans hold periods as rows, which stay editable; this says which rows the rules give, and the shipped plan is
held against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from plans.calendar import LAST_QUARTER, ONE_DAY, Holiday, Period, working_day_from, year_of
from plans.vocabulary import PeriodKind


class Rule(StrEnum):
    """How a quarter ends: on the calendar's last day, or by the decree's cut-off.

    Decree 09/2019/NĐ-CP, article 12 clause 4: quarters run from the 15th to the 14th of the third
    month after, the first one beginning on 15 December of the year before.
    """

    CALENDAR = "calendar"
    ND09 = "nd09"


@dataclass(frozen=True, kw_only=True)
class Regime:
    """The rule of cut-offs and the working days given for sending, from one quarter on."""

    year: int
    quarter: int
    rule: Rule
    due_days: int
    """Working days after the cut-off."""


def generate(
    *, first_day: date, last_year: int, regimes: Sequence[Regime], holidays: Iterable[Holiday]
) -> tuple[Period, ...]:
    """The rows of a plan: every quarter from `first_day` to the end of `last_year`, and each year.

    A quarter starts on the day after the one before, so a change of rule leaves a short or a long
    quarter at the seam and never a gap or an overlap. `regimes` are in order of time and the first
    one covers `first_day`.
    """
    known = tuple(holidays)
    rows: list[Period] = []
    starts_on = first_day
    year, quarter = first_day.year, 1
    while year <= last_year:
        regime = _regime(regimes, year, quarter)
        ends_on = cut_off(year, quarter, regime.rule)
        if ends_on >= starts_on:
            rows.append(_quarter(year, quarter, starts_on, ends_on, regime.due_days, known))
            starts_on = ends_on + ONE_DAY
        year, quarter = (year, quarter + 1) if quarter < LAST_QUARTER else (year + 1, 1)
    years = [year_of(rows, year) for year in sorted({row.year for row in rows})]
    return tuple(sorted([*rows, *years], key=lambda row: row.key))


def cut_off(year: int, quarter: int, rule: Rule) -> date:
    """The last day whose data belong to the quarter."""
    month = quarter * 3
    if rule is Rule.ND09:
        return date(year, month, 14)
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - ONE_DAY


def due_on(ends_on: date, days: int, holidays: Iterable[Holiday]) -> date:
    """The last day to send a report: the `days`-th working day after the cut-off."""
    known, day = tuple(holidays), ends_on
    for _ in range(days):
        day = working_day_from(day + ONE_DAY, known)
    return day


def _regime(regimes: Sequence[Regime], year: int, quarter: int) -> Regime:
    begun = [regime for regime in regimes if (regime.year, regime.quarter) <= (year, quarter)]
    return begun[-1] if begun else regimes[0]


def _quarter(
    year: int, quarter: int, starts_on: date, ends_on: date, days: int, holidays: Sequence[Holiday]
) -> Period:
    return Period(
        kind=PeriodKind.QUARTER,
        year=year,
        quarter=quarter,
        starts_on=starts_on,
        ends_on=ends_on,
        due_on=due_on(ends_on, days, holidays),
    )
