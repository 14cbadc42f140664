"""Indicators computed: of one commune and of the city, over quarters, years and the plan, against targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from plans.book import Book
from plans.document import Indicator, Target
from plans.document_rows import commune_key
from plans.figures import Figure, Nothing, Part
from plans.progress import Course, over
from plans.protection import Form
from plans.ranges import ZERO, Range
from plans.recognition import in_force
from plans.spans import Span, SpanKind, of_quarter, plan_to_date, year_to_date
from plans.vocabulary import AcrossCommunes, AcrossQuarters, Frequency, IndicatorKind

YES: Final = Decimal(1)
_YES_NO: Final = (IndicatorKind.YES_NO, IndicatorKind.STANDING)


@dataclass(frozen=True)
class AgainstTarget:
    """The year so far against what was decided for the year."""

    target: Target | None
    percent: Range | None
    """Of what is known; None without a target or with one of 0, and where nothing is known."""
    possible: Range | None
    """All it can be, with what lacks."""
    communes_sum: Decimal | None
    """Of the city: what its communes' own targets add up to, beside its own; None where none has one."""
    communes_with: int = 0
    """How many communes have a target of their own."""


@dataclass(frozen=True)
class IndicatorResult:
    """One indicator in a quarter, as a row of a table: in the period, the year so far, the plan so far."""

    indicator: Indicator
    quarter: Figure
    year: Figure | None
    """None where its quarters make no sum: of a stock nothing is repeated there."""
    plan: Figure | None
    against: AgainstTarget

    @property
    def towards_target(self) -> Figure:
        """What a year's target is held against: the year so far, or what stands at the period's end."""
        return self.year or self.quarter


def indicator_result(book: Book, code: str, quarter: str, *, commune: int | None = None) -> IndicatorResult:
    """The row of the city, or of one commune. Raises KeyError where the plan has none of it."""
    document, indicator = book.document, book.document.indicator(code)
    so_far = year_to_date(document, quarter)
    year = figure(book, indicator, so_far, commune) if accumulates(indicator) else None
    flow = indicator.across_quarters is AcrossQuarters.SUM
    plan = figure(book, indicator, plan_to_date(document, quarter), commune) if flow else None
    own = figure(book, indicator, of_quarter(document, quarter), commune)
    against = against_target(book, indicator, so_far.year, year or own, commune)
    return IndicatorResult(indicator, own, year, plan, against)


def figure(book: Book, indicator: Indicator, span: Span, commune: int | None = None) -> Figure:
    """The indicator over the span, of the city or of one commune."""
    return city(book, indicator, span) if commune is None else of_commune(book, indicator, commune, span)


def accumulates(indicator: Indicator) -> bool:
    """Whether there is a year so far, other than what stands at its end."""
    return indicator.across_quarters in (AcrossQuarters.SUM, AcrossQuarters.CUMULATIVE)


def target_of(book: Book, indicator: Indicator, year: int, commune: int | None) -> Target | None:
    """What was decided for the year, for the city or for one commune."""
    if commune is None:
        return book.document.target(indicator.code, year)
    return _communes_targets(book, indicator, year).get(commune)


def against_target(
    book: Book, indicator: Indicator, year: int, known: Figure, commune: int | None = None
) -> AgainstTarget:
    """The year so far, or what stands at its end, against what was decided for the year."""
    target = target_of(book, indicator, year, commune)
    percents = (_percent(known.reported, target), _percent(known.bounds, target))
    if commune is not None:
        return AgainstTarget(target, *percents, None)
    values = [row.value for row in _communes_targets(book, indicator, year).values()]
    return AgainstTarget(target, *percents, sum(values, ZERO) if values else None, len(values))


def _percent(known: Range | None, target: Target | None) -> Range | None:
    return known.percent_of(target.value) if known and target and target.value else None


def _communes_targets(book: Book, indicator: Indicator, year: int) -> dict[int, Target]:
    """Of those who take part in the year."""
    found = {
        book.communes[commune_key(row.commune, row.commune_valid_from)]: row
        for row in book.document.targets
        if row.commune and row.indicator == indicator.code and row.year == year
    }
    return {commune: row for commune, row in found.items() if book.takes_part(commune, str(year))}


