"""Small multiples: the course of each unit in a picture of its own, all on one scale.

They hold no words, so they may be stretched: units across, pixels down, in which a path is enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from bg_portal.charts.course import Point
from bg_portal.charts.scale import Scale, scale_for
from bg_portal.charts.shapes import pixels

STEP, HEIGHT = 10, 44
"""Units across from period to period; pixels down."""


@dataclass(frozen=True)
class Unit:
    """One unit with its course."""

    name: str
    words: str
    """What is said of its last period."""
    points: Sequence[Point]
    href: str = ""


class Small(NamedTuple):
    """One picture: paths of what is joined, of single numbers, of ranges."""

    unit: Unit
    width: int
    line: str
    dots: str
    ranges: str


def shared_scale(units: Sequence[Unit]) -> Scale:
    """One scale for all of them."""
    ends = (end for unit in units for point in unit.points for end in (point.low, point.high))
    return scale_for(end for end in ends if end is not None)


def draw_multiples(units: Sequence[Unit]) -> list[Small]:
    """The pictures in the order of the units."""
    scale = shared_scale(units)
    return [_small(unit, scale) for unit in units]


def _small(unit: Unit, scale: Scale) -> Small:
    def y(amount: Decimal) -> str:
        return pixels((1 - scale.share(amount)) * HEIGHT)

    line, dots, ranges = "", "", ""
    drawing = False
    for number, point in enumerate(unit.points):
        drawing = drawing and point.exact and point.joined
        if point.exact and point.low is not None:
            spot = f"{_x(number)} {y(point.low)}"
            line += f"L{spot}" if drawing else f"M{spot}"
            dots += f"M{spot}h0"
            drawing = True
        elif point.low is not None and point.high is not None:
            ranges += f"M{_x(number)} {y(point.low)}V{y(point.high)}"
    return Small(unit, STEP * len(unit.points), line, dots, ranges)


def _x(number: int) -> int:
    return STEP * number + STEP // 2
