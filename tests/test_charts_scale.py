"""A scale starts at zero, holds every amount, and is cut where people count."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bg_portal.charts.scale import INTERVALS, percents, scale_for

AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2)


@given(st.lists(AMOUNTS))
def test_it_starts_at_zero_and_holds_every_amount_in_few_equal_steps(amounts: list[Decimal]) -> None:
    scale = scale_for(amounts)
    assert scale.ticks[0] == 0
    assert scale.ticks[-1] == scale.top
    assert 2 <= len(scale.ticks) <= INTERVALS + 1
    assert all(0 <= scale.share(amount) <= 1 for amount in amounts)


@given(st.decimals(min_value="0.01", max_value=10**9, places=2))
def test_the_largest_amount_takes_more_than_half_of_it(most: Decimal) -> None:
    assert scale_for([most], whole=False).share(most) > Decimal("0.5")


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, [0, 1]),
        (3, [0, 1, 2, 3]),
        (16, [0, 5, 10, 15, 20]),
        (57, [0, 20, 40, 60]),
        (450, [0, 100, 200, 300, 400, 500]),
    ],
)
def test_ticks_are_numbers_that_people_count_in(most: int, ticks: list[int]) -> None:
    assert scale_for([Decimal(most)]).ticks == ticks


def test_counts_are_not_cut_in_parts_and_amounts_may_be() -> None:
    assert scale_for([Decimal(1)]).ticks == [0, 1]
    assert len(scale_for([Decimal(1)], whole=False).ticks) == 6


def test_shares_go_from_nothing_to_everything() -> None:
    assert percents().ticks == [0, 25, 50, 75, 100]
