"""A series carried forward by a stated method, with a range from the misses of the same method in the past.

Three methods. What stands at a period's end and is to grow goes on by the mean change of the last four
quarters; what is to be kept stays as it is. What adds up within a year goes on as the same quarters of
earlier years did, scaled by this year's ratio to them. Numbers alone; what they mean is for others to say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from typing import Final, TypeAlias

from plans.ranges import ZERO, Range, rounded

LOOK_BACK: Final = 4
"""Quarters over which a pace is taken: a whole year, so that the season of the quarter falls out."""
LEAST_TRIED: Final = 3
"""How many earlier forecasts must have met what came before a range is given."""
ONE: Final = Decimal(1)

Levels: TypeAlias = Sequence[Decimal | None]
"""What stood at the end of each period, oldest first; None where it is not known."""
Carry: TypeAlias = "Callable[[Levels, int, Decimal | None], Projected | Lack]"
"""A method for levels: the values, how many periods on, the most that is possible."""
Quarter: TypeAlias = tuple[int, int]
"""Year and number."""


class Lack(StrEnum):
    """Why nothing can be said."""

    TOO_SHORT = "too_short"
    """Nothing is known of the quarter a year before."""
    NO_EARLIER_YEAR = "no_earlier_year"
    NOT_COMPARABLE = "not_comparable"
    """Earlier years have quarters of other lengths or other days."""
    GAPS_NOW = "gaps_now"
    """Something of this year so far is not known."""
    GAPS_BEFORE = "gaps_before"
    """Of no earlier year enough is known."""
    NO_SCALE = "no_scale"
    """Something came this year where nothing had come before."""


@dataclass(frozen=True)
class Projected:
    """What a series comes to."""

    point: Decimal
    pace: Decimal
    """By how much it goes on in each period still to come, on average."""
    span: Range | None
    """From least to most by the misses so far; None where too few forecasts met what came."""
    tried: int
    """How many did."""

    def rounded(self, decimals: int) -> Projected:
        """As it is displayed, and judged: the range outward, so that it never promises more."""
        point = rounded(self.point, decimals)
        return replace(self, point=point, span=_outward(self.span, decimals) if self.span else None)


def _outward(span: Range, decimals: int) -> Range:
    step = ONE.scaleb(-decimals)
    high = None if span.high is None else span.high.quantize(step, ROUND_CEILING)
    return Range(span.low.quantize(step, ROUND_FLOOR), high, span.why)


@dataclass(frozen=True)
class Tried:
    """What would have been said at a past period, and what came."""

    at: int
    """Place of the period in the series."""
    ahead: int
    said: Projected
    came: Decimal

    @property
    def miss(self) -> Decimal:
        """By how much too high it was; below 0: too low."""
        return self.said.point - self.came

    @property
    def held(self) -> bool | None:
        """Whether what came lies in the range; None where none was given."""
        return self.said.span.holds(self.came) if self.said.span else None


def mean_miss(tried: Sequence[Tried]) -> Decimal | None:
    """The mean absolute miss; None of nothing tried."""
    return sum((abs(one.miss) for one in tried), ZERO) / len(tried) if tried else None


# ── what stands at the end of a period ───────────────────────────────────────────────────────────
def pace(values: Levels) -> Decimal | None:
    """The mean change per quarter over the last four; None where either end is not known."""
    if len(values) <= LOOK_BACK:
        return None
    first, last = values[-1 - LOOK_BACK], values[-1]
    return None if first is None or last is None else (last - first) / LOOK_BACK


def carried(values: Levels, ahead: int, most: Decimal | None) -> Projected | Lack:
    """The last value some periods on, never below 0 nor above `most`.

    The range reaches as far as the largest misses of one step so far, up and down, for each step ahead.
    """
    step, last = pace(values), values[-1] if values else None
    if step is None or last is None:
        return Lack.TOO_SHORT
    point = _possible(last + ahead * step, most)
    misses = list(_misses(values, most))
    if len(misses) < LEAST_TRIED:
        return Projected(point, step, None, len(misses))
    low = _possible(point + ahead * min(ZERO, *misses), most)
    high = _possible(point + ahead * max(ZERO, *misses), most)
    return Projected(point, step, Range(low, high), len(misses))


def kept(values: Levels, ahead: int, most: Decimal | None) -> Projected | Lack:
    """The last value as it is, never above `most`.

    The range reaches as far as the largest changes over as many periods so far, up and down.
    """
    last = values[-1] if values else None
    if last is None:
        return Lack.TOO_SHORT
    point = _possible(last, most)
    pairs = zip(values, values[ahead:], strict=False)
    changes = [after - before for before, after in pairs if before is not None and after is not None]
    if len(changes) < LEAST_TRIED:
        return Projected(point, ZERO, None, len(changes))
    low, high = (_possible(point + change, most) for change in (min(ZERO, *changes), max(ZERO, *changes)))
    return Projected(point, ZERO, Range(low, high), len(changes))


def tried_levels(values: Levels, most: Decimal | None, carry: Carry = carried) -> list[Tried]:
    """What would have been said at each earlier period of the last one, oldest first."""
    found = []
    for at in range(len(values) - 1):
        ahead = len(values) - 1 - at
        said, came = carry(values[: at + 1], ahead, most), values[-1]
        if isinstance(said, Projected) and came is not None:
            found.append(Tried(at, ahead, said, came))
    return found


def _misses(values: Levels, most: Decimal | None) -> Iterator[Decimal]:
    """What came minus what one step from the period before would have given."""
    for at in range(len(values) - 1):
        step, last, came = pace(values[: at + 1]), values[at], values[at + 1]
        if step is not None and last is not None and came is not None:
            yield came - _possible(last + step, most)


def _possible(value: Decimal, most: Decimal | None) -> Decimal:
    held = max(value, ZERO)
    return held if most is None else min(held, most)


# ── what adds up within a year ───────────────────────────────────────────────────────────────────
@dataclass(frozen=True)
class Season:
    """What each quarter added, by year and number, and which quarters of different years compare."""

    quarters: tuple[Quarter, ...]
    """All there are, in order of time."""
    known: Mapping[Quarter, Decimal]
    compares: Callable[[Quarter, Quarter], bool]

    def numbers(self, year: int) -> list[int]:
        return [number for of_year, number in self.quarters if of_year == year]

    def so_far(self, last: Quarter) -> Decimal | None:
        """What its year comes to by the end of the quarter; None with gaps."""
        return self._sum((last[0], number) for number in self.numbers(last[0]) if number <= last[1])

    def rest(self, last: Quarter) -> Decimal | None:
        """What its year added after the quarter; None with gaps."""
        return self._sum((last[0], number) for number in self.numbers(last[0]) if number > last[1])

    def _sum(self, quarters: Iterator[Quarter]) -> Decimal | None:
        found = [self.known.get(quarter) for quarter in quarters]
        return None if None in found else sum((value for value in found if value is not None), ZERO)


def completed(season: Season, last: Quarter, most: Decimal | None = None) -> Projected | Lack:
    """What the year of the quarter comes to, never above `most`.

    The range reaches as far as what came after such a quarter ever was from what was to be expected. Only
    years that were over before count for it, as at the time nothing else was known.
    """
    done, rest = season.so_far(last), _rest(season, last)
    if done is None:
        return Lack.GAPS_NOW
    if isinstance(rest, Lack):
        return rest
    left = sum(number > last[1] for number in season.numbers(last[0]))
    step = rest / left if left else ZERO
    shares = [came / said for said, came in _rests(season, last[0]) if said]
    point = _possible(done + rest, most)
    if left and len(shares) < LEAST_TRIED:
        return Projected(point, step, None, len(shares))
    low, high = (_possible(done + rest * share, most) for share in (min([ONE, *shares]), max([ONE, *shares])))
    return Projected(point, step, Range(low, high), len(shares))


def tried_years(season: Season, before: int, most: Decimal | None = None) -> list[Tried]:
    """What would have been said in each year before this one of its end, oldest first."""
    found = []
    for at, quarter in enumerate(season.quarters):
        ahead = sum(number > quarter[1] for number in season.numbers(quarter[0]))
        came = season.so_far((quarter[0], max(season.numbers(quarter[0]))))
        said = completed(season, quarter, most) if ahead and quarter[0] < before else None
        if isinstance(said, Projected) and came is not None:
            found.append(Tried(at, ahead, said, came))
    return found


def _rests(season: Season, before: int) -> Iterator[tuple[Decimal, Decimal]]:
    """Of every quarter of the years before: what was to be expected after it, and what came."""
    for quarter in season.quarters:
        last = quarter[1] == max(season.numbers(quarter[0]))
        if quarter[0] >= before or last or season.so_far(quarter) is None:
            continue
        said, came = _rest(season, quarter), season.rest(quarter)
        if not isinstance(said, Lack) and came is not None:
            yield said, came


def _rest(season: Season, last: Quarter) -> Decimal | Lack:
    """What is still to come after the quarter: the mean of what each earlier year has to say."""
    year, number = last
    earlier = sorted({of_year for of_year, _number in season.quarters if of_year < year})
    if not any(each > number for each in season.numbers(year)):
        return ZERO
    told = [_rest_as_in(season, other, last) for other in earlier]
    estimates = [one for one in told if not isinstance(one, Lack)]
    if estimates:
        return sum(estimates, ZERO) / len(estimates)
    return told[-1] if told else Lack.NO_EARLIER_YEAR


def _rest_as_in(season: Season, other: int, last: Quarter) -> Decimal | Lack:
    """The same quarters of the other year, scaled by the ratio of what both years have in common so far."""
    year, number = last
    like = [n for n in season.numbers(year) if season.compares((year, n), (other, n))]
    left = [n for n in season.numbers(year) if n > number]
    if not set(left) <= set(like) or not any(n <= number for n in like):
        return Lack.NOT_COMPARABLE
    shared = [n for n in like if n <= number and (other, n) in season.known and (year, n) in season.known]
    if not shared or any((other, n) not in season.known for n in left):
        return Lack.GAPS_BEFORE
    before = sum((season.known[other, n] for n in shared), ZERO)
    now = sum((season.known[year, n] for n in shared), ZERO)
    if now and not before:
        return Lack.NO_SCALE
    rest = sum((season.known[other, n] for n in left), ZERO)
    return rest * now / before if before else rest
