"""What every row of a plan document shares: limits of its texts, its lists, its order, its communes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any


def at_most(limit: int, *, multiline: bool = False) -> Mapping[str, Any]:
    """Metadata of a text: its longest length in characters, and whether it may have lines."""
    return {"limit": limit, "multiline": multiline}


def rows(table: str) -> Mapping[str, Any]:
    """Metadata of a list of items: the word for one of them, also its table's name in a file."""
    return {"table": table}


def commune_key(code: str, valid_from: date | None) -> str:
    """A commune in words: official codes were given anew in 2025, so its first day belongs to it."""
    return f"{code} ({valid_from.isoformat()})" if valid_from else code


def arrange(item: Any, orders: Mapping[str, Callable[[Any], Any]]) -> None:
    """Brings each list into its one order, whatever order its rows came in."""
    for name, order in orders.items():
        object.__setattr__(item, name, tuple(sorted(getattr(item, name), key=order)))
