"""Whose figures a page shows, at which moment, and where each of them leads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from django.urls import reverse

from plans.addresses import why_indicator
from plans.book import Book
from plans.models import Period, Plan
from plans.moments import Moment
from plans.queries import Place
from plans.spans import Span, last_quarter, of_period
from plans.stated import stated


class Reach(StrEnum):
    """The stretch of time of a figure, as its address spells it."""

    PERIOD = "ky"
    YEAR = "nam"
    """From the start of the year to the end of the period."""
    PLAN = "giai-doan"
    """From the start of the plan to the end of the period."""


@dataclass(frozen=True)
class Scope:
    """The city's figures in a book at a moment, or one commune's."""

    book: Book
    plan: Plan
    moment: Moment
    place: Place | None = None

    @property
    def commune(self) -> int | None:
        """The commune's id; None for the city."""
        return self.place.id if self.place else None

    @property
    def key(self) -> str:
        """The period's key, of a quarter or a year."""
        return self.moment.period.key

    @cached_property
    def quarter(self) -> str:
        """Key of the quarter, or of the year's last one."""
        return last_quarter(self.book.document, self.key).key

    @property
    def year(self) -> int:
        """The reporting year of the period."""
        return self.book.document.period(self.key).year

    @cached_property
    def span(self) -> Span:
        """The period as a stretch of time."""
        return of_period(self.book.document, self.key)

    @property
    def over(self) -> bool:
        """Whether the period's cut-off had passed at the moment."""
        return self.moment.period.ends_on < self.moment.today

    def of(self, place: Place | None) -> Scope:
        """The same moment for another commune, or for the city."""
        return replace(self, place=place)

    def at(self, key: str) -> Scope:
        """The same at another period, as it was known at the moment."""
        period = stated(self.book.document.period(key), Period)
        return replace(self, moment=replace(self.moment, period=period))

    def page(self, name: str, *values: str | int) -> str:
        """A page of the plan at this moment."""
        return reverse(name, args=[self.plan.slug, *values]) + self.moment.query()

    def indicator(self, code: str) -> str:
        """The page of an indicator at this moment."""
        return self.page("indicator", code)

    def why(self, code: str, reach: Reach = Reach.PERIOD, *, file: bool = False) -> str:
        """Why an indicator's figure is what it is, for the readers of this book."""
        slug, inside = self.place.slug if self.place else None, not self.book.public
        return why_indicator(self.plan, code, self.moment, reach.value, slug, file=file, inside=inside)
