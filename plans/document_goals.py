"""Objectives, their criteria and the targets as documents state them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Final

from plans.document_rows import arrange, at_most, commune_key, rows
from plans.vocabulary import Direction, MeasureOfSuccess, Window

ONE: Final = Decimal(1)


@dataclass(frozen=True, kw_only=True)
class Criterion:
    """One condition of an objective: an indicator, looked at in a window, reaches a minimum."""

    indicator: str = field(metadata=at_most(12))
    order: int
    window: Window
    minimum: Decimal = ONE
    """The least value that meets it; 1 is "yes" or "recognised"."""

    @property
    def key(self) -> str:
        return self.indicator


@dataclass(frozen=True, kw_only=True)
class Named:
    """A commune that a document names for an objective."""

    commune: str = field(metadata=at_most(10))
    commune_valid_from: date
    from_year: int
    document: str = field(metadata=at_most(200))

    @property
    def key(self) -> str:
        return commune_key(self.commune, self.commune_valid_from)


@dataclass(frozen=True, kw_only=True)
class Objective:
    """What the plan wants reached or kept; a commune meets it when it meets every criterion."""

    code: str = field(metadata=at_most(12))
    order: int
    name_vi: str = field(metadata=at_most(200))
    name_en: str = field(default="", metadata=at_most(200))
    statement_vi: str = field(metadata=at_most(2000, multiline=True))
    statement_en: str = field(default="", metadata=at_most(2000, multiline=True))
    note_vi: str = field(default="", metadata=at_most(2000, multiline=True))
    """What the plan leaves open and how the portal reads it."""
    note_en: str = field(default="", metadata=at_most(2000, multiline=True))
    success: MeasureOfSuccess
    direction: Direction
    criteria: tuple[Criterion, ...] = field(default=(), metadata=rows("criterion"))
    named: tuple[Named, ...] = field(default=(), metadata=rows("named"))
    """Empty where no document names communes: any count then."""

    def __post_init__(self) -> None:
        arrange(self, {"criteria": attrgetter("order", "key"), "named": attrgetter("key")})

    @property
    def key(self) -> str:
        return self.code


@dataclass(frozen=True, kw_only=True)
class Target:
    """A value that a document decided for one year, of an objective or of an indicator."""

    objective: str = field(default="", metadata=at_most(12))
    indicator: str = field(default="", metadata=at_most(12))
    year: int
    commune: str = field(default="", metadata=at_most(10))
    """Empty for the whole plan."""
    commune_valid_from: date | None = None
    value: Decimal
    """Percent for an objective measured by share, communes for one measured by count, else the unit."""
    document: str = field(metadata=at_most(200))
    """The deciding document: number, date, authority."""
    reason: str = field(default="", metadata=at_most(300))

    @property
    def key(self) -> str:
        place = commune_key(self.commune, self.commune_valid_from)
        return " ".join(part for part in (self.objective or self.indicator, str(self.year), place) if part)
