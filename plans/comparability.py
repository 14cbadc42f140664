"""Two windows of time a year apart: whether they compare, and how a comparison of numbers reads.

How each case reads, from what size a percentage says something, and which windows compare are decisions of
the house. Nothing is ever scaled by days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from plans.document import PlanDocument
from plans.ranges import HUNDRED, rounded
from plans.sayings import Padded, Saying, UnitName, gettext_noop, say
from plans.spans import Span, year_before

LEAST_FOR_PERCENT: Final = Decimal(20)
"""Below it a percentage would be noise."""
MOST_DAYS_APART: Final = 3
"""By how much the lengths of two windows may differ."""
MOST_SHIFT: Final = 20
"""Days by which their first days may differ within the year."""


class Comparability(StrEnum):
    """Whether two windows may be held against each other."""

    YES = "yes"
    SHIFTED = "shifted"
    """Yes, with a note that the cut-off days differ."""
    NO = "no"


class Case(StrEnum):
    """How a comparison reads."""

    PERCENT = "percent"
    TIMES = "times"
    DIFFERENCE = "difference"
    POINTS = "points"
    EQUAL = "equal"
    NONE_BEFORE = "none_before"
    NONE_AT_ALL = "none_at_all"
    NOT_KNOWN_BEFORE = "not_known_before"
    NOT_KNOWN_NOW = "not_known_now"
    SUPPRESSED = "suppressed"
    FIRST_PERIOD = "first_period"
    WINDOWS_DIFFER = "windows_differ"


@dataclass(frozen=True)
class Windows:
    """A window and the same one a year before."""

    now: Span
    before: Span
    first: bool
    """Whether the earlier one begins with the plan."""

    @property
    def verdict(self) -> Comparability:
        """Comparable are windows of nearly one length that begin at nearly the same time of their years."""
        if abs(self.now.days - self.before.days) > MOST_DAYS_APART or abs(self.shift) > MOST_SHIFT:
            return Comparability.NO
        return Comparability.SHIFTED if self.shift else Comparability.YES

    @property
    def shift(self) -> int:
        """Days by which the later window begins later within its year; negative where it begins earlier."""
        return _shift(self.now.starts_on, self.before.starts_on, self.now.year - self.before.year)

    def number(self, now: Decimal, before: Decimal, unit: UnitName) -> tuple[Case, Saying]:
        """How two numbers read."""
        if self.verdict is Comparability.NO:
            return self._apart(
                gettext_noop("%(now)s (%(days)s days), against %(before)s (%(days_before)s days)"),
                now,
                before,
            )
        if now == before:
            return self._none_at_all() if not now else self._equal()
        if not before:
            text = gettext_noop("none in the same period of %(year)s")
            return Case.NONE_BEFORE, say(text, year=self._year)
        percent = rounded((now - before) * HUNDRED / before, 1)
        if before < LEAST_FOR_PERCENT or not percent:
            return Case.DIFFERENCE, _difference(now, before, unit)
        if percent >= HUNDRED:
            text = gettext_noop("%(times)s times the same period of %(year)s")
            return Case.TIMES, say(text, times=rounded(now / before, 1), year=self._year)
        up = gettext_noop("up %(percent)s%% on the same period of %(year)s")
        down = gettext_noop("down %(percent)s%% on the same period of %(year)s")
        return Case.PERCENT, say(up if percent > 0 else down, percent=abs(percent), year=self._year)

    def share(self, now: Decimal, before: Decimal) -> tuple[Case, Saying]:
        """How two percentages read, as they are displayed."""
        if self.verdict is Comparability.NO:
            text = gettext_noop("%(now)s%% (%(days)s days), against %(before)s%% (%(days_before)s days)")
            return self._apart(text, now, before)
        if now == before:
            return self._equal()
        up = gettext_noop("up %(points)s percentage points (from %(before)s%% to %(now)s%%)")
        down = gettext_noop("down %(points)s percentage points (from %(before)s%% to %(now)s%%)")
        text = up if now > before else down
        return Case.POINTS, say(text, points=abs(now - before), before=before, now=now)

    def notes(self, compared: int, expected: int) -> tuple[Saying, ...]:
        """What a reader must know beside it: shifted cut-off days, and how many communes it rests on."""
        found: list[Saying] = []
        if self.first and self.verdict is Comparability.NO:
            return ()
        if self.verdict is Comparability.SHIFTED:
            found.append(self._shifted())
        if compared < expected:
            text = gettext_noop("compared over communes with data of both periods: %(compared)s")
            found.append(say(text, compared=Padded(Decimal(compared))))
        return tuple(found)

    @property
    def _year(self) -> str:
        return str(self.before.year)

    def _none_at_all(self) -> tuple[Case, Saying]:
        return Case.NONE_AT_ALL, say(gettext_noop("none in both periods"))

    def _equal(self) -> tuple[Case, Saying]:
        return Case.EQUAL, say(gettext_noop("the same as in the same period of %(year)s"), year=self._year)

    def _apart(self, text: str, now: Decimal, before: Decimal) -> tuple[Case, Saying]:
        """Windows that do not compare: both numbers with their days, or that there was only a beginning."""
        if self.first:
            first = gettext_noop(
                "the same period of %(year)s is the first of the plan's implementation, from %(day)s"
            )
            return Case.FIRST_PERIOD, say(first, year=self._year, day=self.before.starts_on)
        days = {"days": self.now.days, "days_before": self.before.days}
        return Case.WINDOWS_DIFFER, say(text, now=now, before=before, **days)

    def _shifted(self) -> Saying:
        ends = _shift(self.now.ends_on, self.before.ends_on, self.now.year - self.before.year)
        low, high = sorted((abs(self.shift), abs(ends)))
        if low == high:
            return say(gettext_noop("cut-off days differ by %(days)s days"), days=low)
        return say(gettext_noop("cut-off days differ by %(low)s to %(high)s days"), low=low, high=high)


def windows(document: PlanDocument, now: Span) -> Windows | None:
    """The window with the one a year before; None where the plan does not reach back so far."""
    before = year_before(document, now)
    if before is None:
        return None
    return Windows(now, before, first=before.starts_on == document.quarters[0].starts_on)


def _difference(now: Decimal, before: Decimal, unit: UnitName) -> Saying:
    up = gettext_noop("up by %(difference)s %(unit)s on the same period (from %(before)s to %(now)s)")
    down = gettext_noop("down by %(difference)s %(unit)s on the same period (from %(before)s to %(now)s)")
    numbers = {"difference": Padded(abs(now - before)), "before": Padded(before), "now": Padded(now)}
    return say(up if now > before else down, unit=unit, **numbers)


def _shift(later: date, earlier: date, years: int) -> int:
    day = 28 if (earlier.month, earlier.day) == (2, 29) else earlier.day
    return (later - earlier.replace(year=earlier.year + years, day=day)).days
