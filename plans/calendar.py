"""Reporting periods and working days: how quarters are cut, when a report is due, how late it came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from plans.vocabulary import HolidayKind, PeriodKind

ONE_DAY = timedelta(days=1)
SATURDAY = 5
LAST_QUARTER = 4


class Rule(StrEnum):
    """How a quarter ends: on the calendar's last day, or by the decree's cut-off.

    Decree 09/2019/NĐ-CP, article 12 clause 4: quarters run from the 15th to the 14th of the third
    month after, the first one beginning on 15 December of the year before.
    """

    CALENDAR = "calendar"
    ND09 = "nd09"


@dataclass(frozen=True, kw_only=True)
class Period:
    """A quarter, which is reported on, or a year, which carries targets and totals."""

    kind: PeriodKind
    year: int
    """The reporting year it belongs to, also where it begins in December of the year before."""
    quarter: int = 0
    """1 to 4; 0 for a year."""
    starts_on: date
    ends_on: date
    """The cut-off: the last day whose data belong to the period."""
    due_on: date | None = None
    """The last day to send a report; none for a year, which has no reports."""

    @cached_property
    def key(self) -> str:
        """ "2018-Q2" for a quarter, "2018" for a year."""
        return f"{self.year}-Q{self.quarter}" if self.quarter else f"{self.year}"

    @property
    def days(self) -> int:
        """Length in days, the first and the last included."""
        return (self.ends_on - self.starts_on).days + 1

    @property
    def ends_year(self) -> bool:
        """Whether it is the fourth quarter, with which a year ends, entered or not."""
        return self.quarter == LAST_QUARTER


@dataclass(frozen=True, kw_only=True)
class Holiday:
    """A day off, or a weekend day worked to make up for one."""

    day: date
    kind: HolidayKind
    name_vi: str = field(metadata={"limit": 120})
    name_en: str = field(default="", metadata={"limit": 120})
    source: str = field(metadata={"limit": 300})
    """The notice it was taken from, or what is known of it instead."""
    verified: bool = False
    """Whether it was compared with the yearly notice of the authority."""

    @property
    def key(self) -> str:
        """The day in ISO form."""
        return self.day.isoformat()


@dataclass(frozen=True, kw_only=True)
class Regime:
    """The rule of cut-offs and the working days given for sending, from one quarter on."""

    year: int
    quarter: int
    rule: Rule
    due_days: int
    """Working days after the cut-off."""


def cut_off(year: int, quarter: int, rule: Rule) -> date:
    """The last day whose data belong to the quarter."""
    month = quarter * 3
    if rule is Rule.ND09:
        return date(year, month, 14)
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - ONE_DAY


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
        year, quarter = (year, quarter + 1) if quarter < 4 else (year + 1, 1)
    years = [year_of(rows, year) for year in sorted({row.year for row in rows})]
    return tuple(sorted([*rows, *years], key=lambda row: row.key))


def year_of(quarters: Iterable[Period], year: int) -> Period:
    """The year's row: from the first day of its first quarter to the last day of its last one."""
    own = [row for row in quarters if row.year == year and row.quarter]
    return Period(
        kind=PeriodKind.YEAR,
        year=year,
        starts_on=min(row.starts_on for row in own),
        ends_on=max(row.ends_on for row in own),
    )


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


class _Week:
    """Monday to Friday, but for the holidays and the days that make up for them."""

    def __init__(self, holidays: Iterable[Holiday]) -> None:
        self.exceptions = {holiday.day: holiday.kind for holiday in holidays}

    def works(self, day: date) -> bool:
        exception = self.exceptions.get(day)
        if exception is None:
            return day.weekday() < SATURDAY
        return exception is HolidayKind.WORKING_DAY

    def count(self, after: date, until: date) -> int:
        span = range(1, (until - after).days + 1)
        return sum(self.works(after + timedelta(days=number)) for number in span)

    def on_or_after(self, day: date) -> date:
        while not self.works(day):
            day += ONE_DAY
        return day


def is_working_day(day: date, holidays: Iterable[Holiday]) -> bool:
    """Whether offices work on the day."""
    return _Week(holidays).works(day)


def working_day_from(day: date, holidays: Iterable[Holiday]) -> date:
    """The day itself, or the next working day where it falls on a day off.

    Civil Code 91/2015/QH13, article 148 clause 5.
    """
    return _Week(holidays).on_or_after(day)


def due_on(ends_on: date, days: int, holidays: Iterable[Holiday]) -> date:
    """The last day to send a report: the `days`-th working day after the cut-off."""
    week = _Week(holidays)
    day = ends_on
    for _ in range(days):
        day = week.on_or_after(day + ONE_DAY)
    return day


def working_days_between(after: date, until: date, holidays: Iterable[Holiday]) -> int:
    """Working days later than `after`, up to and including `until`; 0 where `until` is not later."""
    return _Week(holidays).count(after, until)


def working_days_left(today: date, due: date, holidays: Iterable[Holiday]) -> int:
    """Working days still to come until the due day: 0 on that day itself, which counts to midnight."""
    return working_days_between(today, due, holidays)


def working_days_late(due: date, sent_on: date, holidays: Iterable[Holiday]) -> int:
    """How late a report came, in working days; 0 when on time.

    What comes on a day off counts as come on the next working day, so whatever is late is at least
    one day late.
    """
    if sent_on <= due:
        return 0
    week = _Week(holidays)
    return week.count(due, week.on_or_after(sent_on))
