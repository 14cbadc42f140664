"""What the public may see of accepted figures: everything public is computed from what comes out of here.

Counts of 1 to 4 can lead to a person in a small place, so they become a range before anything is computed
from them; a restricted figure does not leave the house by commune or quarter at all. The limit and the band
are good practice and a decision of the house; what leads to a person is personal data by law 91/2025/QH15.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeAlias

from plans.document import Indicator, PlanDocument
from plans.vocabulary import (
    AcrossCommunes,
    AcrossQuarters,
    Frequency,
    IndicatorKind,
    NoFigure,
    Protection,
)

ZERO: Final = Decimal(0)
LEAST_SHOWN: Final = Decimal(5)
"""The least number above 0 that is shown as it is."""
COUNT_BAND: Final = (Decimal(1), Decimal(4))
AMOUNT_BAND: Final = (ZERO, LEAST_SHOWN)
"""Amounts have decimals: what is below 5 may be 0,5."""
CITY_BAND: Final = (ZERO, Decimal(4))
"""Of a restricted figure of the city even 0 is not told from 4."""


class Form(StrEnum):
    """How a figure appears."""

    EXACT = "exact"
    BAND = "band"
    """Only as a range."""
    NOT_PUBLISHED = "not_published"
    """There is a figure, which would give away another."""
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Paper:
    """The document that goes with a figure, and the day from which the figure holds."""

    number: str = ""
    dated_on: date | None = None
    valid_until: date | None = None
    effective_on: date | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A current reading of the ledger: a value, or the reason why there is none."""

    indicator: str
    commune: int
    period: str
    """Key of a quarter or a year."""
    value: Decimal | None
    reason: str = ""
    paper: Paper = field(default=Paper())
    entry: int | None = None
    """Where it came from; opaque here."""
    corrected: bool = False
    """Whether the value took the place of another one, or of none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as a reader may see it, never more than that."""

    indicator: str
    commune: int
    period: str
    form: Form
    low: Decimal | None = None
    high: Decimal | None = None
    paper: Paper = field(default=Paper())
    entry: int | None = None
    corrected: bool = False
    """Whether the number took the place of another one; of what is protected it is not told."""

    @property
    def value(self) -> Decimal | None:
        """The number itself, where it is shown as it is."""
        return self.low if self.form is Form.EXACT else None

    @property
    def small(self) -> bool:
        """Whether it stands for one small number; a sum that such a number is part of is another range."""
        return self.form is Form.BAND and (self.low, self.high) in (COUNT_BAND, AMOUNT_BAND)

    @property
    def known(self) -> bool:
        """Whether there is a number or a range to compute with."""
        return self.low is not None


_Place: TypeAlias = tuple[str, int, str]


def unprotected(cells: Iterable[Cell]) -> tuple[Shown, ...]:
    """Everything as it is, for those who may see it."""
    return tuple(_as_it_is(cell, corrected=cell.corrected) for cell in cells)


def protect(cells: Iterable[Cell], document: PlanDocument) -> tuple[Shown, ...]:
    """The figures as the public sees them; the restricted ones are not among them."""
    known = tuple(cells)
    guards = {indicator.protected_with for indicator in document.indicators}
    values = {(c.indicator, c.commune, c.period): c.value for c in known if c.indicator in guards}
    shown = (_for_public(cell, document.indicator(cell.indicator), values) for cell in known)
    return tuple(figure for figure in shown if figure)


def _for_public(cell: Cell, indicator: Indicator, values: Mapping[_Place, Decimal | None]) -> Shown | None:
    if indicator.protection is Protection.RESTRICTED:
        return None
    if cell.value is None:
        return _as_it_is(cell)
    if indicator.protected_with and _tells(values.get((indicator.protected_with, cell.commune, cell.period))):
        return _shown(cell, Form.NOT_PUBLISHED)
    if indicator.protection is Protection.SMALL and ZERO < cell.value < LEAST_SHOWN:
        band = COUNT_BAND if indicator.kind is IndicatorKind.COUNT else AMOUNT_BAND
        return _shown(cell, Form.BAND, *band)
    return _as_it_is(cell, corrected=cell.corrected and indicator.protection is Protection.OPEN)


