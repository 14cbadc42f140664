"""Bars are as long as their amounts from zero, the median stands where it is, and nothing has no bar."""

from __future__ import annotations

from decimal import Decimal
from statistics import median
from xml.etree.ElementTree import Element

from hypothesis import given, settings
from hypothesis import strategies as st

from bg_portal.charts.bars import HEAD, ROW, Bar, by_amount, draw_bars
from bg_portal.charts.bars import median as median_of
from bg_portal.charts.scale import scale_for
from tests.charts import column, drawn, of_kind, pictures, scale_of, share

FEW = settings(max_examples=25)
WHOLE = st.integers(min_value=0, max_value=10_000).map(Decimal)
ZERO = Decimal(0)
NEAR = Decimal("0.000011")
"""Percents are written to a thousandth."""


@st.composite
def one_bar(draw: st.DrawFn) -> Bar:
    low = draw(st.none() | WHOLE)
    high = None
    if low is not None:
        high = draw(st.none() | st.just(low) | WHOLE.map(lambda more: low + more))
    return Bar("Đa Mai", "chưa có số liệu" if low is None else f"{low}", low, high, draw(st.none() | WHOLE))


BARS = st.lists(one_bar(), min_size=1, max_size=8)


def beyond(bar: Bar) -> Decimal:
    """How much more than the least it may be."""
    return ZERO if bar.low is None or bar.high is None else bar.high - bar.low


def row_of(box: Element) -> int:
    return (int(Decimal(box.attrib["y"])) - HEAD) // ROW


def by_units(rows: list[Bar]) -> Element:
    return pictures(drawn("chart_bars bars=bars title='a' id='a' median_words='b'", bars=rows))[0]


def by_years(rows: list[Bar]) -> Element:
    scale = scale_for(end for row in rows for end in row.ends)
    ticks = [f"{tick:f}" for tick in scale.ticks]
    tag = "chart_years bars=bars scale=scale ticks=ticks title='a' id='a'"
    return pictures(drawn(tag, bars=rows, scale=scale, ticks=ticks))[0]


@FEW
@given(BARS)
def test_a_level_bar_is_as_long_as_its_amount(rows: list[Bar]) -> None:
    picture = by_units(rows)
    top = scale_for(end for row in rows for end in row.ends).top
    for number, bar in enumerate(rows):
        own = {b.attrib["class"]: b for b in of_kind(picture, "good", "mid", "none") if row_of(b) == number}
        lengths = {kind.rsplit("--", 1)[-1]: share(box.attrib["width"]) for kind, box in own.items()}
        certain = "none" if bar.high is None else "good"
        assert abs(lengths.get(certain, 0) * top - (bar.low or 0)) <= NEAR * top
        assert abs(lengths.get("mid", 0) * top - beyond(bar)) <= NEAR * top
        assert bar.low is not None or not own


@FEW
@given(BARS)
def test_the_median_is_drawn_where_it_is_and_only_where_it_is_one_number(rows: list[Bar]) -> None:
    lines = of_kind(by_units(rows), "median")
    known = [bar for bar in rows if bar.low is not None]
    if not known or any(bar.high is None for bar in known):
        assert not lines
        return
    low = median(bar.low for bar in known if bar.low is not None)
    high = median(bar.high for bar in known if bar.high is not None)
    assert median_of(rows) == (low, high)
    assert len(lines) == (low == high)
    top = scale_for(end for row in rows for end in row.ends).top
    assert all(abs(share(line.attrib["x1"]) * top - low) <= NEAR * top for line in lines)


@FEW
@given(BARS)
def test_an_upright_bar_is_as_high_as_its_amount_and_targets_lie_across(rows: list[Bar]) -> None:
    picture = by_years(rows)
    scale = scale_of(picture)
    found: dict[int, dict[str, Element]] = {}
    for box in of_kind(picture, "good", "mid", "none"):
        middle = f"{share(box.attrib['x']) * 100 + share(box.attrib['width']) * 50}%"
        found.setdefault(column(middle, len(rows)), {})[box.attrib["class"].rsplit("--", 1)[-1]] = box
    for number, bar in enumerate(rows):
        own = {
            kind: Decimal(box.attrib["height"]) / scale.unit for kind, box in found.get(number, {}).items()
        }
        certain = "none" if bar.high is None else "good"
        pixel = Decimal("0.011") / scale.unit
        assert abs(own.get(certain, ZERO) - (bar.low or ZERO)) <= pixel
        assert abs(own.get("mid", ZERO) - beyond(bar)) <= pixel
    decided = [bar.target for bar in rows if bar.target is not None]
    across = [scale.amount(line.attrib["y1"]) for line in of_kind(picture, "target")]
    assert len(across) == len(decided)
    assert all(abs(a - b) * scale.unit <= Decimal("0.011") for a, b in zip(across, decided, strict=True))


@given(BARS)
def test_the_largest_comes_first_and_what_is_not_known_last(rows: list[Bar]) -> None:
    found = by_amount(rows)
    assert sorted(map(id, found)) == sorted(map(id, rows))
    lows: list[Decimal] = [Decimal(-1) if bar.low is None else bar.low for bar in found]
    assert lows == sorted(lows, reverse=True)


@given(BARS)
def test_every_unit_has_its_name_and_its_words(rows: list[Bar]) -> None:
    words = [label.text for label in draw_bars(rows).labels]
    assert words == [text for bar in rows for text in (bar.name, bar.words)]
