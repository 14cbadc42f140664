"""What a drawing is made of, ready for SVG: across in percent of the width, down in pixels.

So words keep their size at every width, and one drawing serves screen, telephone and paper.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle; `kind` is what it means: gap, good, mid, none."""

    kind: str
    x: str
    y: str
    width: str
    height: str


class Stroke(NamedTuple):
    """A straight line; `kind`: grid, axis, target, reference, line, range, least, median, and clear: what
    keeps one of these apart from the bar that it crosses."""

    kind: str
    x1: str
    y1: str
    x2: str
    y2: str


class Dot(NamedTuple):
    """A number; `kind`: dot, or mended where it was corrected."""

    kind: str
    x: str
    y: str


class Label(NamedTuple):
    """Words; `kind`: tick, word, value, soft; `anchor` as in SVG, `dx` away from x in pixels."""

    kind: str
    x: str
    y: str
    anchor: str
    text: str
    dx: int = 0


class Drawing(NamedTuple):
    """All of it, in the order in which it is drawn."""

    height: int
    boxes: list[Box]
    strokes: list[Stroke]
    feet: list[tuple[str, str]]
    """The ends of brackets, as x and y."""
    dots: list[Dot]
    labels: list[Label]

    @property
    def kinds(self) -> frozenset[str]:
        """Everything that occurs in it: the key explains these and nothing else."""
        shapes: list[Box | Stroke | Dot] = [*self.boxes, *self.strokes, *self.dots]
        return frozenset(shape.kind for shape in shapes)


def pixels(length: Decimal) -> str:
    """A length down for SVG, to a hundredth: `12.5`."""
    return f"{length:.2f}".rstrip("0").rstrip(".")


def percent(share: Decimal) -> str:
    """A length across for SVG, to a thousandth: `6.25%`."""
    return f"{share:.3f}".rstrip("0").rstrip(".") + "%"
