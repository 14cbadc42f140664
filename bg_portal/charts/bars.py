"""An amount by unit: level bars from zero, the largest first, with the median; and by year: upright bars.

What is certain is full; what it may be besides, grey; "at least", only an edge. A unit without a number has
its name and words and no bar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median as middle_of

from bg_portal.charts.scale import HUNDRED, ZERO, Scale, scale_for
from bg_portal.charts.shapes import Box, Drawing, Label, Stroke, percent, pixels

ROW, THICK, HEAD = 24, 14, 24
"""Pixels of a level bar's row, of the bar, and above the first one for the words of the median."""
TOP, PLOT, FOOT = 24, 150, 22
"""The same for upright bars: for words above, of the scale, below it for the axis."""
NEAR = 22
"""Pixels that words take above a bar."""
WIDE = Decimal("0.56")
"""How much of its column an upright bar takes."""
MOST_UNITS = 40
"""Beyond it bars of units are longer than anybody compares."""


@dataclass(frozen=True)
class Bar:
    """One unit or year: a number where both ends are it, a range, at least `low`, or nothing."""

    name: str
    words: str
    low: Decimal | None = None
    high: Decimal | None = None
    target: Decimal | None = None
    """What was decided; of years only."""

    @property
    def ends(self) -> list[Decimal]:
        return [end for end in (self.low, self.high, self.target) if end is not None]


def by_amount(bars: Sequence[Bar]) -> list[Bar]:
    """The largest first, what is not known last; where two are equal they keep the order given."""
    known = [bar for bar in bars if bar.low is not None]
    known.sort(key=lambda bar: (bar.low or ZERO, bar.high or bar.low or ZERO), reverse=True)
    return known + [bar for bar in bars if bar.low is None]


def median(bars: Sequence[Bar]) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the median of what is known can be; None where an end is open."""
    known = [bar for bar in bars if bar.low is not None]
    lows = [bar.low for bar in known if bar.low is not None]
    highs = [bar.high for bar in known if bar.high is not None]
    if not lows or len(highs) < len(lows):
        return None
    return middle_of(lows), middle_of(highs)


def draw_bars(bars: Sequence[Bar], *, median_words: str = "") -> Drawing:
    """The bars of units in the order given; the median is drawn where it is one number."""
    scale = scale_for(end for bar in bars for end in bar.ends)
    height = HEAD + ROW * len(bars)
    labels = [label for number, bar in enumerate(bars) for label in _level_words(number, bar, scale)]
    strokes = [Stroke("axis", "0", str(HEAD), "0", str(height))]
    middle = median(bars)
    if middle and middle[0] == middle[1] and median_words:
        share = HUNDRED * scale.share(middle[0])
        x = percent(share)
        strokes += [Stroke(kind, x, str(HEAD - 4), x, str(height)) for kind in ("clear", "median")]
        labels.append(Label("word", percent(share), str(HEAD - 9), _anchor(share), median_words))
    boxes = [box for number, bar in enumerate(bars) for box in _level(number, bar, scale)]
    return Drawing(height, boxes, strokes, [], [], labels)


def _anchor(share: Decimal) -> str:
    """Words over a line stay within the plot."""
    return "start" if share < 20 else "end" if share > 80 else "middle"


def _level(number: int, bar: Bar, scale: Scale) -> Iterator[Box]:
    y = str(HEAD + ROW * number + (ROW - THICK) // 2)
    for kind, start, end in _pieces(bar):
        width = percent(HUNDRED * scale.share(end - start))
        yield Box(kind, percent(HUNDRED * scale.share(start)), y, width, str(THICK))


def _level_words(number: int, bar: Bar, scale: Scale) -> Iterator[Label]:
    y = str(HEAD + ROW * number + ROW // 2 + 5)
    yield Label("word", "0", y, "end", bar.name, -8)
    end = bar.low or ZERO if bar.high is None else bar.high
    kind = "soft" if bar.low is None else "value"
    yield Label(kind, percent(HUNDRED * scale.share(end)), y, "start", bar.words, 6)


def _pieces(bar: Bar) -> list[tuple[str, Decimal, Decimal]]:
    """The parts of a bar that are longer than nothing."""
    if bar.low is None:
        return []
    if bar.high is None:
        found = [("none", ZERO, bar.low)]
    else:
        found = [("good", ZERO, bar.low), ("mid", bar.low, bar.high)]
    return [(kind, start, end) for kind, start, end in found if end > start]


def draw_years(bars: Sequence[Bar], *, ticks: Sequence[str], scale: Scale) -> Drawing:
    """Upright bars in the order given, with what was decided for each as a line across its column."""
    width, base = HUNDRED / max(len(bars), 1), Decimal(TOP + PLOT)

    def down(amount: Decimal) -> Decimal:
        return base - scale.share(amount) * PLOT

    boxes, strokes, labels = [], [], []
    for amount, words in zip(scale.ticks, ticks, strict=True):
        y = pixels(down(amount))
        strokes.append(Stroke("grid" if amount else "axis", "0", y, "100%", y))
        labels.append(Label("tick", "0", pixels(down(amount) + 4), "end", words, -8))
    for number, bar in enumerate(bars):
        x, middle = width * (number + (1 - WIDE) / 2), percent(width * (number + Decimal("0.5")))
        for kind, start, end in _pieces(bar):
            high = pixels(down(start) - down(end))
            boxes.append(Box(kind, percent(x), pixels(down(end)), percent(width * WIDE), high))
        if bar.target is not None:
            edges = [percent(width * (number + share)) for share in (Decimal("0.1"), Decimal("0.9"))]
            y = pixels(down(bar.target))
            strokes += [Stroke(kind, edges[0], y, edges[1], y) for kind in ("clear", "target")]
        kind = "soft" if bar.low is None else "value"
        labels.append(Label(kind, middle, pixels(_above(bar, down) - 7), "middle", bar.words))
        labels.append(Label("word", middle, pixels(base + 17), "middle", bar.name))
    return Drawing(TOP + PLOT + FOOT, boxes, strokes, [], [], labels)


def _above(bar: Bar, down: Callable[[Decimal], Decimal]) -> Decimal:
    """Where an upright bar's words stand: on the bar, or on a line across its column that is close above."""
    top = down(max((end for end in (bar.low, bar.high) if end is not None), default=ZERO))
    line = top if bar.target is None else down(bar.target)
    return line if 0 < top - line < NEAR else top
