"""An indicator as charts draw it: the city by period and by year, each commune in the period and over time.

Nothing of what is restricted has a chart, whoever looks. Bars in order of size are of open amounts alone: a
score, a sensitive number or a yes and no make no order of places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bg_portal.charts.bars import MOST_UNITS, Bar, by_amount, median
from bg_portal.charts.course import Course, Point
from bg_portal.charts.multiples import Unit, shared_scale
from bg_portal.charts.scale import Scale, scale_for
from bg_portal.periods import Quarter
from plans.book import Book
from plans.calendar import Period
from plans.document import Indicator
from plans.figures import Figure, Nothing
from plans.indicators import accumulates, figure
from plans.presenting.charts import column, target_words, ticks_of
from plans.presenting.indicator import CommuneRow, SpanRow
from plans.presenting.scope import Scope
from plans.presenting.wording import number, written
from plans.protection import Form, Shown
from plans.ranges import Range
from plans.spans import of_quarter, year_to_date
from plans.standing import of_indicator
from plans.vocabulary import AcrossQuarters, Frequency, IndicatorKind, Protection

AMOUNTS = (IndicatorKind.COUNT, IndicatorKind.AMOUNT)


@dataclass(frozen=True)
class IndicatorCharts:
    """Those that say something of the indicator; None for the others."""

    course: Course | None = None
    so_far: bool = False
    """Whether the course shows the year so far, which is what its target speaks of."""
    years: list[Bar] | None = None
    years_scale: Scale | None = None
    years_ticks: Sequence[str] = ()
    bars: list[Bar] | None = None
    median_words: str = ""
    units: list[Unit] | None = None
    top: str = ""
    """The largest number of the scale that the small pictures share."""


def indicator_charts(
    scope: Scope,
    indicator: Indicator,
    years: Sequence[SpanRow],
    rows: Sequence[CommuneRow],
    unit: str,
) -> IndicatorCharts:
    """The charts of the indicator's page, from the rows of its tables."""
    if indicator.protection is Protection.RESTRICTED:
        return IndicatorCharts()
    amounts = indicator.kind in AMOUNTS
    own_bars = _bars(rows) if amounts and indicator.protection is Protection.OPEN else None
    units = (
        _units(scope, indicator, rows, unit) if amounts and indicator.frequency is Frequency.QUARTER else None
    )
    by_year = _years(scope, indicator, years)
    scale = scale_for((end for bar in by_year or [] for end in bar.ends), whole=not indicator.decimals)
    return IndicatorCharts(
        course=_course(scope, indicator) if indicator.frequency is Frequency.QUARTER else None,
        so_far=_so_far(scope.book, indicator),
        years=by_year,
        years_scale=scale,
        years_ticks=ticks_of(scale),
        bars=own_bars,
        median_words=_median_words(own_bars) if own_bars else "",
        units=units,
        top=number(shared_scale(units).top) if units else "",
    )


def _so_far(book: Book, indicator: Indicator) -> bool:
    """A target of a flow is one of the year, so against it stands the year so far."""
    return accumulates(indicator) and any(
        book.document.target(indicator.code, row.year) for row in book.document.years
    )


def _course(scope: Scope, indicator: Indicator) -> Course | None:
    changed = scope.book.corrected({indicator.code})
    points = [
        _point(scope, indicator, quarter, quarter.key in changed) for quarter in scope.book.document.quarters
    ]
    if not any(point.known for point in points):
        return None
    ends = [end for p in points for end in (p.low, p.high, p.target, p.reference) if end is not None]
    scale = scale_for(ends, whole=not indicator.decimals)
    return Course(points, scale, ticks_of(scale), target_words(points))


