"""A figure over a stretch of time: the contributions it is made of, what lacks, and all it can be."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from plans.document import Indicator
from plans.protection import CityYear, Form, Shown
from plans.ranges import ZERO, Range, Why
from plans.ranges import total as sum_of
from plans.spans import Span
from plans.vocabulary import AcrossCommunes


class Nothing(StrEnum):
    """Why there is no figure at all."""

    NOT_APPLICABLE = "not_applicable"
    """The indicator does not exist in that time, or concerns nobody."""
    NOT_ADDED = "not_added"
    """Its quarters, or its communes, make no figure together."""
    NO_DATA = "no_data"
    """Nothing was accepted of what is due."""
    RESTRICTED = "restricted"
    """Not published by commune or by quarter."""


@dataclass(frozen=True)
class Part:
    """One commune's contribution."""

    commune: int
    low: Decimal | None
    high: Decimal | None
    """Of what is known; None where nothing is."""
    due: int
    """Figures that are due of it."""
    lacking: tuple[str, ...]
    """Keys of the periods whose figure is not there."""
    withheld: tuple[str, ...]
    """Keys of the periods whose figure is not published."""
    counted: tuple[Shown, ...]
    """The figures in it."""
    cap: Decimal | None
    """The most it can be: 1 of a yes or no."""

    @property
    def complete(self) -> bool:
        """Whether everything due is in it, if only as a range."""
        return not self.lacking and not self.withheld

    @property
    def bounds(self) -> Range:
        """All it can be."""
        why = {Why.MISSING} if self.lacking else set[Why]()
        if self.withheld or self.low != self.high:
            why.add(Why.PROTECTED)
        high = self.high if self.complete else None
        own = Range(self.low or ZERO, high, frozenset(why))
        return own if self.cap is None else own.at_most(self.cap)


@dataclass(frozen=True)
class Figure:
    """An indicator over a stretch of time: the sum of what is known, its coverage, all it can be."""

    indicator: Indicator
    span: Span
    parts: tuple[Part, ...] = ()
    """Those of whom anything is due, by ascending id."""
    nothing: Nothing | None = None
    """Why there is no figure; None where there is one."""
    city_year: CityYear | None = None
    """Where the figure is published for the city and the closed year alone."""
    outside: tuple[int, ...] = ()
    """Participants whom the indicator does not concern."""

    @cached_property
    def known(self) -> int:
        """How many communes are in it with everything due; of a city's year, how many figures."""
        return self.city_year.known if self.city_year else sum(part.complete for part in self.parts)

    @property
    def expected(self) -> int:
        return self.city_year.expected if self.city_year else len(self.parts)

    @property
    def complete(self) -> bool:
        return self.nothing is None and self.known == self.expected

    @property
    def lacking(self) -> tuple[Part, ...]:
        """Those of whom a figure is not there."""
        return tuple(part for part in self.parts if part.lacking)

    @property
    def withheld(self) -> tuple[Part, ...]:
        """Those of whom a figure is not published."""
        return tuple(part for part in self.parts if part.withheld)

    @cached_property
    def reported(self) -> Range | None:
        """The sum of what is known, to be shown with its coverage; None where there is none."""
        if self.nothing is not None:
            return None
        if self.city_year:
            return _of_city_year(self.city_year)
        known = [part for part in self.parts if part.low is not None]
        why = frozenset({Why.PROTECTED} if any(part.low != part.high for part in known) else ())
        low = sum((part.low for part in known if part.low is not None), ZERO)
        return Range(low, sum((part.high for part in known if part.high is not None), ZERO), why)

    @cached_property
    def bounds(self) -> Range | None:
        """All it can be, given what lacks; None where there is no such figure."""
        if self.city_year:
            return _bounds_of_city_year(self.city_year)
        if self.nothing not in (None, Nothing.NO_DATA):
            return None
        return sum_of(part.bounds for part in self.parts)

    @property
    def value(self) -> Decimal | None:
        """The number, where everything is there and as it is."""
        return self.bounds.value if self.bounds else None

    @property
    def share(self) -> Range | None:
        """Percent of the communes due that say yes, where yes is counted."""
        if self.indicator.across_communes is not AcrossCommunes.COUNT_YES or not self.bounds:
            return None
        return self.bounds.percent_of(Decimal(self.expected)) if self.expected else None


def _of_city_year(known: CityYear) -> Range | None:
    if known.low is None:
        return None
    why = frozenset({Why.PROTECTED}) if known.form is Form.BAND else frozenset[Why]()
    return Range(known.low, known.high, why)


def _bounds_of_city_year(known: CityYear) -> Range:
    """With figures missing it can be any more than what was reported."""
    own = _of_city_year(known) or Range(ZERO, None)
    if known.known == known.expected:
        return own
    return Range(own.low, None, own.why | {Why.MISSING})
