"""The course of an amount over periods, held against what was decided: a line with dots.

A gap stays a gap: no line leads across it. A range is a bracket, "at least" a bracket without an upper end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby, pairwise

from bg_portal.charts.scale import HUNDRED, Scale
from bg_portal.charts.shapes import Box, Dot, Drawing, Label, Stroke, percent, pixels

TOP, PLOT, FOOT = 24, 184, 40
"""Pixels above the scale for words, of the scale itself, and below it for the axis."""
NEAR = 22
"""Pixels that a number's words need above or below its dot."""


@dataclass(frozen=True)
class Point:
    """The amount of one period: a number where both ends are it, a range, at least `low`, or nothing."""

    label: str
    """The period in full."""
    column: str
    """The period under the axis."""
    group: str
    """The year, under its periods."""
    low: Decimal | None = None
    high: Decimal | None = None
    words: str = ""
    """The amount as the table writes it."""
    corrected: bool = False
    joined: bool = True
    """Whether the line may come here from the period before."""
    coming: bool = False
    """Whether the period is still to come: nothing is drawn, and nothing is missing."""
    target: Decimal | None = None
    """What was decided for the period's year."""
    reference: Decimal | None = None
    """Where the reference line is, which nobody decided."""

    @property
    def known(self) -> bool:
        return self.low is not None

    @property
    def exact(self) -> bool:
        return self.low is not None and self.low == self.high


@dataclass(frozen=True)
class Course:
    """Everything the chart shows."""

    points: Sequence[Point]
    scale: Scale
    ticks: Sequence[str]
    """The words at the scale's ticks, from zero up."""
    target_words: str = ""
    """Beside the last decided target."""
    plot: int = field(default=PLOT)

    @property
    def first(self) -> Point | None:
        return next((point for point in self.points if point.exact), None)

    @property
    def last(self) -> Point | None:
        return next((point for point in reversed(self.points) if point.exact), None)

    @property
    def gaps(self) -> list[Point]:
        """The periods of which nothing can be drawn although they have begun."""
        return [point for point in self.points if not point.known and not point.coming]


def draw_course(course: Course) -> Drawing:
    """The course as shapes."""
    return _Drawn(course).drawing()


