"""The median of the communes: of what is whole, as a range where figures are, and never more than that."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from plans.indicators import figure
from plans.median import Beside, beside, median_of, middle
from plans.ranges import Range, exactly
from plans.spans import of_quarter
from tests.progress_books import A, B, C, book, cell, public_book, three

KEY = "2018-Q2"
SPAN = of_quarter(three(), KEY)


def of(code: str, *values: int | str | None, public: bool = False) -> str:
    told = {place: value for place, value in zip((A, B, C), values, strict=True) if value != "."}
    cells = [cell(code, place, KEY, value) for place, value in told.items()]
    known = public_book(cells) if public else book(cells)
    found = median_of(known, three().indicator(code), SPAN)
    return f"{found.value.low} {found.value.high} {found.known}/{found.expected}" if found else "none"


def test_half_have_no_more_and_half_no_less() -> None:
    assert of("LD01", 9, 1, 5) == "5 5 3/3"
    assert of("LD01", 9, 1, ".") == "5 5 2/3"


def test_what_is_missing_is_left_out_and_said_and_zero_counts() -> None:
    assert of("LD01", 0, 0, "not_collected") == "0 0 2/3"
    assert of("LD01", ".", ".", ".") == "none"


def test_of_protected_figures_it_is_a_range() -> None:
    assert of("SK01", 2, 3, 9, public=True) == "1 4 3/3"
    assert of("SK01", 2, 3, 9) == "3 3 3/3"


def test_what_is_not_published_can_be_anything_and_half_of_it_hides_the_upper_end() -> None:
    assert of("SK02", 0, 0, 60, public=True) == "0 None 3/3"
    cells = [cell("SK01", place, KEY, value) for place, value in ((A, 0), (B, 0), (C, 3))]
    cells += [cell("SK02", place, KEY, value) for place, value in ((A, 0), (B, 0), (C, 60))]
    found = median_of(public_book(cells), three().indicator("SK02"), SPAN)
    assert found is not None
    assert (float(found.value.low), found.value.exact, found.known) == (0.0, True, 3)


def test_of_yes_and_no_and_of_what_is_not_published_there_is_none() -> None:
    assert of("LG11", 1, 1, 0) == "none"
    assert of("MB01", 1, 1, 0, public=True) == "none"


def test_a_commune_lies_above_at_or_below_it_or_nobody_can_tell() -> None:
    cells = [cell("SK01", place, KEY, value) for place, value in ((A, 2), (B, 5), (C, 9))]
    for known, expected in (
        (book(cells), (Beside.BELOW, Beside.EQUAL, Beside.ABOVE)),
        (public_book(cells), (Beside.BELOW, Beside.EQUAL, Beside.ABOVE)),
        (public_book(cells[:2]), (Beside.OPEN, Beside.ABOVE, Beside.OPEN)),
    ):
        indicator = three().indicator("SK01")
        median = median_of(known, indicator, SPAN)
        assert tuple(beside(figure(known, indicator, SPAN, place), median) for place in (A, B, C)) == expected


@st.composite
def within(draw: st.DrawFn) -> tuple[list[Range], list[Range]]:
    """Ranges, and numbers in them."""
    ends = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=9))
    ranges = [Range(Decimal(min(pair)), Decimal(max(pair))) for pair in ends]
    return ranges, [exactly(Decimal(draw(st.integers(min(pair), max(pair))))) for pair in ends]


@given(within())
def test_wherever_the_numbers_lie_in_their_ranges_the_median_lies_in_its_own(
    drawn: tuple[list[Range], list[Range]],
) -> None:
    ranges, numbers = drawn
    assert middle(ranges).holds(middle(numbers).low)
