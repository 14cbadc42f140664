"""What every row of a plan document shares: limits of its texts, its lists, its order, its communes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Final

YEARS: Final = range(1990, 2101)
"""Years that a plan may have."""

PLAN: Final = "plan"
"""The place of what belongs to no row."""


def at_most(limit: int, *, multiline: bool = False) -> Mapping[str, Any]:
    """Metadata of a text: its longest length in characters, and whether it may have lines."""
    return {"limit": limit, "multiline": multiline}


def rows(table: str) -> Mapping[str, Any]:
    """Metadata of a list of items: the word for one of them, also its table's name in a file."""
    return {"table": table}


def unread(value: Any) -> Mapping[str, Any]:
    """Metadata of a bound that rows are judged by: what stands for it where a file's value is unreadable."""
    return {"unread": value}


def commune_key(code: str, valid_from: date | None) -> str:
    """A commune in words: official codes were given anew in 2025, so its first day belongs to it."""
    return f"{code} ({valid_from.isoformat()})" if valid_from else code


def arrange(item: Any, orders: Mapping[str, Callable[[Any], Any]]) -> None:
    """Brings each list into its one order, whatever order its rows came in."""
    for name, order in orders.items():
        object.__setattr__(item, name, tuple(sorted(getattr(item, name), key=order)))


def place_of(parent: str, table: str, key: str) -> str:
    """Where a row stands, in words: "indicator TT03"; "objective MT1, criterion LG11"."""
    own = f"{table} {key}"
    return own if parent == PLAN else f"{parent}, {own}"


def walk(item: Any, place: str = PLAN) -> Iterator[tuple[str, Any]]:
    """The item with its place, then every row beneath it with its own."""
    yield place, item
    for name, table in tables(type(item)):
        for row in getattr(item, name):
            yield from walk(row, place_of(place, table, row.key))


def tables(cls: type[Any]) -> Iterator[tuple[str, str]]:
    """The lists of rows of a kind of item: the field's name and the word for one row."""
    for spec in fields(cls):
        if "table" in spec.metadata:
            yield spec.name, spec.metadata["table"]
