"""The targets of a year as a grid: communes down, indicators across, their sum beside the city's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bg_portal.pieces import Link
from communes.presenting.wording import name_in_list
from plans.assigning import NewTarget, standing
from plans.document import PlanDocument
from plans.models import Plan, Target
from plans.presenting.groups import places_by_kind
from plans.presenting.wording import number
from plans.queries import Place

Key = tuple[str, int | None]
"""An indicator's code and a commune's id; None for the whole plan."""
CITY = None


class Cell(NamedTuple):
    """One target: what it is now, and in a few words what is to be known of it."""

    text: str
    note: str = ""
    strong: bool = False


class GridRow(NamedTuple):
    """One commune, or a line below them."""

    name: str
    cells: list[Cell]


class Grid(NamedTuple):
    """All that the table draws."""

    columns: list[Link]
    groups: list[tuple[str, list[GridRow]]]
    below: list[GridRow]
    """The sum, the city's own target, and by how much they differ."""

    @property
    def span(self) -> int:
        return len(self.columns) + 1


class History:
    """What was decided for each cell of a year, oldest first."""

    def __init__(self, rows: Sequence[Target]) -> None:
        self.cells: dict[Key, list[Target]] = {}
        for row in rows:
            code = row.indicator.code if row.indicator else ""
            self.cells.setdefault((code, row.commune_id), []).append(row)

    @property
    def codes(self) -> set[str]:
        return {code for code, _commune in self.cells}

    def original(self, key: Key) -> Target | None:
        """The first that was decided."""
        return self.cells[key][0] if key in self.cells else None

    def last(self, key: Key) -> Target | None:
        """The one that was decided last; without a value where there is no target any more."""
        return self.cells[key][-1] if key in self.cells else None

    def revised(self, key: Key) -> bool:
        """Whether another value was decided after the first."""
        return len({row.value for row in self.cells.get(key, [])}) > 1


def value_of(document: PlanDocument, code: str, year: int, place: Place | None) -> Decimal | None:
    """The target that stands; `place` None is the whole plan."""
    named = (place.code, place.valid_from) if place else ("", None)
    return standing(document, NewTarget(code, year, None, *named))


class GridOf:
    """Builds the grid of some indicators in a year from a plan's document."""

    def __init__(
        self,
        plan: Plan,
        document: PlanDocument,
        year: int,
        places: Sequence[Place],
        codes: set[str],
        cell: Callable[[Key, Decimal | None], Cell],
    ) -> None:
        self.plan, self.document, self.year = plan, document, year
        self.places, self.cell = places, cell
        self.indicators = [i for i in document.indicators if i.code in codes]

    def grid(self) -> Grid:
        """The whole table."""
        return Grid(self._columns(), self._groups(), self._below())

    def _columns(self) -> list[Link]:
        own = (self.plan.slug, self.year)
        return [
            Link(f"{i.code} {name_in_list(i)}", reverse("targets-indicator", args=[*own, i.code]))
            for i in self.indicators
        ]

    def _groups(self) -> list[tuple[str, list[GridRow]]]:
        return [(title, [self._row(place) for place in own]) for title, own in places_by_kind(self.places)]

    def _row(self, place: Place) -> GridRow:
        values = ((i.code, value_of(self.document, i.code, self.year, place)) for i in self.indicators)
        return GridRow(place.name, [self.cell((code, place.id), value) for code, value in values])

    def _below(self) -> list[GridRow]:
        sums = [self._sum(i.code) for i in self.indicators]
        city = [value_of(self.document, i.code, self.year, CITY) for i in self.indicators]
        codes = [i.code for i in self.indicators]
        return [
            GridRow(_("Sum of communes and wards"), [Cell(_number(value)) for value in sums]),
            GridRow(
                _("The whole city"),
                [self.cell((code, CITY), value) for code, value in zip(codes, city, strict=True)],
            ),
            GridRow(
                _("Sum against the city's target"),
                [Cell(against(own, target)) for own, target in zip(sums, city, strict=True)],
            ),
        ]

    def _sum(self, code: str) -> Decimal | None:
        values = [value_of(self.document, code, self.year, place) for place in self.places]
        known = [value for value in values if value is not None]
        return sum(known, Decimal(0)) if known else None


def against(total: Decimal | None, target: Decimal | None) -> str:
    """How the sum stands to the city's own target, in words."""
    if total is None or target is None:
        return ""
    if total == target:
        return _("equal")
    words = _("%(n)s more") if total > target else _("%(n)s less")
    return words % {"n": number(abs(total - target))}


def _number(value: Decimal | None) -> str:
    return "" if value is None else number(value)


def standing_cell(history: History) -> Callable[[Key, Decimal | None], Cell]:
    """Cells of the targets that stand; a revised one says what it was at first."""

    def cell(key: Key, value: Decimal | None) -> Cell:
        original = history.original(key)
        if original is None or original.value is None or not history.revised(key):
            return Cell(_number(value))
        note = _("at first %(value)s") % {"value": number(original.value)}
        return Cell(_number(value), note, strong=True)

    return cell


def preview_cell(
    document: PlanDocument, year: int, places: Sequence[Place]
) -> Callable[[Key, Decimal | None], Cell]:
    """Cells of a preview; `document` has what stands now."""
    known = {place.id: place for place in places}

    def cell(key: Key, value: Decimal | None) -> Cell:
        code, commune = key
        old = value_of(document, code, year, known[commune] if commune else CITY)
        if value == old:
            return Cell(_number(value))
        note = pgettext("target", "new") if old is None else _("now %(value)s") % {"value": number(old)}
        return Cell(_number(value), note, strong=True)

    return cell
