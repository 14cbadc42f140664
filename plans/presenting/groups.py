"""Communes in the order of official lists: wards first, then communes, each group under its head."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from plans.words import PLACE_KINDS


class OfKind(Protocol):
    """A ward or a commune."""

    @property
    def kind(self) -> str: ...


class OfPlace(Protocol):
    """A row that belongs to one."""

    @property
    def place(self) -> OfKind: ...


One = TypeVar("One")
Row = TypeVar("Row", bound=OfPlace)
Own = TypeVar("Own", bound=OfKind)


def by_kind(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """The rows under the head of their kind; a kind that nobody is of has no head."""
    return _grouped(rows, lambda row: row.place.kind)


def places_by_kind(places: Iterable[Own]) -> list[tuple[str, list[Own]]]:
    """The same of the places themselves."""
    return _grouped(places, lambda place: place.kind)


def _grouped(rows: Iterable[One], kind_of: Callable[[One], str]) -> list[tuple[str, list[One]]]:
    known = list(rows)
    groups = ((title, [row for row in known if kind_of(row) == kind]) for kind, title in PLACE_KINDS.items())
    return [(str(title), members) for title, members in groups if members]
