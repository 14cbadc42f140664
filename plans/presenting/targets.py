"""Targets as they were first decided and as they stand, with the documents that decided them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from plans.models import Target
from plans.presenting.wording import number


@dataclass(frozen=True)
class Decided:
    """One value by one document."""

    value: Decimal | None
    """None: there is no target any more."""
    document: str
    reason: str

    @property
    def text(self) -> str:
        return "" if self.value is None else number(self.value)


@dataclass(frozen=True)
class History:
    """What was decided for one year, of the city or of one commune, oldest first."""

    year: int
    commune: int | None
    decided: tuple[Decided, ...]

    @property
    def original(self) -> Decided:
        return self.decided[0]

    @property
    def current(self) -> Decided:
        return self.decided[-1]

    @property
    def revised(self) -> bool:
        """Whether another value stands than was decided first."""
        return self.current.value != self.original.value


class Histories:
    """Everything that was ever decided for an indicator."""

    def __init__(self, rows: Iterable[Target]) -> None:
        self._found: dict[tuple[int | None, int], list[Decided]] = {}
        for row in rows:
            told = Decided(row.value, row.document, row.reason)
            self._found.setdefault((row.commune_id, row.year), []).append(told)

    def of(self, year: int, commune: int | None = None) -> History | None:
        """Of one year; None where nothing ever was."""
        rows = self._found.get((commune, year))
        return History(year, commune, tuple(rows)) if rows else None

    def city(self) -> Iterator[History]:
        """Of the city, by year."""
        for commune, year in sorted(key for key in self._found if key[0] is None):
            found = self.of(year, commune)
            if found:
                yield found

    def documents(self, year: int) -> list[tuple[str, int]]:
        """The documents by which the communes' targets of a year stand, each with how many it decided."""
        counts: dict[str, int] = {}
        for commune, of_year in self._found:
            found = self.of(of_year, commune) if commune is not None and of_year == year else None
            if found and found.current.value is not None:
                counts[found.current.document] = counts.get(found.current.document, 0) + 1
        return sorted(counts.items())


def decided_first(rows: Iterable[Target]) -> dict[str, str]:
    """By indicator, what was decided first for a commune's year, where another value stands now."""
    found: dict[str, list[Decimal | None]] = {}
    for row in rows:
        if row.indicator:
            found.setdefault(row.indicator.code, []).append(row.value)
    return {
        code: number(first)
        for code, (first, *later) in found.items()
        if first is not None and later and later[-1] not in (None, first)
    }
