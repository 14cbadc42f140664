"""Communes in the order of official lists: wards first, then communes, each group under its head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from plans.queries import Place
from plans.words import PLACE_KINDS


class OfPlace(Protocol):
    """A row that belongs to a commune."""

    @property
    def place(self) -> Place: ...


Row = TypeVar("Row", bound=OfPlace)


def by_kind(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """The rows under the head of their kind; a kind that nobody is of has no head."""
    groups = ((title, [row for row in rows if row.place.kind == kind]) for kind, title in PLACE_KINDS.items())
    return [(str(title), members) for title, members in groups if members]
