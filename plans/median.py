"""The middle one of the communes: half have no more, half no less. Computed from what a reader may see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from plans.book import Book
from plans.document import Indicator
from plans.figures import Figure
from plans.indicators import figure
from plans.ranges import Range, Why
from plans.spans import Span
from plans.vocabulary import AcrossCommunes

MOST: Final = Decimal("Infinity")


class Beside(StrEnum):
    """How a commune's figure lies to the median; not a judgement."""

    ABOVE = "above"
    EQUAL = "equal"
    BELOW = "below"
    OPEN = "open"
    """The ranges overlap, or something lacks."""


@dataclass(frozen=True)
class Median:
    """The median of the communes of whom nothing lacks; a range where figures are ranges or not public."""

    value: Range
    known: int
    expected: int
    """Communes of whom anything is due."""


def median_of(book: Book, indicator: Indicator, span: Span) -> Median | None:
    """The median over the span; None where communes make no row of numbers, or none is whole."""
    if indicator.across_communes is not AcrossCommunes.SUM or book.withheld(indicator):
        return None
    found = figure(book, indicator, span)
    whole = [part.bounds for part in found.parts if not part.lacking]
    return Median(middle(whole), len(whole), found.expected) if whole else None


def middle(ranges: Sequence[Range]) -> Range:
    """The median of numbers that may be ranges: wherever in them the numbers lie, it lies in this one."""
    low = _middle([one.low for one in ranges])
    most = _middle([MOST if one.high is None else one.high for one in ranges])
    high = most if most.is_finite() else None
    why = frozenset[Why]() if low == high else frozenset({Why.PROTECTED})
    return Range(low, high, why)


def beside(own: Figure, median: Median | None) -> Beside:
    """How the figure of one commune lies to the median."""
    if median is None or own.bounds is None or not own.complete:
        return Beside.OPEN
    mine, other = own.bounds, median.value
    if mine.exact and other.exact and mine.low == other.low:
        return Beside.EQUAL
    if other.high is not None and mine.low > other.high:
        return Beside.ABOVE
    if mine.high is not None and mine.high < other.low:
        return Beside.BELOW
    return Beside.OPEN


def _middle(numbers: Sequence[Decimal]) -> Decimal:
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
