"""Small pictures share one scale; each holds the numbers of its unit and nothing where there is none."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bg_portal.charts.course import Point
from bg_portal.charts.multiples import HEIGHT, STEP, Unit, draw_multiples, shared_scale
from tests.charts import drawn

WHOLE = st.integers(min_value=0, max_value=10_000).map(Decimal)


def point(low: Decimal | None, more: Decimal | None, *, joined: bool = True) -> Point:
    high = None if low is None or more is None else low + more
    return Point("quý", "I", "2016", low, high, joined=joined)


MORE = st.none() | st.just(Decimal(0)) | WHOLE
POINTS = st.builds(point, st.none() | WHOLE, MORE, joined=st.booleans())
UNITS = st.lists(
    st.builds(lambda rows: Unit("Đa Mai", "3", rows), st.lists(POINTS, max_size=6)), min_size=1, max_size=4
)
SPOT = re.compile(r"[ML](\d+) ([\d.]+)")


def spots(path: str) -> list[tuple[int, Decimal]]:
    """The period and the height of each place that a path goes to."""
    return [((int(x) - STEP // 2) // STEP, Decimal(y)) for x, y in SPOT.findall(path)]


@given(UNITS)
def test_every_number_has_a_spot_at_its_height_on_the_shared_scale(units: list[Unit]) -> None:
    top = shared_scale(units).top
    for picture in draw_multiples(units):
        found = spots(picture.dots)
        numbers = [(n, p.low) for n, p in enumerate(picture.unit.points) if p.exact and p.low is not None]
        assert [number for number, _ in found] == [number for number, _ in numbers]
        for (_, y), (_, amount) in zip(found, numbers, strict=True):
            assert abs((1 - y / HEIGHT) * top - amount) <= top / HEIGHT / 100
        assert spots(picture.line) == found


@given(UNITS)
def test_the_line_begins_anew_after_a_gap(units: list[Unit]) -> None:
    for picture in draw_multiples(units):
        rows = picture.unit.points
        begun = [(int(x) - STEP // 2) // STEP for x in re.findall(r"M(\d+)", picture.line)]
        assert begun == [
            n for n, p in enumerate(rows) if p.exact and (n == 0 or not rows[n - 1].exact or not p.joined)
        ]


@given(UNITS)
def test_a_range_reaches_from_its_least_to_its_most(units: list[Unit]) -> None:
    top = shared_scale(units).top
    for picture in draw_multiples(units):
        ranges = [p for p in picture.unit.points if p.high is not None and not p.exact]
        found = re.findall(r"M\d+ ([\d.]+)V([\d.]+)", picture.ranges)
        assert len(found) == len(ranges)
        for ends, wanted in zip(found, ranges, strict=True):
            for y, amount in zip(ends, (wanted.low, wanted.high), strict=True):
                assert abs((1 - Decimal(y) / HEIGHT) * top - (amount or 0)) <= top / HEIGHT / 100


def test_each_unit_is_named_and_its_last_number_said() -> None:
    units = [Unit("Đa Mai", "57 buổi", [point(Decimal(57), Decimal(0))], "/xa-phuong/da-mai/")]
    html = drawn("chart_multiples units=units title='a' note='b'", units=units)
    assert '<a href="/xa-phuong/da-mai/">Đa Mai</a>' in html
    assert "57 buổi" in html
    assert "style" not in html
