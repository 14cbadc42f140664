"""Communes, or moments, beside each other: verdicts and figures as columns, beside them the city's median.

Nothing is added up over unlike indicators, and no commune is put before another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plans import spans
from plans.document import Indicator
from plans.figures import Figure
from plans.indicators import adds_up, figure
from plans.median import Beside, Median, beside, median_of
from plans.presenting import Reach, Said, Scope
from plans.presenting.figures import NOTHING
from plans.presenting.indicator import own_period
from plans.presenting.measures import measure_of, measure_title
from plans.presenting.rows import figure_text, is_part
from plans.presenting.wording import in_language, number, written
from plans.spans import Span
from plans.vocabulary import AcrossCommunes

BESIDE: Final[dict[Beside, Promise | str]] = {
    Beside.ABOVE: _("above the median"),
    Beside.EQUAL: _("equal to the median"),
    Beside.BELOW: _("below the median"),
    Beside.OPEN: "",
}


@dataclass(frozen=True)
class Side:
    """One column: a commune, or the city, at a moment."""

    title: str
    note: str
    """The moment, where two are beside each other."""
    scope: Scope


@dataclass(frozen=True)
class ComparedRow:
    """One indicator over the sides."""

    indicator: Indicator
    name: str
    unit: str
    href: str
    part: bool
    measure: str
    cells: tuple[Said, ...]
    values: tuple[tuple[Decimal, Decimal] | None, ...]
    """What each cell is sorted by: the least and the most; None where nothing is known."""
    median: Said = NOTHING
    beside: Promise | str = ""
    change: str = ""

    @property
    def words(self) -> str:
        """What a filter looks through: both names and the code."""
        return f"{self.indicator.code} {self.indicator.name_vi} {self.indicator.name_en}"


def compared_rows(sides: Sequence[Side], reach: Reach) -> Iterator[ComparedRow]:
    """Every indicator that is published by commune and by quarter, in the order of the plan."""
    scope = sides[0].scope
    for indicator in scope.book.document.indicators:
        if not scope.book.withheld(indicator):
            yield _row(sides, indicator, reach)


def _row(sides: Sequence[Side], indicator: Indicator, reach: Reach) -> ComparedRow:
    scope = sides[0].scope
    found = [_figure(side.scope, indicator.code, reach) for side in sides]
    moments = {side.note for side in sides}
    median = _median(scope, indicator, reach) if len(moments) == 1 else None
    alone = len(sides) == 1 and scope.place is not None and found[0] is not None
    return ComparedRow(
        indicator=indicator,
        name=in_language(indicator, "name"),
        unit=in_language(indicator, "unit"),
        href=scope.indicator(indicator.code),
        part=is_part(scope, indicator),
        measure=measure_title(measure_of(scope, indicator.measure)),
        cells=tuple(_said(side.scope, one, reach) for side, one in zip(sides, found, strict=True)),
        values=tuple(_value(one) for one in found),
        median=_median_said(scope, indicator, median, reach) if len(moments) == 1 else NOTHING,
        beside=BESIDE[beside(found[0], median)] if alone and found[0] else "",
        change=_change(found) if len(moments) == 2 and len(sides) == 2 else "",
    )


def span_of(scope: Scope, indicator: Indicator, reach: Reach) -> tuple[Span, Reach]:
    """The stretch asked for; of what makes no sum over it, the period alone."""
    document, span = scope.book.document, scope.span
    if reach is Reach.YEAR and scope.key == scope.quarter:
        span = spans.year_to_date(document, scope.quarter)
    if reach is Reach.PLAN:
        span = spans.plan_to_date(document, scope.quarter)
    return (span, reach) if adds_up(indicator, span) else (scope.span, Reach.PERIOD)


def _figure(scope: Scope, code: str, reach: Reach) -> Figure | None:
    """None where the plan of that moment did not have the indicator."""
    try:
        indicator = scope.book.document.indicator(code)
    except KeyError:
        return None
    return figure(scope.book, indicator, span_of(scope, indicator, reach)[0], scope.commune)


def _said(scope: Scope, found: Figure | None, reach: Reach) -> Said:
    if found is None:
        return Said("–", note=gettext("not asked in this period"))
    own = span_of(scope, found.indicator, reach)[1]
    if own is Reach.PERIOD and scope.place is not None:
        return own_period(scope, found.indicator, found)
    return figure_text(scope, found, own)


def _value(found: Figure | None) -> tuple[Decimal, Decimal] | None:
    known = found.reported if found else None
    return (known.low, known.low if known.high is None else known.high) if known else None


def _median(scope: Scope, indicator: Indicator, reach: Reach) -> Median | None:
    return median_of(scope.book, indicator, span_of(scope, indicator, reach)[0])


def _median_said(scope: Scope, indicator: Indicator, median: Median | None, reach: Reach) -> Said:
    """The median with how many it rests on; of a yes or no, how many say yes."""
    city = scope.of(None)
    span, own = span_of(city, indicator, reach)
    if indicator.across_communes is AcrossCommunes.COUNT_YES:
        return figure_text(city, figure(city.book, indicator, span), own)
    if median is None:
        return NOTHING
    coverage, whole = f"{median.known}/{median.expected}", median.known == median.expected
    return Said(written(median.value), coverage, whole, href=city.why(indicator.code, own))


def _change(found: Sequence[Figure | None]) -> str:
    """By how much the first is more than the second; nothing where either is not one number."""
    now, before = (one.value if one else None for one in found)
    capped = any(part.cap is not None for one in found if one for part in one.parts)
    if now is None or before is None or (capped and len(found[0].parts if found[0] else ()) == 1):
        return ""
    sign = "+" if now > before else "−" if now < before else ""
    return f"{sign}{number(abs(now - before))}"
