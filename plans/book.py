"""What progress is computed from, as one value: the plan, the figures a reader may see, who takes part.

One book is made for a plan, a version of its ledger and an audience; page, file and API ask the same book.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, wraps
from types import MappingProxyType
from typing import Any, Concatenate, ParamSpec, TypeVar

from plans.document import Indicator, Participation, PlanDocument
from plans.document_rows import commune_key
from plans.progress import Series, with_computed
from plans.protection import Cell, CityYear, Form, Shown, protect, restricted_city_year, unprotected
from plans.vocabulary import Protection

_NOTHING: Series = MappingProxyType({})

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def once(
    function: Callable[Concatenate[Book, Asked], Answer],
) -> Callable[Concatenate[Book, Asked], Answer]:
    """A function of a book and of keys that is computed once for each book: neither ever changes."""

    @wraps(function)
    def answer(book: Book, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        key = (function, args, *kwargs.items())
        if key not in book.answers:
            book.answers[key] = function(book, *args, **kwargs)
        found: Answer = book.answers[key]
        return found

    return answer


@dataclass(frozen=True)
class Book:
    """Everything a figure can be computed from; it never holds more than its reader may see."""

    document: PlanDocument
    communes: Mapping[str, int]
    """Ids of the communes by their key in the plan's document; every participant is among them."""
    figures: tuple[Shown, ...]
    """With the sums that the plan computes from parts."""
    public: bool
    city_years: tuple[CityYear, ...] = ()
    """For the public: the city's years of restricted indicators."""
    codes: frozenset[str] | None = None
    """The indicators that it was made for; None: all. Of others it knows nothing, and says so."""
    told: Mapping[str, frozenset[int]] | None = None
    """By period, of whom anything stands accepted; None where the figures themselves say it."""

    @cached_property
    def answers(self) -> dict[Hashable, Any]:
        """What was computed from the book; see `once`."""
        return {}

    def series(self, code: str, commune: int) -> Series:
        """One indicator of one commune, by period key. Raises LookupError of a book not made for it."""
        if self.codes is not None and code not in self.codes:
            raise LookupError(f"this book was not made for {code}")
        return self._series.get((code, commune), _NOTHING)

    def figure(self, code: str, commune: int, period: str) -> Shown | None:
        """What stands accepted there; None where nothing does."""
        return self.series(code, commune).get(period)

    def participants(self, period: str) -> tuple[int, ...]:
        """The communes that take part in a quarter, or in any quarter of a year, by ascending id."""
        return self._participants[period]

    def takes_part(self, commune: int, period: str) -> bool:
        return commune in self._taking_part[period]

    def due(self, indicator: Indicator, commune: int, periods: Sequence[str]) -> dict[str, Shown | None]:
        """What stands accepted for those of the periods whose figure the commune owes.

        What does not concern it is not due, and so never missing.
        """
        own = self.series(indicator.code, commune)
        found: dict[str, Shown | None] = {}
        for key in self._existing(indicator, tuple(periods)):
            if commune in self._taking_part[key]:
                figure = own.get(key)
                if figure is None or figure.form is not Form.NOT_APPLICABLE:
                    found[key] = figure
        return found

    def reported(self, quarter: str) -> frozenset[int]:
        """The participants of which anything stands accepted for the quarter."""
        return self._reported.get(quarter, frozenset()) & self._taking_part[quarter]

    def withheld(self, indicator: Indicator) -> bool:
        """Whether this reader sees nothing of the indicator by commune or by quarter."""
        return self.public and indicator.protection is Protection.RESTRICTED

    def city_year(self, code: str, year: int) -> CityYear | None:
        """The only figure of a restricted indicator that is public."""
        return next((one for one in self.city_years if (one.indicator, one.year) == (code, year)), None)

    def key_of(self, commune: int) -> str:
        """The commune's key in the plan's document."""
        return self._keys[commune]

    def _existing(self, indicator: Indicator, periods: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the periods in which the indicator exists."""
        key = (indicator.code, periods)
        found: tuple[str, ...] | None = self.answers.get(key)
        if found is None:
            found = self.answers[key] = tuple(key for key in periods if indicator.applies_in(key))
        return found

    @cached_property
    def _series(self) -> dict[tuple[str, int], dict[str, Shown]]:
        found: dict[tuple[str, int], dict[str, Shown]] = {}
        for figure in self.figures:
            found.setdefault((figure.indicator, figure.commune), {})[figure.period] = figure
        return found

    @cached_property
    def _taking_part(self) -> dict[str, frozenset[int]]:
        return {key: frozenset(communes) for key, communes in self._participants.items()}

    @cached_property
    def _participants(self) -> dict[str, tuple[int, ...]]:
        return participants(self.document, self.communes)

    @cached_property
    def _reported(self) -> Mapping[str, frozenset[int]]:
        if self.told is not None:
            return self.told
        found: dict[str, set[int]] = {}
        for figure in self.figures:
            found.setdefault(figure.period, set()).add(figure.commune)
        return {period: frozenset(communes) for period, communes in found.items()}

    @cached_property
    def _keys(self) -> dict[int, str]:
        return {commune: key for key, commune in self.communes.items()}


def participants(document: PlanDocument, communes: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    """By key of every quarter and year of the plan, the ids of who takes part."""
    keys = {key for period in document.periods for key in (period.key, str(period.year))}
    return {key: tuple(sorted({communes[_key(part)] for part in document.participants(key)})) for key in keys}


def needed_for(document: PlanDocument, codes: Collection[str]) -> frozenset[str]:
    """The indicators, what they are sums of, and what decides how much of them is public.

    Of what the plan does not have nothing is needed.
    """
    found: set[str] = set()
    open_ = set(codes)
    while open_:
        found |= open_
        rows = [indicator for indicator in document.indicators if indicator.code in open_]
        open_ = {code for row in rows for code in (*row.sum_of, row.protected_with) if code} - found
    return frozenset(found)


def inside(document: PlanDocument, cells: Iterable[Cell], communes: Mapping[str, int]) -> Book:
    """The book of those who may see everything."""
    return Book(document, communes, with_computed(unprotected(cells), document), public=False)


def public(
    document: PlanDocument, cells: Iterable[Cell], communes: Mapping[str, int], *, closed: Collection[str]
) -> Book:
    """The public's book: protected before anything is computed; `closed` are the keys of closed quarters."""
    known = tuple(cells)
    owed = {key: frozenset(ids) for key, ids in participants(document, communes).items()}
    levels = {indicator.code: indicator.protection for indicator in document.indicators}
    restricted = [cell for cell in known if levels[cell.indicator] is Protection.RESTRICTED]
    years = tuple(
        figure
        for year in range(document.first_year, document.last_year + 1)
        for figure in restricted_city_year(restricted, document, year, owed=owed, closed=closed)
    )
    figures = with_computed(protect(known, document), document)
    return Book(document, communes, figures, public=True, city_years=years)


def about(book: Book, codes: frozenset[str], told: Mapping[str, frozenset[int]]) -> Book:
    """The part of a book that was made from no other cells than `needed_for` these indicators.

    `told` says of whom anything at all stands accepted, which these cells alone do not.
    """
    return replace(
        book,
        figures=tuple(figure for figure in book.figures if figure.indicator in codes),
        city_years=tuple(year for year in book.city_years if year.indicator in codes),
        codes=codes,
        told=told,
    )


def _key(part: Participation) -> str:
    return commune_key(part.commune, part.commune_valid_from)
