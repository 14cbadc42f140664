"""What adds up within a year, completed by the same quarters of earlier years: how it behaves."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.projection import Lack, Projected, Quarter, Season, completed, mean_miss, tried_years

SEAM = (2019, 1)


def compares(one: Quarter, other: Quarter) -> bool:
    """The same quarters compare, the short one of 2019 with none."""
    return one[1] == other[1] and SEAM not in (one, other)


def season(
    *values: int | None, first: int = 2016, like: Callable[[Quarter, Quarter], bool] = compares
) -> Season:
    """Quarters one after another from a year's first on; None where something is not known."""
    quarters = [(first + place // 4, place % 4 + 1) for place in range(len(values))]
    whole = [*quarters, *[(quarters[-1][0], n) for n in range(quarters[-1][1] + 1, 5)]]
    known = {q: Decimal(v) for q, v in zip(quarters, values, strict=True) if v is not None}
    return Season(tuple(whole), known, lambda a, b: b in whole and like(a, b))


def said(of: Season, last: Quarter) -> Projected:
    found = completed(of, last)
    assert isinstance(found, Projected)
    return found


def told(found: Projected) -> str:
    """Point, pace and range in one line."""
    low, high = ends(found)
    return f"{float(found.point):g} by {float(found.pace):g}, {float(low):g} to {float(high or 0):g}"


def ends(found: Projected) -> tuple[Decimal, Decimal | None]:
    assert found.span is not None
    return found.span.low, found.span.high


def test_a_constant_series_goes_on_as_it_is_without_a_range() -> None:
    found = said(season(*[5] * 9), (2018, 1))
    assert told(found) == "20 by 5, 20 to 20"


def test_the_season_of_earlier_years_is_respected() -> None:
    """A year that brings half of everything in its last quarter is not behind by the third."""
    found = said(season(*[1, 2, 3, 6] * 2, 1, 2, 3), (2018, 3))
    assert told(found) == "12 by 6, 12 to 12"


def test_a_year_of_twice_as_much_so_far_is_expected_to_bring_twice_as_much() -> None:
    found = said(season(*[1, 2, 3, 6] * 2, 2, 4), (2018, 2))
    assert (float(found.point), float(found.pace)) == (24.0, 9.0)


def test_a_linear_series_is_overestimated_by_less_than_a_twentieth() -> None:
    """The earlier year rose too, and its rise is scaled with it."""
    came = sum(range(18, 22))
    assert came < said(season(*range(10, 20)), (2018, 2)).point < came * Decimal("1.05")


def test_a_noisy_series_has_the_range_of_its_largest_misses() -> None:
    """Of the year before, after its third quarter, 10,3 were expected and 15 came: no miss was larger."""
    found = said(season(10, 10, 10, 10, 10, 12, 9, 15, 10, 10), (2018, 2))
    low, high = ends(found)
    assert low == found.point
    assert found.tried == 3
    assert high is not None
    assert abs(high - 20 - (found.point - 20) * Decimal(15) / (Decimal(10) * 31 / 30)) < Decimal("1e-20")


def test_a_year_that_falls_back_is_forecast_lower() -> None:
    assert said(season(*[10] * 8, 5, 5), (2018, 2)).point == 20


def test_quarters_that_do_not_compare_are_left_out() -> None:
    """The short first quarter of 2019 scales nothing; from the second on there is something to go by."""
    values = [1, 2, 3, 6] * 3
    assert completed(season(*values, 1), SEAM) is Lack.NOT_COMPARABLE
    assert said(season(*values, 1, 2), (2019, 2)).point == 12


def test_without_an_earlier_year_nothing_is_said() -> None:
    assert completed(season(1, 2), (2016, 2)) is Lack.NO_EARLIER_YEAR


def test_gaps_are_named() -> None:
    assert completed(season(1, 2, 3, 6, None, 2), (2017, 2)) is Lack.GAPS_NOW
    assert completed(season(1, 2, 3, None, 1, 2), (2017, 2)) is Lack.GAPS_BEFORE
    assert completed(season(0, 0, 3, 6, 1, 2), (2017, 2)) is Lack.NO_SCALE


def test_a_year_that_is_over_comes_to_what_it_came_to() -> None:
    found = said(season(1, 2, 3, 6), (2016, 4))
    assert told(found) == "12 by 0, 12 to 12"


def test_nothing_so_far_in_a_series_of_nothing_stays_nothing() -> None:
    assert said(season(*[0] * 6), (2017, 2)).point == 0


def test_each_quarter_of_the_years_before_is_held_against_their_ends() -> None:
    tried = tried_years(season(10, 10, 10, 10, 12, 10, 10, 12, 10), before=2018)
    assert [(one.at, one.ahead, float(one.said.point), float(one.came)) for one in tried] == [
        (4, 3, 48.0, 44.0),
        (5, 2, 44.0, 44.0),
        (6, 1, pytest.approx(32 + 320 / 30), 44.0),
    ]
    assert [one.held for one in tried] == [None, None, None]
    assert mean_miss(tried) is not None


amounts = st.lists(st.none() | st.integers(0, 500), min_size=1, max_size=17)


@given(amounts)
def test_nothing_below_what_there_is_already_is_said_and_the_range_holds_the_point(
    values: list[int | None],
) -> None:
    known = season(*values)
    for last in known.quarters:
        found = completed(known, last)
        if isinstance(found, Projected):
            done = known.so_far(last)
            assert done is not None
            assert done <= found.point
            if found.span:
                assert done <= found.span.low <= found.point
                assert found.span.high is not None
                assert found.point <= found.span.high


@given(st.lists(st.integers(1, 500), min_size=4, max_size=4), st.integers(1, 9), st.integers(1, 3))
def test_a_year_that_is_an_earlier_one_times_something_is_forecast_exactly(
    year: list[int], times: int, number: int
) -> None:
    known = season(*year, *[times * value for value in year[:number]])
    found = said(known, (2017, number))
    assert abs(found.point - times * sum(year)) < Decimal("1e-20")


@given(st.integers(0, 500), st.integers(1, 3))
def test_what_is_kept_is_forecast_to_be_kept(value: int, number: int) -> None:
    assert said(season(*[value] * (4 + number)), (2017, number)).point == 4 * value
