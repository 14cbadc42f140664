"""The course of an amount: what is drawn are the numbers of the table, and nothing where there is none."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from django.template import Template, TemplateSyntaxError
from hypothesis import given, settings
from hypothesis import strategies as st

from bg_portal.charts.course import TOP, Course, Point
from bg_portal.charts.scale import scale_for
from tests.charts import Scale, column, drawn, of_kind, pictures, scale_of

WHOLE = st.integers(min_value=0, max_value=100_000).map(Decimal)
NEAR = Decimal("0.011")
"""Pixels are written to a hundredth."""


@st.composite
def points(draw: st.DrawFn) -> Point:
    low = draw(st.none() | WHOLE)
    high = None
    if low is not None:
        high = draw(st.none() | st.just(low) | WHOLE.map(lambda more: low + more))
    return Point(
        label="quý",
        column="I",
        group=str(draw(st.integers(min_value=2016, max_value=2020))),
        low=low,
        high=high,
        words=str(low),
        corrected=draw(st.booleans()),
        joined=draw(st.booleans()),
        coming=low is None and draw(st.booleans()),
        target=draw(st.none() | WHOLE),
        reference=draw(st.none() | WHOLE),
    )


FEW = settings(max_examples=25)
"""Each example is drawn by its template, which takes its time."""
COURSES = st.lists(points(), min_size=1, max_size=6)


def picture_of(rows: list[Point]) -> Element:
    ends = [end for p in rows for end in (p.low, p.high, p.target, p.reference) if end is not None]
    scale = scale_for(ends)
    course = Course(rows, scale, [f"{tick:f}" for tick in scale.ticks])
    return pictures(drawn("chart_course chart=chart title='a' id='a'", chart=course))[0]


def same(scale: Scale, y: str, amount: Decimal | None) -> bool:
    return amount is not None and abs(scale.amount(y) - amount) * scale.unit <= NEAR


@FEW
@given(COURSES)
def test_every_number_has_one_dot_at_its_height_and_nothing_else_has(rows: list[Point]) -> None:
    picture = picture_of(rows)
    scale = scale_of(picture)
    dots = {column(d.attrib["cx"], len(rows)): d for d in of_kind(picture, "dot", "mended")}
    assert sorted(dots) == [number for number, point in enumerate(rows) if point.exact]
    assert len(of_kind(picture, "dot", "mended")) == len(dots)
    for number, dot in dots.items():
        assert same(scale, dot.attrib["cy"], rows[number].low)
        assert (dot.attrib["class"] == "dot--mended") == rows[number].corrected


@FEW
@given(COURSES)
def test_a_range_is_a_bracket_from_its_least_to_its_most(rows: list[Point]) -> None:
    picture = picture_of(rows)
    scale = scale_of(picture)
    found = {column(s.attrib["x1"], len(rows)): s for s in of_kind(picture, "range", "least")}
    assert sorted(found) == [n for n, point in enumerate(rows) if point.known and not point.exact]
    for number, stroke in found.items():
        assert same(scale, stroke.attrib["y1"], rows[number].low)
        if rows[number].high is None:
            assert stroke.attrib["y2"] == str(TOP)
        else:
            assert same(scale, stroke.attrib["y2"], rows[number].high)


@FEW
@given(COURSES)
def test_the_line_joins_neighbours_that_are_both_numbers_and_crosses_no_gap(rows: list[Point]) -> None:
    picture = picture_of(rows)
    scale = scale_of(picture)
    lines = of_kind(picture, "line")
    wanted = [
        (number, one, other)
        for number, (one, other) in enumerate(pairwise(rows))
        if one.exact and other.exact and other.joined
    ]
    assert len(lines) == len(wanted)
    for line, (number, one, other) in zip(lines, wanted, strict=True):
        ends = [column(line.attrib[name], len(rows)) for name in ("x1", "x2")]
        assert ends == [number, number + 1]
        assert same(scale, line.attrib["y1"], one.low)
        assert same(scale, line.attrib["y2"], other.low)


@FEW
@given(COURSES)
def test_what_has_begun_and_is_not_known_is_hatched_and_what_is_to_come_is_empty(rows: list[Point]) -> None:
    gaps = of_kind(picture_of(rows), "gap")
    found = [round(Decimal(gap.attrib["x"].rstrip("%")) * len(rows) / 100) for gap in gaps]
    assert found == [number for number, p in enumerate(rows) if not p.known and not p.coming]


@FEW
@given(COURSES)
def test_targets_are_level_over_their_periods_at_their_height(rows: list[Point]) -> None:
    picture = picture_of(rows)
    scale = scale_of(picture)
    levels = [s for s in of_kind(picture, "target") if s.attrib["y1"] == s.attrib["y2"]]
    for number, point in enumerate(rows):
        middle = Decimal(100) * (2 * number + 1) / (2 * len(rows))
        over = [
            s.attrib["y1"]
            for s in levels
            if Decimal(s.attrib["x1"].rstrip("%")) < middle < Decimal(s.attrib["x2"].rstrip("%"))
        ]
        assert len(over) == (point.target is not None)
        assert all(same(scale, y, point.target) for y in over)


@FEW
@given(COURSES)
def test_nothing_is_drawn_above_or_below_the_plot(rows: list[Point]) -> None:
    picture = picture_of(rows)
    for shape in of_kind(picture, "dot", "mended", "range", "least", "line", "target", "reference"):
        for name in {"cy", "y1", "y2"} & set(shape.attrib):
            assert 0 <= Decimal(shape.attrib[name]) <= Decimal(picture.attrib["height"])


def test_the_first_and_the_last_number_are_written_at_their_dots() -> None:
    rows = [Point(f"quý {n}", "I", "2016", Decimal(n), Decimal(n), f"{n}%") for n in (3, 5, 8)]
    assert [label.text for label in of_kind(picture_of(rows), "value")] == ["3%", "8%"]


@pytest.mark.parametrize("code", ["{% chart_course %}", "{% chart_bars bars=bars title='a' id='b' sort=1 %}"])
def test_a_chart_is_as_strict_as_a_component(code: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Template("{% load charts %}" + code + "{% end" + code.split()[1] + " %}")


def test_who_does_not_see_it_is_told_from_where_to_where_and_what_is_not_known() -> None:
    def period(label: str, low: int | None = None, high: int | None = None, words: str = "") -> Point:
        least, most = (None if end is None else Decimal(end) for end in (low, high))
        return Point(label, "I", "2016", least, most, words, coming=label == "quý I/2017")

    rows = [
        period("quý I/2016", 3, 3, "3"),
        period("quý II/2016", 3, 5, "3 - 5"),
        period("quý III/2016"),
        period("quý IV/2016", 8, 8, "8"),
        period("quý I/2017"),
    ]
    about = picture_of(rows).findtext("desc") or ""
    assert "Từ 3 ở quý I/2016 đến 8 ở quý IV/2016." in about
    assert "quý II/2016 3 - 5" in about
    assert "quý III/2016" in about
    assert "quý I/2017" not in about
