"""Whether objectives and targets will be made: what is needed from now on, what is to be expected, how sure.

Nothing is said where the data do not carry it; the reason is. The figures are those of the book as they stand
at its version, for past periods too.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bg_portal import periods
from plans.book import Book
from plans.calendar import LAST_QUARTER
from plans.comparability import Comparability, Windows
from plans.document import Indicator, PlanDocument, Target
from plans.indicators import YES, accumulates, figure, target_of
from plans.objectives import ObjectiveResult, result
from plans.projection import (
    LOOK_BACK,
    Lack,
    Quarter,
    Season,
    carried,
    completed,
    kept,
    tried_levels,
    tried_years,
)
from plans.prospects import Aim, Method, Outlook
from plans.ranges import HUNDRED, ZERO
from plans.sayings import PeriodName, Saying, gettext_noop, say
from plans.spans import of_quarter, quarters_until
from plans.vocabulary import (
    AcrossCommunes,
    AcrossQuarters,
    Direction,
    IndicatorKind,
    MeasureOfSuccess,
    Protection,
)

MOST_BEHIND: Final = 2
"""Quarters by which the last complete data may lie back; from older ones nothing is said."""


_NOT_ENTERED: Final = gettext_noop("the plan's periods are not entered yet up to the end of %(year)s")


def outlooks(book: Book, at: str) -> list[Outlook]:
    """Every objective, and every target of an indicator for the quarter's year, as seen from the quarter."""
    document, year = book.document, book.document.period(at).year
    goals = [goal for objective in document.objectives if (goal := document.goal(objective.code))]
    yearly = [t for i in document.indicators if (t := target_of(book, i, year, None))]
    return [of_objective(book, goal, at) for goal in goals] + [of_target(book, t, at) for t in yearly]


def of_objective(book: Book, goal: Target, at: str) -> Outlook:
    """An objective at the end of its target's year, as seen from the quarter; counted in communes."""
    document = book.document
    keys = quarters_until(document, at)
    found = [result(book, goal.objective, key) for key in keys]
    expected = Decimal(found[-1].expected)
    share = document.objective(goal.objective).success is MeasureOfSuccess.SHARE
    wanted = goal.value * expected / HUNDRED if share else goal.value
    end = _end_of(goal.year)
    keep = document.objective(goal.objective).direction is Direction.KEEP
    method = Method.KEEP if keep else Method.CHANGE
    aim = Aim(document.quarter_keys, goal, wanted, end, at, expected, method)
    values = [_complete(one) for one in found]
    current = [value if _told(one) else None for one, value in zip(found, values, strict=True)]
    return _level(aim, values, current)


def of_target(book: Book, target: Target, at: str, *, commune: int | None = None) -> Outlook:
    """A target of an indicator, of the city or of a commune, as seen from a quarter of its year."""
    document, indicator = book.document, book.document.indicator(target.indicator)
    end = _end_of(target.year)
    spans = [of_quarter(document, key) for key in document.quarter_keys]
    own = {span.last: figure(book, indicator, span, commune) for span in spans if span.last <= at}
    most = None
    if indicator.kind in (IndicatorKind.YES_NO, IndicatorKind.STANDING):
        counted = indicator.across_communes is AcrossCommunes.COUNT_YES and commune is None
        most = Decimal(own[at].expected) if counted else YES
    method = Method.SEASON if accumulates(indicator) else Method.CHANGE
    aim = Aim(document.quarter_keys, target, target.value, end, at, most, method, decimals_of(indicator))
    if indicator.protection is Protection.RESTRICTED:
        return aim.unsaid(say(gettext_noop("figures of restricted publication are not forecast")))
    values = [own[key].value for key in own]
    if method is Method.SEASON:
        if end not in document.quarter_keys:
            return aim.unsaid(say(_NOT_ENTERED, year=str(target.year)))
        return _year(aim, _additions(indicator, document, dict(zip(own, values, strict=True))))
    return _level(aim, values, values)


def _end_of(year: int) -> str:
    """Key of the quarter at whose end a year's target is due, whether it is entered yet or not."""
    return periods.Quarter(year, LAST_QUARTER).key


