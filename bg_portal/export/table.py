"""A table as plain values; the writers decide how each kind of value stands in their file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = str | bool | int | Decimal | date | None
"""None is an empty cell, which is not 0."""


@dataclass(frozen=True)
class Table:
    """Heads and rows, every row as wide as the heads."""

    header: tuple[str, ...]
    rows: tuple[Sequence[Value], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.header):
                raise ValueError(f"{len(row)} cells under {len(self.header)} heads: {row}")