def _point(scope: Scope, indicator: Indicator, quarter: Period, corrected: bool) -> Point:  # noqa: FBT001
    book, key = scope.book, quarter.key
    so_far = _so_far(book, indicator)
    span = year_to_date(book.document, key) if so_far else of_quarter(book.document, key)
    found = figure(book, indicator, span)
    shown = None if key > scope.quarter else _bounds(found, indicator)
    told = of_indicator(book, indicator.code, key)
    return Point(
        *column(quarter),
        low=shown.low if shown else None,
        high=shown.high if shown else None,
        words=written(shown) if shown else "",
        corrected=corrected,
        joined=quarter.quarter > 1 or not _of_the_year(indicator, so_far=so_far),
        coming=key > scope.quarter or found.nothing in (Nothing.NOT_APPLICABLE, Nothing.NOT_ADDED),
        target=told.yardstick.target.value if told and told.yardstick.target else None,
        reference=told.yardstick.line_now if told else None,
    )


def _of_the_year(indicator: Indicator, *, so_far: bool) -> bool:
    """Whether it begins anew with each year, so that no line leads there from the year before."""
    return so_far or indicator.across_quarters is AcrossQuarters.CUMULATIVE


def _bounds(found: Figure, indicator: Indicator) -> Range | None:
    """All it can be, as it is displayed; None where nothing is known."""
    if found.nothing is not None or found.bounds is None:
        return None
    return found.bounds.rounded(indicator.decimals)


def _years(scope: Scope, indicator: Indicator, rows: Sequence[SpanRow]) -> list[Bar] | None:
    bars = []
    for row in rows:
        shown = _bounds(row.figure, indicator)
        span = row.figure.span
        target = scope.book.document.target(indicator.code, span.year)
        bars.append(
            Bar(
                name=_year_name(scope, span.year, span.last),
                words=row.said.text or "…",
                low=shown.low if shown else None,
                high=shown.high if shown else None,
                target=target.value if target else None,
            )
        )
    return bars if any(bar.low is not None for bar in bars) else None


def _year_name(scope: Scope, year: int, last: str) -> str:
    """2019, and of the running year up to which period."""
    if scope.book.document.period(last).ends_year:
        return str(year)
    return _("to %(quarter)s/%(year)s") % {"quarter": Quarter.parse(last).roman, "year": year}


def _bars(rows: Sequence[CommuneRow]) -> list[Bar] | None:
    """The communes by their amounts in the period; none where nobody has one, and none of a crowd."""
    bars = [
        Bar(
            name=row.place.name,
            words=row.period.text or _("no data yet"),
            low=row.amount.low if row.amount else None,
            high=row.amount.high if row.amount else None,
        )
        for row in rows
    ]
    return by_amount(bars) if len(bars) <= MOST_UNITS and any(bar.low for bar in bars) else None


def _median_words(bars: Sequence[Bar]) -> str:
    found = median(bars)
    if found is None or found[0] != found[1]:
        return ""
    return _("Median: %(value)s") % {"value": number(found[0])}


def _units(scope: Scope, indicator: Indicator, rows: Sequence[CommuneRow], unit: str) -> list[Unit] | None:
    if len(rows) > MOST_UNITS:
        return None
    units = [_unit(scope, indicator, row, unit) for row in rows]
    return units if any(point.known for each in units for point in each.points) else None


def _unit(scope: Scope, indicator: Indicator, row: CommuneRow, unit: str) -> Unit:
    own = scope.book.series(indicator.code, row.place.id)
    points = [
        _own_point(own.get(quarter.key), indicator, quarter)
        for quarter in scope.book.document.quarters
        if quarter.key <= scope.quarter
    ]
    words = f"{row.period.text} {unit}" if row.amount else row.period.text or _("no data yet")
    return Unit(row.place.name, words, points, scope.of(row.place).why(indicator.code))


def _own_point(shown: Shown | None, indicator: Indicator, quarter: Period) -> Point:
    known = shown is not None and shown.form in (Form.EXACT, Form.BAND)
    return Point(
        *column(quarter),
        low=shown.low if shown and known else None,
        high=shown.high if shown and known else None,
        joined=quarter.quarter > 1 or not _of_the_year(indicator, so_far=False),
    )
