"""What stands at a period's end, carried on by the mean change of the last four quarters: how it behaves."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from plans.projection import Carry, Lack, Projected, carried, kept, mean_miss, pace, tried_levels

SIXTEEN = Decimal(16)


def levels(*values: int | None) -> list[Decimal | None]:
    return [None if value is None else Decimal(value) for value in values]


def said(values: list[Decimal | None], ahead: int = 1, most: Decimal | None = SIXTEEN) -> Projected:
    found = carried(values, ahead, most)
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
    found = said(levels(12, 12, 12, 12, 12, 12, 12, 12), ahead=8)
    assert told(found) == "12 by 0, 12 to 12"


def test_a_linear_series_goes_on_by_its_step_and_never_missed() -> None:
    found = said(levels(1, 2, 3, 4, 5, 6, 7, 8), ahead=3)
    assert told(found) == "11 by 1, 11 to 11"


def test_a_seasonal_series_that_does_not_grow_has_no_pace_and_its_swing_is_in_the_range() -> None:
    found = said(levels(*[4, 8, 8, 6] * 4))
    assert told(found) == "6 by 0, 4 to 10"


def test_a_noisy_series_has_the_range_of_its_largest_misses_for_each_step_ahead() -> None:
    values = levels(8, 8, 8, 9, 10, 10, 11, 12, 13, 13)
    one, two = said(values), said(values, ahead=2, most=None)
    assert told(one) == "13.75 by 0.75, 13 to 14.25"
    assert told(two) == "14.5 by 0.75, 13 to 15.5"


def test_a_reversed_series_goes_down_and_not_below_nothing() -> None:
    found = said(levels(8, 7, 6, 5, 4, 3, 2, 1), ahead=3)
    assert told(found) == "0 by -1, 0 to 0"


def test_a_series_that_turned_follows_the_last_year_alone() -> None:
    assert said(levels(2, 6, 10, 14, 13, 12, 11, 10)).pace < 0


def test_a_series_without_the_quarter_a_year_before_is_too_short() -> None:
    assert carried(levels(1, 2, 3, 4), 1, SIXTEEN) is Lack.TOO_SHORT
    assert carried(levels(None, 2, 3, 4, 5), 1, SIXTEEN) is Lack.TOO_SHORT
    assert carried([], 1, SIXTEEN) is Lack.TOO_SHORT


def test_with_fewer_than_three_misses_there_is_a_point_and_no_range() -> None:
    found = said(levels(1, 2, 3, 4, 5, 6, 7))
    assert (found.tried, found.span) == (2, None)
    assert found.point == 8


def test_each_earlier_period_is_held_against_what_came() -> None:
    tried = tried_levels(levels(8, 8, 9, 10, 10, 11, 12), SIXTEEN)
    assert [(one.at, one.ahead, float(one.said.point), float(one.came)) for one in tried] == [
        (4, 2, 11.0, 12.0),
        (5, 1, 11.75, 12.0),
    ]
    assert [float(one.miss) for one in tried] == [-1.0, -0.25]
    assert mean_miss(tried) == Decimal("0.625")
    assert [one.held for one in tried] == [None, None]


def test_what_is_to_be_kept_stays_and_its_range_is_that_of_changes_over_as_many_periods() -> None:
    values = levels(11, 11, 12, 12, 12, 11, 11, 12)
    one, three = kept(values, 1, Decimal(12)), kept(values, 3, Decimal(12))
    assert isinstance(one, Projected)
    assert isinstance(three, Projected)
    assert told(one) == told(three) == "12 by 0, 11 to 12"
    assert kept([], 1, SIXTEEN) is Lack.TOO_SHORT


counts = st.lists(st.none() | st.integers(0, 16).map(Decimal), max_size=17)


@given(counts, st.integers(1, 12), st.sampled_from([carried, kept]))
def test_nothing_impossible_is_said_and_the_range_holds_the_point(
    values: list[Decimal | None], ahead: int, carry: Carry
) -> None:
    found = carry(values, ahead, SIXTEEN)
    if isinstance(found, Lack):
        assert pace(values) is None
        return
    assert 0 <= found.point <= SIXTEEN
    if found.span:
        assert 0 <= found.span.low <= found.point
        assert found.span.high is not None
        assert found.point <= found.span.high <= SIXTEEN


@given(st.integers(0, 16), st.integers(5, 17), st.integers(1, 12))
def test_what_is_kept_is_forecast_to_be_kept(value: int, length: int, ahead: int) -> None:
    found = said(levels(*[value] * length), ahead)
    assert found.point == value
    assert found.span is None or (found.span.low == found.span.high == value)


@given(counts)
def test_a_past_period_is_told_only_from_what_came_before_it(values: list[Decimal | None]) -> None:
    for one in tried_levels(values, SIXTEEN):
        assert carried(values[: one.at + 1], one.ahead, SIXTEEN) == one.said
        assert one.came == values[-1]
