"""The strip of units shows each of them, or their shares when they are many."""

from __future__ import annotations

import pytest

from bg_portal.pieces import Part
from bg_portal.strip import strip


def ends(cell_x: str, cell_width: str) -> float:
    return float(cell_x.rstrip("%")) + float(cell_width.rstrip("%"))


def test_every_unit_is_one_cell_in_the_order_of_the_parts() -> None:
    cells = strip([Part("good", 11, "a"), Part("not", 4, "b"), Part("none", 1, "c")])
    assert [cell.kind for cell in cells] == ["good"] * 11 + ["not"] * 4 + ["none"]
    assert len({cell.width for cell in cells}) == 1
    assert ends(cells[-1].x, cells[-1].width) == pytest.approx(100, abs=0.01)


def test_above_forty_units_a_part_is_as_wide_as_its_share() -> None:
    cells = strip([Part("good", 97, "a"), Part("mid", 31, "b"), Part("not", 0, "c"), Part("none", 32, "d")])
    assert [(cell.kind, cell.width) for cell in cells] == [
        ("good", "60.625%"),
        ("mid", "19.375%"),
        ("none", "20%"),
    ]
    assert ends(cells[-1].x, cells[-1].width) == pytest.approx(100)


def test_no_unit_draws_nothing() -> None:
    assert strip([]) == []
    assert strip([Part("good", 0, "a")]) == []
