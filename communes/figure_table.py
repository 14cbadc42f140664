"""A commune's year as a table: measures, their indicators, the quarters, then how far the year is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from bg_portal.periods import Quarter
from bg_portal.pieces import Link
from plans.document import Indicator, Measure, Period
from plans.presenting.figures import Said, cell_said
from plans.presenting.measures import measure_link
from plans.presenting.rows import IndicatorRow, indicator_row
from plans.presenting.scope import Scope
from plans.vocabulary import Protection, RecordedBy


@dataclass(frozen=True)
class FigureRow:
    """One indicator over the quarters of a year, and how far it is in the period."""

    cells: tuple[tuple[str, Said], ...]
    """Each with the head of its column."""
    row: IndicatorRow
    first: str
    """The year's target as it was decided first, where another one stands now."""


@dataclass(frozen=True)
class FigureTable:
    """The year's quarters across, the indicators of each measure down."""

    quarters: tuple[Link, ...]
    """Heads in Roman figures, leading to the report that was accepted."""
    groups: tuple[tuple[Link, tuple[FigureRow, ...]], ...]
    accepted: int

    @property
    def span(self) -> int:
        """How many columns the table has."""
        return len(self.quarters) + 6


def figure_table(scope: Scope, sources: Mapping[str, str], first: Mapping[str, str]) -> FigureTable:
    """The year of the scope's period, as far as it is known; restricted indicators are not in it.

    `first` has by indicator the targets that were revised, as they were decided first.
    """
    document = scope.book.document
    quarters = tuple(row for row in document.quarters if row.year == scope.year)
    groups = (
        (measure_link(scope, measure.order), _rows(scope, measure, quarters, first))
        for measure in document.measures
    )
    return FigureTable(
        quarters=tuple(_head(row, sources) for row in quarters),
        groups=tuple((title, rows) for title, rows in groups if rows),
        accepted=sum(scope.commune in scope.book.reported(row.key) for row in quarters),
    )


def _head(row: Period, sources: Mapping[str, str]) -> Link:
    reference = sources.get(row.key)
    return Link(Quarter.parse(row.key).roman, reverse("source", args=[reference]) if reference else "")


def _rows(
    scope: Scope, measure: Measure, quarters: tuple[Period, ...], first: Mapping[str, str]
) -> tuple[FigureRow, ...]:
    public = [
        indicator
        for indicator in scope.book.document.indicators_of(measure.order)
        if indicator.protection is not Protection.RESTRICTED and indicator.recorded_by is not RecordedBy.CITY
    ]
    return tuple(_row(scope, indicator, quarters, first.get(indicator.code, "")) for indicator in public)


def _row(scope: Scope, indicator: Indicator, quarters: tuple[Period, ...], first: str) -> FigureRow:
    cells = tuple((Quarter.parse(row.key).roman, _cell(scope.at(row.key), indicator)) for row in quarters)
    return FigureRow(cells, indicator_row(scope, indicator), first)


def _cell(there: Scope, indicator: Indicator) -> Said:
    return cell_said(
        *(there.book, indicator, there.commune or 0, there.key),
        over=there.over,
        href=there.why(indicator.code),
    )
