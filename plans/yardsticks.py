"""What a figure is held against: a decided target, its pace within the year, or a line towards it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import Final

from plans.book import Book
from plans.calendar import Period
from plans.document import Target
from plans.ranges import Range, rounded
from plans.sayings import gettext_noop
from plans.spans import last_day_of_year, of_year


class Word(StrEnum):
    """How far a figure is, in the words that its yardstick permits."""

    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    ABOVE_LINE = "above_line"
    AT_LINE = "at_line"
    BELOW_LINE = "below_line"
    KEPT = "kept"
    NOT_KEPT = "not_kept"
    CANNOT_TELL = "cannot_tell"


LABELS: Final = {
    Word.REACHED: gettext_noop("Reached"),
    Word.ON_TRACK: gettext_noop("On track"),
    Word.BEHIND: gettext_noop("Behind"),
    Word.ABOVE_LINE: gettext_noop("Above the reference line (not an assigned target)"),
    Word.AT_LINE: gettext_noop("At the reference line (not an assigned target)"),
    Word.BELOW_LINE: gettext_noop("Below the reference line (not an assigned target)"),
    Word.KEPT: gettext_noop("Kept"),
    Word.NOT_KEPT: gettext_noop("Not kept in full"),
    Word.CANNOT_TELL: gettext_noop("Not enough data to judge"),
}
"""The msgid of each word."""

MOST: Final = Decimal("Infinity")


@dataclass(frozen=True)
class Line:
    """Straight from the first complete value to the target on the last day; nobody decided its points."""

    from_period: str
    from_day: date
    from_value: Decimal
    to_day: date
    to_value: Decimal

    def at(self, day: date) -> Decimal | None:
        """Its height on the day, never above the target; None before it begins."""
        if day < self.from_day:
            return None
        length = (self.to_day - self.from_day).days
        gone = min((day - self.from_day).days, length)
        if not length or self.from_value >= self.to_value:
            return self.to_value
        return self.from_value + (self.to_value - self.from_value) * gone / length


@dataclass(frozen=True)
class Yardstick:
    """Everything a figure is judged by on one day, as it is displayed."""

    target: Target | None
    """What was decided for the year; None where nothing was."""
    due: bool
    """Whether the year is over."""
    pace: Decimal | None = None
    """What should be there by now: of a decided target, or the one decided for an earlier year."""
    line: Line | None = None
    line_now: Decimal | None = None
    keep: bool = False

    def word(self, number: Decimal) -> Word:
        """The word for one number."""
        if self.target is not None and number >= self.target.value:
            return Word.KEPT if self.keep else Word.REACHED
        if self.target is not None and (self.keep or self.due):
            return Word.NOT_KEPT if self.keep else Word.BEHIND
        if self.pace is not None:
            return Word.ON_TRACK if number >= self.pace else Word.BEHIND
        return self._beside_line(number)

    def judge(self, value: Range) -> Word:
        """The word that holds whatever the figure is within its range, else that nobody can tell."""
        least, most = self.word(value.low), self.word(MOST if value.high is None else value.high)
        return least if least is most else Word.CANNOT_TELL

    def number(self, word: Word) -> Decimal | None:
        """What that word was judged by."""
        if word in (Word.ABOVE_LINE, Word.AT_LINE, Word.BELOW_LINE):
            return self.line_now
        if word is Word.ON_TRACK or (word is Word.BEHIND and not self.due):
            return self.pace
        return self.target.value if self.target else None

    def _beside_line(self, number: Decimal) -> Word:
        if self.line_now is None:
            return Word.CANNOT_TELL
        if number == self.line_now:
            return Word.AT_LINE
        return Word.ABOVE_LINE if number > self.line_now else Word.BELOW_LINE


def share_of_year(book: Book, quarter: Period, target: Decimal, decimals: int) -> Decimal:
    """The part of a year's target that its days so far make, not rounded up; decision of the house."""
    year = of_year(book.document, quarter.year)
    gone = (quarter.ends_on - year.starts_on).days + 1
    days = (last_day_of_year(book.document, quarter.year) - year.starts_on).days + 1
    return (target * gone / days).quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN)


def earlier_target(find: Callable[[int], Target | None], book: Book, year: int) -> Target | None:
    """The latest decided for an earlier year: it is due already."""
    years = range(year - 1, book.document.first_year - 1, -1)
    return next((target for other in years if (target := find(other))), None)


def line_to(
    book: Book, complete: Callable[[str], Decimal | None], to_day: date, to_value: Decimal
) -> Line | None:
    """The line from the first quarter with a complete value; None where there is none by that day."""
    for quarter in _until(book, to_day):
        value = complete(quarter.key)
        if value is not None:
            return Line(quarter.key, quarter.ends_on, value, to_day, to_value)
    return None


def line_now(line: Line | None, day: date, decimals: int) -> Decimal | None:
    """Its height as it is displayed."""
    height = line.at(day) if line else None
    return None if height is None else rounded(height, decimals)


def _until(book: Book, day: date) -> Iterator[Period]:
    return (quarter for quarter in book.document.quarters if quarter.ends_on <= day)
