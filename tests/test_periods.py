"""The quarter as a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bg_portal.periods import Quarter

quarters = st.builds(Quarter, st.integers(2000, 2100), st.integers(1, 4))


def test_a_quarter_is_written_as_papers_write_it() -> None:
    quarter = Quarter(2018, 2)
    assert (str(quarter), quarter.roman, quarter.key) == ("quý II/2018", "II", "2018-Q2")
    assert (quarter.label("vi"), quarter.label("en")) == ("quý II/2018", "Q2 2018")


def test_a_year_turns_after_its_fourth_quarter() -> None:
    assert Quarter(2016, 4).next() == Quarter(2017, 1)
    assert Quarter(2017, 1).previous() == Quarter(2016, 4)
    assert Quarter(2017, 3).year_before() == Quarter(2016, 3)


@pytest.mark.parametrize(
    "key", ["", "2018", "2018-Q5", "2018-Q0", "2018-q2", "18-Q2", "2018-Q2 ", "٢٠١٨-Q2", "0000-Q1"]
)
def test_anything_but_a_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="quarter"):
        Quarter.parse(key)


def test_a_fifth_quarter_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="no such quarter"):
        Quarter(2018, 5)


@given(quarters)
def test_a_key_gives_back_its_quarter(quarter: Quarter) -> None:
    assert Quarter.parse(quarter.key) == quarter


@given(quarters)
def test_neighbours_are_neighbours(quarter: Quarter) -> None:
    assert quarter.next().previous() == quarter
    assert quarter.previous() < quarter < quarter.next()
    assert quarter.year_before().next().next().next().next() == quarter


@given(quarters, quarters)
def test_keys_sort_as_their_quarters_do(one: Quarter, other: Quarter) -> None:
    assert (one < other) == (one.key < other.key)
