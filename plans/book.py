"""What progress is computed from, as one value: the plan, the figures a reader may see, who takes part.

One book is made for a plan, a version of its ledger and an audience; page, file and API ask the same book.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import chain
from types import MappingProxyType
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from plans.document import Indicator, PlanDocument
from plans.folio import Folio, folio
from plans.progress import Series
from plans.protection import Cell, CityYear, Form, Shown, restricted_city_year
from plans.roll import Roll
from plans.vocabulary import Protection

_NOTHING: Final[Series] = MappingProxyType({})

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


def once_a_commune(
    function: Callable[Concatenate[Book, int, Asked], Answer],
) -> Callable[Concatenate[Book, int, Asked], Answer]:
    """A function of a book, a commune and keys that asks the book for this commune and the plan alone.

    What it answered is true in every book that has the commune's folio: until something is accepted of it or
    the plan is edited.
    """

    @wraps(function)
    def answer(book: Book, commune: int, /, *args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
        answers = book.folios[commune].answers
        key = (function, args, *kwargs.items())
        if key not in answers:
            answers[key] = function(book, commune, *args, **kwargs)
        found: Answer = answers[key]
        return found

    return answer


@dataclass(frozen=True)
class Book:
    """Everything a figure can be computed from; it never holds more than its reader may see."""

    roll: Roll
    folios: Mapping[int, Folio]
    """By commune, of every one that the roll knows or that there is a figure of."""
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

    @property
    def document(self) -> PlanDocument:
        return self.roll.document

    @property
    def communes(self) -> Mapping[str, int]:
        return self.roll.communes

    @cached_property
    def figures(self) -> tuple[Shown, ...]:
        """All of them, commune by commune."""
        return tuple(chain.from_iterable(folio.figures for folio in self.folios.values()))

    def series(self, code: str, commune: int) -> Series:
        """One indicator of one commune, by period key. Raises LookupError of a book not made for it."""
        if self.codes is not None and code not in self.codes:
            raise LookupError(f"this book was not made for {code}")
        own = self.folios.get(commune)
        return own.series.get(code, _NOTHING) if own else _NOTHING

    def corrected(self, codes: Collection[str]) -> frozenset[str]:
        """Keys of the periods in which a number of any of these indicators took the place of another one."""
        return frozenset(
            key for folio in self.folios.values() for code, key in folio.corrected if code in codes
        )

    def figure(self, code: str, commune: int, period: str) -> Shown | None:
        """What stands accepted there; None where nothing does."""
        return self.series(code, commune).get(period)

    def participants(self, period: str) -> tuple[int, ...]:
        """The communes that take part in a quarter, or in any quarter of a year, by ascending id."""
        return self.roll.participants[period]

    def takes_part(self, commune: int, period: str) -> bool:
        return commune in self.roll.taking_part[period]

    def due(self, indicator: Indicator, commune: int, periods: Sequence[str]) -> dict[str, Shown | None]:
        """What stands accepted for those of the periods whose figure the commune owes.

        What does not concern it is not due, and so never missing.
        """
        own = self.series(indicator.code, commune)
        found: dict[str, Shown | None] = {}
        for key in self._existing(indicator, tuple(periods)):
            if commune in self.roll.taking_part[key]:
                figure = own.get(key)
                if figure is None or figure.form is not Form.NOT_APPLICABLE:
                    found[key] = figure
        return found

    def reported(self, quarter: str) -> frozenset[int]:
        """The participants of which anything stands accepted for the quarter."""
        return self._reported.get(quarter, frozenset()) & self.roll.taking_part[quarter]

    def withheld(self, indicator: Indicator) -> bool:
        """Whether this reader sees nothing of the indicator by commune or by quarter."""
        return self.public and indicator.protection is Protection.RESTRICTED

    def city_year(self, code: str, year: int) -> CityYear | None:
        """The only figure of a restricted indicator that is public."""
        return next((one for one in self.city_years if (one.indicator, one.year) == (code, year)), None)

    def key_of(self, commune: int) -> str:
        """The commune's key in the plan's document."""
        return self.roll.keys[commune]

    def _existing(self, indicator: Indicator, periods: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the periods in which the indicator exists."""
        key = (indicator.code, periods)
        found: tuple[str, ...] | None = self.answers.get(key)
        if found is None:
            found = self.answers[key] = tuple(key for key in periods if indicator.applies_in(key))
        return found

    @cached_property
    def _reported(self) -> Mapping[str, frozenset[int]]:
        if self.told is not None:
            return self.told
        found: dict[str, set[int]] = {}
        for figure in self.figures:
            found.setdefault(figure.period, set()).add(figure.commune)
        return {period: frozenset(communes) for period, communes in found.items()}


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


@dataclass(frozen=True)
class Question:
    """What a book is made for; of any other indicator it then knows nothing."""

    codes: frozenset[str]
    told: Mapping[str, frozenset[int]]
    """Of whom anything at all stands accepted, which the cells of these indicators alone do not say."""


def public(
    document: PlanDocument, cells: Iterable[Cell], communes: Mapping[str, int], *, closed: Collection[str]
) -> Book:
    """The public's book: protected before anything is computed; `closed` are the keys of closed quarters."""
    return made(Roll(document, communes), by_commune(cells), public=True, closed=closed)


def by_commune(cells: Iterable[Cell]) -> dict[int, list[Cell]]:
    """The cells of each commune."""
    found: dict[int, list[Cell]] = {}
    for cell in cells:
        found.setdefault(cell.commune, []).append(cell)
    return found


def made(
    roll: Roll,
    cells: Mapping[int, Collection[Cell]],
    *,
    public: bool,
    closed: Collection[str] = (),
    about: Question | None = None,
    kept: Mapping[int, Folio] | None = None,
) -> Book:
    """A book of the cells of each commune.

    * `about`: the cells are those of no other indicators than `needed_for` the asked ones;
    * `kept`: folios of the same cells, plan and question, for the same reader.
    """
    codes = about.codes if about else None
    document, folios = roll.document, dict(kept or {})
    for commune in {*roll.communes.values(), *cells} - folios.keys():
        folios[commune] = folio(cells.get(commune, ()), document, public=public, codes=codes)
    years = _city_years(roll, cells.values(), closed) if public else ()
    return Book(
        roll,
        folios,
        public=public,
        city_years=tuple(year for year in years if codes is None or year.indicator in codes),
        codes=codes,
        told=about.told if about else None,
    )


def _city_years(
    roll: Roll, cells: Iterable[Collection[Cell]], closed: Collection[str]
) -> tuple[CityYear, ...]:
    if not closed:
        return ()
    document = roll.document
    levels = {indicator.code: indicator.protection for indicator in document.indicators}
    restricted = [cell for own in cells for cell in own if levels[cell.indicator] is Protection.RESTRICTED]
    return tuple(
        figure
        for year in range(document.first_year, document.last_year + 1)
        for figure in restricted_city_year(restricted, document, year, owed=roll.taking_part, closed=closed)
    )
