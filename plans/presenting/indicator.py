"""An indicator over time and over communes: the quarters of a year, the years, the plan, each commune."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from plans.document import Indicator
from plans.figures import Figure
from plans.indicators import accumulates, adds_up, against_target, figure
from plans.presenting.figures import NOTHING, Said, cell_said
from plans.presenting.rows import (
    NO_COMPARISON,
    NO_TARGET,
    ComparisonSaid,
    IndicatorRow,
    StandingSaid,
    TargetSaid,
    against_said,
    comparison_said,
    figure_text,
    measured,
    standing_said,
    target_said,
)
from plans.presenting.scope import Reach, Scope
from plans.presenting.targets import Histories, History
from plans.protection import has_city_year
from plans.queries import Place
from plans.ranges import Range
from plans.spans import Span, SpanKind, of_quarter, of_year, plan_to_date, year_to_date
from plans.vocabulary import Frequency
from plans.words import label_of


@dataclass(frozen=True)
class SpanRow:
    """The city's indicator over one stretch of time."""

    label: str
    href: str
    """The page at that time; empty where it is no period."""
    current: bool
    figure: Figure
    said: Said
    comparison: ComparisonSaid
    target: TargetSaid = NO_TARGET
    percent: Said = NOTHING
    standing: StandingSaid | None = None


@dataclass(frozen=True)
class CommuneRow:
    """One commune's indicator in the period."""

    place: Place
    amount: Range | None
    """All that the period's figure can be; None where nothing is known."""
    period: Said
    year: Said
    target: TargetSaid
    history: History | None
    percent: Said
    standing: StandingSaid | None
    comparison: ComparisonSaid
    so_far: Range | None = None
    """All that the year so far can be."""
    wanted: Decimal | None = None
    """The year's target."""
    share: Range | None = None
    """Of the target, in percent."""


def quarter_rows(scope: Scope, indicator: Indicator) -> list[SpanRow]:
    """The quarters of the scope's year up to its period; none of what is known by the year alone."""
    document = scope.book.document
    if scope.book.withheld(indicator) or indicator.frequency is Frequency.YEAR:
        return []
    keys = year_to_date(document, scope.quarter).quarters
    return [_span_row(scope, indicator, key, of_quarter(document, key)) for key in keys]


def year_rows(scope: Scope, indicator: Indicator) -> list[SpanRow]:
    """The years up to the scope's, of which the last may still run; none where quarters make no year."""
    document, hidden = scope.book.document, scope.book.withheld(indicator)
    if hidden and not has_city_year(indicator):
        return []
    rows = [row for row in document.years if row.year <= scope.year]
    if not hidden and not adds_up(indicator, of_year(document, scope.year)):
        return []
    return [_year_row(scope, indicator, row.key, _year(scope, indicator, row.year)) for row in rows]


def plan_row(scope: Scope, indicator: Indicator) -> SpanRow | None:
    """The plan so far; None where its years make no sum."""
    span = plan_to_date(scope.book.document, scope.quarter)
    if scope.book.withheld(indicator) or not adds_up(indicator, span):
        return None
    found = figure(scope.book, indicator, span)
    said = figure_text(scope, found, Reach.PLAN)
    return SpanRow(_("the whole plan so far"), "", False, found, said, NO_COMPARISON)


def _year(scope: Scope, indicator: Indicator, year: int) -> Span:
    """A year that is over as a whole, the running one up to the period."""
    document = scope.book.document
    if year != scope.year or scope.book.withheld(indicator):
        return of_year(document, year)
    if document.period(scope.quarter).ends_year:
        return of_year(document, year)
    return (year_to_date if accumulates(indicator) else of_quarter)(document, scope.quarter)


def _span_row(scope: Scope, indicator: Indicator, key: str, span: Span) -> SpanRow:
    """The row of a period, as the page of that period has it."""
    there = scope.at(key)
    found = figure(scope.book, indicator, span)
    return SpanRow(
        label=label_of(key),
        href=there.indicator(indicator.code),
        current=key == scope.key,
        figure=found,
        said=figure_text(there, found),
        comparison=comparison_said(there, indicator, found, alone=True),
    )


def _year_row(scope: Scope, indicator: Indicator, key: str, span: Span) -> SpanRow:
    row = _span_row(scope, indicator, key, span)
    if scope.book.withheld(indicator):
        return replace(row, comparison=NO_COMPARISON)
    whole = scope.book.document.period(span.last).ends_year
    there = scope.at(key if whole else span.last)
    against = against_target(scope.book, indicator, span.year, row.figure)
    label = (
        row.label
        if whole
        else _("%(year)s up to %(period)s")
        % {
            "year": row.label,
            "period": label_of(span.last),
        }
    )
    return replace(
        row,
        label=label,
        said=row.said if whole else figure_text(there, row.figure, Reach.YEAR),
        comparison=row.comparison if whole else _running_year(there, indicator, row.figure),
        target=target_said(there, indicator, against),
        percent=against_said(there, indicator, against),
        standing=standing_said(there, indicator),
    )


def _running_year(scope: Scope, indicator: Indicator, so_far: Figure) -> ComparisonSaid:
    """The year so far against the same months of the year before; of one quarter its own row says so."""
    if so_far.span.kind is SpanKind.QUARTER:
        return NO_COMPARISON
    return comparison_said(scope, indicator, so_far, span=so_far.span, alone=True)


def commune_rows(
    scope: Scope, indicator: Indicator, places: Iterable[Place], histories: Histories
) -> Iterator[CommuneRow]:
    """Each commune that takes part in the period, in the order of the places, never by value."""
    if scope.book.withheld(indicator):
        return
    for place in places:
        if scope.book.takes_part(place.id, scope.quarter):
            yield _commune_row(scope.of(place), indicator, place, histories)


def _commune_row(scope: Scope, indicator: Indicator, place: Place, histories: Histories) -> CommuneRow:
    own, year, against = measured(scope, indicator)
    return CommuneRow(
        place=place,
        amount=None if own.nothing is not None else own.bounds,
        period=own_period(scope, indicator, own),
        year=figure_text(scope, year, Reach.YEAR) if year else NOTHING,
        target=target_said(scope, indicator, against),
        history=histories.of(scope.year, place.id),
        percent=against_said(scope, indicator, against),
        standing=standing_said(scope, indicator),
        comparison=comparison_said(scope, indicator, own),
        so_far=year.bounds if year and year.nothing is None else None,
        wanted=against.target.value if against.target else None,
        share=against.possible if against.percent else None,
    )


def own_period(scope: Scope, indicator: Indicator, own: Figure) -> Said:
    """One commune in the period: of a quarter what stands accepted, of a year what it makes."""
    if scope.key != scope.quarter or indicator.frequency is Frequency.YEAR or scope.commune is None:
        return figure_text(scope, own)
    return cell_said(
        *(scope.book, indicator, scope.commune, scope.key),
        over=scope.over,
        href=scope.why(indicator.code, Reach.PERIOD),
    )


@dataclass(frozen=True)
class Columns:
    """Which columns of a table have anything in them."""

    year: bool
    target: bool

    @property
    def span(self) -> int:
        """How many columns the table of communes has."""
        return 3 + self.year + 2 * self.target


def columns(rows: Iterable[CommuneRow | IndicatorRow | SpanRow]) -> Columns:
    """Those of these rows."""
    known = list(rows)
    return Columns(
        year=any(getattr(row, "year", NOTHING).text for row in known),
        target=any(row.target.text or row.target.communes for row in known),
    )
