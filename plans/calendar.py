"""Reporting periods and working days: which days a period has, how many are left, how late a report came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from bg_portal.periods import period_key
from plans.vocabulary import HolidayKind, PeriodKind

ONE_DAY = timedelta(days=1)
SATURDAY = 5
LAST_QUARTER = 4


def covers(first: str, last: str, period: str) -> bool:
    """Whether the quarters from one key to another hold a period; a year, where they hold any of its own.

    Without a last one they go on. Keys such as 2018-Q2 sort as text.
    """
    length = len(period)
    return first[:length] <= period and (not last or period <= last[:length])


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
        return period_key(self.year, self.quarter)

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


def year_of(quarters: Iterable[Period], year: int) -> Period:
    """The year's row: from the first day of its first quarter to the last day of its last one."""
    own = [row for row in quarters if row.year == year and row.quarter]
    return Period(
        kind=PeriodKind.YEAR,
        year=year,
        starts_on=min(row.starts_on for row in own),
        ends_on=max(row.ends_on for row in own),
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