def city(book: Book, indicator: Indicator, span: Span) -> Figure:
    """The indicator of all communes that take part at any time of the span."""
    if book.withheld(indicator):
        return _restricted(book, indicator, span)
    if indicator.across_communes is AcrossCommunes.NONE:
        return Figure(indicator, span, nothing=Nothing.NOT_ADDED)
    return _figure(
        book, indicator, span, sorted({c for key in span.quarters for c in book.participants(key)})
    )


def of_commune(book: Book, indicator: Indicator, commune: int, span: Span) -> Figure:
    """The indicator of one commune."""
    if book.withheld(indicator):
        return Figure(indicator, span, nothing=Nothing.RESTRICTED)
    return _figure(book, indicator, span, [commune])


def adds_up(indicator: Indicator, span: Span) -> bool:
    """Whether the indicator says anything over such a span.

    A flow adds up over any time; what is counted since the start of the year says so of the year. A stock or
    a lasting state is that of the last day of a quarter or a whole year, and never a sum.
    """
    if span.kind is SpanKind.QUARTER:
        return indicator.frequency is Frequency.QUARTER or indicator.kind is IndicatorKind.STANDING
    match indicator.across_quarters:
        case AcrossQuarters.SUM:
            return True
        case AcrossQuarters.CUMULATIVE:
            return span.kind is not SpanKind.PLAN
        case AcrossQuarters.LATEST:
            return span.kind is SpanKind.YEAR
        case AcrossQuarters.NONE:
            return span.kind is SpanKind.YEAR and indicator.frequency is Frequency.YEAR


def _figure(book: Book, indicator: Indicator, span: Span, communes: Sequence[int]) -> Figure:
    if not adds_up(indicator, span):
        return Figure(indicator, span, nothing=Nothing.NOT_ADDED)
    found = {commune: _part(book, indicator, commune, span) for commune in communes}
    parts = tuple(part for part in found.values() if part)
    outside = tuple(commune for commune, part in found.items() if not part)
    if not parts:
        return Figure(indicator, span, (), Nothing.NOT_APPLICABLE, None, outside)
    nothing = None if any(part.low is not None for part in parts) else Nothing.NO_DATA
    return Figure(indicator, span, parts, nothing, None, outside)


def _part(book: Book, indicator: Indicator, commune: int, span: Span) -> Part | None:
    """None where nothing is due of the commune."""
    own = book.series(indicator.code, commune)
    cap = YES if indicator.kind in _YES_NO else None
    if indicator.kind is IndicatorKind.STANDING:
        return _decided(book, indicator, commune, span)
    keys = [str(span.year)] if indicator.frequency is Frequency.YEAR else span.quarters
    course = over(indicator, own, _taken(book, indicator, commune, keys))
    if not course.total.expected:
        return None
    return _from_course(commune, course, cap)


def _taken(book: Book, indicator: Indicator, commune: int, keys: Sequence[str]) -> list[str]:
    """The periods in which it takes part; of a stock, only whether it does so in the last."""
    if indicator.across_quarters in (AcrossQuarters.LATEST, AcrossQuarters.NONE):
        keys = keys[-1:]
    return [key for key in keys if book.takes_part(commune, key)]


def _from_course(commune: int, course: Course, cap: Decimal | None) -> Part:
    total = course.total
    gaps = (course.lacking, course.withheld)
    return Part(commune, total.low, total.high, total.expected, *gaps, course.counted, cap)


def _decided(book: Book, indicator: Indicator, commune: int, span: Span) -> Part | None:
    """What the decision in force on the span's last day says."""
    if not book.takes_part(commune, span.last) or not indicator.applies_in(span.last):
        return None
    decision = in_force(book.series(indicator.code, commune), span.ends_on)
    if decision is None:
        return Part(commune, None, None, 1, (span.last,), (), (), YES)
    return Part(commune, decision.low, decision.high, 1, (), (), (decision,), YES)


def _restricted(book: Book, indicator: Indicator, span: Span) -> Figure:
    known = book.city_year(indicator.code, span.year) if span.kind is SpanKind.YEAR else None
    if known is None:
        return Figure(indicator, span, nothing=Nothing.RESTRICTED)
    nothing = Nothing.NO_DATA if known.form is Form.MISSING else None
    return Figure(indicator, span, nothing=nothing, city_year=known)
