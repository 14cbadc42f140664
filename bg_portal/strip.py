"""The geometry of the strip of units: one cell each, or one proportional bar when they are many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bg_portal.pieces import Part

PARTS = frozenset({"good", "mid", "not", "none"})
LARGEST_STRIP = 40  # units; beyond it a cell is narrower than its own edge on a phone
GAP = 0.7  # percent of the width between two cells


class Cell(NamedTuple):
    """A rectangle across the strip, in percent of its width."""

    kind: str
    x: str
    width: str


def percent(value: float) -> str:
    """A length for SVG, always with a point: `6.25%`."""
    return f"{value:.3f}".rstrip("0").rstrip(".") + "%"


def strip(parts: Sequence[Part]) -> list[Cell]:
    """The cells of all parts, from the start: met, then not met, then no data, as the parts stand."""
    total = sum(part.number for part in parts)
    if total > LARGEST_STRIP:
        return proportions(parts, total)
    kinds = [part.kind for part in parts for _ in range(part.number)]
    step = (100 + GAP) / max(total, 1)
    return [Cell(kind, percent(place * step), percent(step - GAP)) for place, kind in enumerate(kinds)]


def proportions(parts: Sequence[Part], total: int) -> list[Cell]:
    """One cell for each part that has units, as wide as its share."""
    found, start = [], 0.0
    for part in parts:
        share = 100 * part.number / total
        if part.number:
            found.append(Cell(part.kind, percent(start), percent(share)))
        start += share
    return found