def _tells(count: Decimal | None) -> bool:
    """Whether an amount would say something about few persons, or may, where their number is not known."""
    return count is None or ZERO < count < LEAST_SHOWN


def _as_it_is(cell: Cell, *, corrected: bool = False) -> Shown:
    if cell.value is not None:
        return _shown(cell, Form.EXACT, cell.value, cell.value, corrected=corrected)
    outside = cell.reason == NoFigure.NOT_APPLICABLE
    return _shown(cell, Form.NOT_APPLICABLE if outside else Form.MISSING)


def _shown(
    cell: Cell,
    form: Form,
    low: Decimal | None = None,
    high: Decimal | None = None,
    *,
    corrected: bool = False,
) -> Shown:
    place = (cell.indicator, cell.commune, cell.period)
    return Shown(*place, form, low, high, cell.paper, cell.entry, corrected)


@dataclass(frozen=True)
class CityYear:
    """The city's figure of a restricted indicator in a closed year, the only one that is public."""

    indicator: str
    year: int
    form: Form
    low: Decimal | None
    high: Decimal | None
    known: int
    """Reported figures in it."""
    expected: int
    """Figures that were due."""


def restricted_city_year(
    cells: Iterable[Cell],
    document: PlanDocument,
    year: int,
    *,
    owed: Mapping[str, frozenset[int]],
    closed: Collection[str],
) -> tuple[CityYear, ...]:
    """The city's year of each restricted indicator that adds up; nothing before its last quarter is closed.

    `owed` says by quarter key which communes take part; `closed` are the keys of closed quarters. With
    figures missing the number is of what was reported, and carries how much that is.
    """
    rows = [period for period in document.quarters if period.year == year]
    quarters = [period.key for period in rows]
    if not any(period.ends_year for period in rows) or not set(quarters) <= set(closed):
        return ()
    by_place = {(cell.indicator, cell.commune, cell.period): cell for cell in cells}
    return tuple(
        _city_year(indicator, year, own, owed, by_place)
        for indicator in document.indicators
        if has_city_year(indicator) and (own := _of_year(indicator, quarters))
    )


def has_city_year(indicator: Indicator) -> bool:
    """Whether a restricted indicator has a city's year at all: not where nothing adds up to one."""
    return (
        indicator.protection is Protection.RESTRICTED
        and indicator.frequency is Frequency.QUARTER
        and indicator.across_communes is AcrossCommunes.SUM
        and indicator.across_quarters is not AcrossQuarters.NONE
    )


def _of_year(indicator: Indicator, quarters: list[str]) -> list[str]:
    """The quarters that make its year: all of a flow, the last one of a stock."""
    own = [quarter for quarter in quarters if indicator.applies_in(quarter)]
    return own if indicator.across_quarters is AcrossQuarters.SUM else own[-1:]


def _city_year(
    indicator: Indicator,
    year: int,
    quarters: list[str],
    owed: Mapping[str, frozenset[int]],
    by_place: Mapping[_Place, Cell],
) -> CityYear:
    due = [(indicator.code, commune, key) for key in quarters for commune in owed.get(key, frozenset())]
    figures = [_as_it_is(by_place[place]) if place in by_place else None for place in due]
    relevant = [figure for figure in figures if figure is None or figure.form is not Form.NOT_APPLICABLE]
    values = [figure.low for figure in relevant if figure and figure.low is not None]
    total = sum(values, ZERO)
    coverage = (len(values), len(relevant))
    if not values:
        return CityYear(indicator.code, year, Form.MISSING, None, None, *coverage)
    if total < LEAST_SHOWN:
        return CityYear(indicator.code, year, Form.BAND, *CITY_BAND, *coverage)
    return CityYear(indicator.code, year, Form.EXACT, total, total, *coverage)