class _Drawn:
    def __init__(self, course: Course) -> None:
        self.course = course
        self.base = Decimal(TOP + course.plot)
        self.width = HUNDRED / max(len(course.points), 1)

    def drawing(self) -> Drawing:
        strokes = [*self._grid(), *self._targets(), *self._reference(), *self._lines(), *self._ranges()]
        return Drawing(
            height=TOP + self.course.plot + FOOT,
            boxes=list(self._gaps()),
            strokes=strokes,
            feet=list(self._feet()),
            dots=list(self._dots()),
            labels=[*self._axis(), *self._target_words(), *self._ends()],
        )

    def _x(self, number: int) -> str:
        """The middle of a column."""
        return percent(self.width * (number + Decimal("0.5")))

    def _edge(self, number: int) -> str:
        return percent(self.width * number)

    def _down(self, amount: Decimal) -> Decimal:
        return self.base - self.course.scale.share(amount) * self.course.plot

    def _y(self, amount: Decimal) -> str:
        return pixels(self._down(amount))

    def _gaps(self) -> Iterator[Box]:
        for number, point in enumerate(self.course.points):
            if not point.known and not point.coming:
                yield Box("gap", self._edge(number), str(TOP), percent(self.width), str(self.course.plot))

    def _grid(self) -> Iterator[Stroke]:
        for amount in self.course.scale.ticks:
            y = self._y(amount)
            yield Stroke("grid" if amount else "axis", "0", y, "100%", y)
        for number, (one, other) in enumerate(pairwise(self.course.points), start=1):
            if one.group != other.group:
                x = self._edge(number)
                yield Stroke("axis", x, pixels(self.base), x, pixels(self.base + 20))

    def _axis(self) -> Iterator[Label]:
        for amount, words in zip(self.course.scale.ticks, self.course.ticks, strict=True):
            yield Label("tick", "0", pixels(self._down(amount) + 4), "end", words, -8)
        for number, point in enumerate(self.course.points):
            yield Label("tick", self._x(number), pixels(self.base + 16), "middle", point.column)
        for group, members in groupby(enumerate(self.course.points), key=lambda pair: pair[1].group):
            numbers = [number for number, _ in members]
            middle = self.width * (numbers[0] + numbers[-1] + 1) / 2
            yield Label("word", percent(middle), pixels(self.base + 34), "middle", group)

    def _targets(self) -> Iterator[Stroke]:
        """A step line: level over the periods of each year, upright where the next year's differs."""
        points = self.course.points
        runs = [
            (target, [number for number, _ in members])
            for target, members in groupby(enumerate(points), key=lambda pair: pair[1].target)
        ]
        for target, numbers in runs:
            if target is not None:
                y = self._y(target)
                yield Stroke("target", self._edge(numbers[0]), y, self._edge(numbers[-1] + 1), y)
        for (one, numbers), (other, _) in pairwise(runs):
            if one is not None and other is not None:
                x = self._edge(numbers[-1] + 1)
                yield Stroke("target", x, self._y(one), x, self._y(other))

    def _target_words(self) -> Iterator[Label]:
        targets = [(number, p.target) for number, p in enumerate(self.course.points) if p.target is not None]
        if targets and self.course.target_words:
            number, target = targets[-1]
            y = pixels(self._down(target) - 8)
            yield Label("word", self._edge(number + 1), y, "end", self.course.target_words)

    def _reference(self) -> Iterator[Stroke]:
        for number, (one, other) in enumerate(pairwise(self.course.points)):
            if one.reference is not None and other.reference is not None:
                ends = (self._y(one.reference), self._y(other.reference))
                yield Stroke("reference", self._x(number), ends[0], self._x(number + 1), ends[1])

    def _lines(self) -> Iterator[Stroke]:
        for number, (one, other) in enumerate(pairwise(self.course.points)):
            if one.exact and other.exact and other.joined and one.low is not None and other.low is not None:
                ends = (self._y(one.low), self._y(other.low))
                yield Stroke("line", self._x(number), ends[0], self._x(number + 1), ends[1])

    def _ranges(self) -> Iterator[Stroke]:
        for number, point in enumerate(self.course.points):
            if point.low is None or point.exact:
                continue
            x, top = self._x(number), str(TOP) if point.high is None else self._y(point.high)
            yield Stroke("least" if point.high is None else "range", x, self._y(point.low), x, top)

    def _feet(self) -> Iterator[tuple[str, str]]:
        for number, point in enumerate(self.course.points):
            if not point.exact:
                ends = [end for end in (point.low, point.high) if end is not None]
                yield from ((self._x(number), self._y(end)) for end in ends)

    def _dots(self) -> Iterator[Dot]:
        for number, point in enumerate(self.course.points):
            if point.exact and point.low is not None:
                yield Dot("mended" if point.corrected else "dot", self._x(number), self._y(point.low))

    def _ends(self) -> Iterator[Label]:
        """The first and the last number in words, on the side of the dot where no other line is."""
        points = self.course.points
        numbers = [number for number, point in enumerate(points) if point.exact]
        for number in numbers[:1]:
            yield Label(
                "value", self._x(number), self._beside(points[number]), "middle", points[number].words
            )
        for number in numbers[1:][-1:]:
            anchor, dx = ("end", 8) if number + 1 == len(points) else ("start", -6)
            y = self._beside(points[number])
            yield Label("value", self._x(number), y, anchor, points[number].words, dx)

    def _beside(self, point: Point) -> str:
        """How far down: below the dot of what is under its yardstick, above every other; within the plot."""
        y = self._down(point.low or Decimal(0))
        yardsticks = [line for line in (point.target, point.reference) if line is not None]
        under = any(line >= (point.low or 0) for line in yardsticks)
        below = under or y < TOP + NEAR // 2
        return pixels(y + NEAR if below and y + NEAR < self.base else y - NEAR // 2)
