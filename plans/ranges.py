"""A figure that may not be known exactly: the least and the most it can be, and why it is not one number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

ZERO: Final = Decimal(0)
HUNDRED: Final = Decimal(100)


class Why(StrEnum):
    """Why a figure is a range."""

    MISSING = "missing"
    """Something that belongs to it was not reported."""
    PROTECTED = "protected"
    """Something that belongs to it is shown as a range, or not at all."""


@dataclass(frozen=True)
class Range:
    """From `low` to `high`, both possible; the more is known, the narrower it is, and never wider."""

    low: Decimal
    high: Decimal | None
    """None where nobody knows how much it can be at most."""
    why: frozenset[Why] = frozenset()
    """Empty where everything that belongs to it is known as it is."""

    def __post_init__(self) -> None:
        if self.high is not None and self.high < self.low:
            raise ValueError(f"a range from {self.low} to {self.high}")

    @property
    def value(self) -> Decimal | None:
        """The number itself, where it can only be one."""
        return self.low if self.low == self.high else None

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def __add__(self, other: Range) -> Range:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Range(self.low + other.low, high, self.why | other.why)

    def holds(self, number: Decimal) -> bool:
        """Whether it can be that number."""
        return self.low <= number and (self.high is None or number <= self.high)

    def within(self, other: Range) -> bool:
        """Whether all it can be, the other can be too."""
        if other.high is not None and (self.high is None or self.high > other.high):
            return False
        return self.low >= other.low

    def percent_of(self, whole: Decimal) -> Range:
        """What percent of `whole`, which is above 0, each end is."""
        high = None if self.high is None else self.high * HUNDRED / whole
        return Range(self.low * HUNDRED / whole, high, self.why)

    def at_most(self, cap: Decimal) -> Range:
        """The range where nothing above `cap` is possible; its low end does not exceed it."""
        return Range(self.low, cap if self.high is None else min(self.high, cap), self.why)

    def rounded(self, decimals: int) -> Range:
        """As it is displayed: what is said of a figure is judged by what the reader sees."""
        high = None if self.high is None else rounded(self.high, decimals)
        return Range(rounded(self.low, decimals), high, self.why)


def exactly(number: Decimal) -> Range:
    """A figure that is known."""
    return Range(number, number)


def rounded(number: Decimal, decimals: int) -> Decimal:
    """The number with so many decimals, a half away from zero."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def total(parts: Iterable[Range]) -> Range:
    """The sum of all; 0 of none."""
    return sum(parts, exactly(ZERO))