def decimals_of(indicator: Indicator) -> int:
    """With how many decimals the city's figure is displayed."""
    return 0 if indicator.across_communes is AcrossCommunes.COUNT_YES else indicator.decimals


def _complete(found: ObjectiveResult) -> Decimal | None:
    return Decimal(found.met) if found.complete else None


def _told(found: ObjectiveResult) -> bool:
    """Whether no answer is still to come that could change it."""
    return found.complete and not found.awaited


def _level(aim: Aim, values: list[Decimal | None], current: list[Decimal | None]) -> Outlook:
    """What stands at a period's end; `current` lacks what reports still to come could change."""
    keys = aim.keys
    last = max((place for place, value in enumerate(current) if value is not None), default=None)
    if last is None or len(current) - 1 - last > MOST_BEHIND:
        return aim.unsaid(_no_data(aim.at))
    values, basis = values[: last + 1], keys[last]
    now = values[-1]
    assert now is not None  # noqa: S101  (what is current is known)
    carry = kept if aim.method is Method.KEEP else carried
    said = carry(values, max(aim.after(basis), 0), aim.most)
    if isinstance(said, Lack):
        if last < LOOK_BACK:
            text = gettext_noop("fewer than %(n)s periods have passed")
            return aim.unsaid(say(text, n=LOOK_BACK + 1), basis, now)
        return aim.unsaid(_no_data(keys[last - LOOK_BACK]), basis, now)
    return aim.said(basis, now, said, tried_levels(values, aim.most, carry))


def _year(aim: Aim, season: Season) -> Outlook:
    """What adds up within a year, from the last quarter up to which nothing lacks."""
    year = aim.target.year
    places = [(y, n) for y, n in season.quarters if y == year and _key((y, n)) <= aim.at]
    told = [place for place in places if season.so_far(place) is not None]
    if not told or len(places) - len(told) > MOST_BEHIND:
        gaps = [place for place in places if place not in season.known]
        return aim.unsaid(_no_data(_key(gaps[0]) if gaps else aim.at))
    basis = told[-1]
    now, said = season.so_far(basis), completed(season, basis, aim.most)
    assert now is not None  # noqa: S101  (chosen so)
    if isinstance(said, Lack):
        return aim.unsaid(say(_LACKS[said]), _key(basis), now)
    return aim.said(_key(basis), now, said, tried_years(season, year, aim.most))


_LACKS: Final = {
    Lack.TOO_SHORT: gettext_noop("too few periods have passed"),
    Lack.NO_EARLIER_YEAR: gettext_noop("there is no earlier year to go by"),
    Lack.NOT_COMPARABLE: gettext_noop("this year's periods do not compare with those of earlier years"),
    Lack.GAPS_NOW: gettext_noop("the data of this year have gaps"),
    Lack.GAPS_BEFORE: gettext_noop("the data of earlier years have gaps"),
    Lack.NO_SCALE: gettext_noop("in the same periods of earlier years there was nothing"),
}


def _no_data(key: str) -> Saying:
    return say(gettext_noop("no complete data of %(period)s"), period=PeriodName(key))


def _key(quarter: Quarter) -> str:
    return periods.Quarter(*quarter).key


def _additions(indicator: Indicator, document: PlanDocument, values: dict[str, Decimal | None]) -> Season:
    """What each quarter added; of what is counted since the start of the year, the difference."""
    rows = {(row.year, row.quarter): row.key for row in document.quarters}
    known: dict[Quarter, Decimal] = {}
    for place, key in rows.items():
        value = values.get(key)
        if indicator.across_quarters is AcrossQuarters.CUMULATIVE and value is not None:
            before = rows.get((place[0], place[1] - 1))
            earlier = values.get(before) if before else ZERO
            value = None if earlier is None else value - earlier
        if value is not None:
            known[place] = value
    return Season(tuple(rows), known, lambda one, other: _compare(document, rows, one, other))


def _compare(document: PlanDocument, rows: dict[Quarter, str], one: Quarter, other: Quarter) -> bool:
    """Whether the quarters of two years may be held against each other, by the rule for the same period."""
    if one not in rows or other not in rows:
        return False
    later, earlier = (of_quarter(document, rows[quarter]) for quarter in (max(one, other), min(one, other)))
    return Windows(later, earlier, first=False).verdict is not Comparability.NO
