"""The year to date adds up flows only; stocks, states and missing figures never pass for sums."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.document import Indicator
from plans.progress import (
    Total,
    by_indicator,
    computed,
    last_two,
    same_quarter_last_year,
    with_computed,
    year_to_date,
)
from plans.protection import Cell, Form, Shown, protect, unprotected
from plans.vocabulary import AcrossQuarters, NoFigure
from tests.plan_values import INDICATORS, facts, plan

PLAN = plan()
YEAR = ("2018-Q1", "2018-Q2", "2018-Q3")
STOCKS = [
    indicator
    for indicator in INDICATORS
    if indicator.across_quarters in (AcrossQuarters.LATEST, AcrossQuarters.NONE)
]


def cells(code: str, *values: int | str | None) -> list[Cell]:
    """One a quarter; None is a quarter that was not accepted, a word the reason for no figure."""
    return [
        Cell(code, 7, quarter, Decimal(value))
        if isinstance(value, int)
        else Cell(code, 7, quarter, None, value)
        for quarter, value in zip(YEAR, values, strict=False)
        if value is not None
    ]


def series(figures: Iterable[Shown], code: str, commune: int) -> dict[str, Shown]:
    """One indicator of one commune, by quarter key."""
    return by_indicator(figures, commune).get(code, {})


def so_far(code: str, *values: int | str | None) -> Total | None:
    own = series(unprotected(cells(code, *values)), code, 7)
    return year_to_date(PLAN.indicator(code), own, YEAR[: len(values)])


def test_a_flow_adds_up() -> None:
    assert so_far("LD01", 2, 0, 5) == Total(Decimal(7), Decimal(7), 3, 3)


def test_a_quarter_that_lacks_makes_the_sum_incomplete_and_not_smaller_in_silence() -> None:
    total = so_far("LD01", 2, None, 5)
    assert total is not None
    assert facts(total, "value", "known", "expected", "complete") == (7, 2, 3, False)


@pytest.mark.parametrize("values", [(None, None), ("not_collected", None)])
def test_without_any_figure_there_is_no_sum_rather_than_zero(values: tuple[str | None, ...]) -> None:
    total = so_far("LD01", *values)
    assert total == Total(None, None, 0, 2)
    assert total.value is None


def test_a_quarter_outside_the_scope_is_not_due() -> None:
    assert so_far("LD01", NoFigure.NOT_APPLICABLE.value, 3) == Total(Decimal(3), Decimal(3), 1, 1)


def test_quarters_before_an_indicator_began_are_not_due() -> None:
    own = series(unprotected([Cell("NEW1", 7, "2019-Q1", Decimal(3))]), "NEW1", 7)
    assert year_to_date(PLAN.indicator("NEW1"), own, ("2018-Q4", "2019-Q1")) == Total(
        Decimal(3), Decimal(3), 1, 1
    )


def test_what_is_counted_since_the_start_of_the_year_is_its_latest_value() -> None:
    assert so_far("KT04", 5, 7, 9) == Total(Decimal(9), Decimal(9), 3, 3)
    assert so_far("KT04", 5, 7, None) == Total(Decimal(7), Decimal(7), 2, 3)
    assert so_far("KT04", None, None, 9) == Total(Decimal(9), Decimal(9), 3, 3)


@given(st.sampled_from(STOCKS), st.lists(st.one_of(st.none(), st.integers(0, 99)), max_size=3))
def test_a_stock_or_a_state_is_never_summed_over_quarters(stock: Indicator, values: list[int | None]) -> None:
    assert so_far(stock.code, *values) is None


@given(st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=1, max_size=3))
def test_in_public_the_sum_is_a_range_that_holds_the_true_sum(values: list[int | None]) -> None:
    own = series(protect(cells("SK01", *values), PLAN), "SK01", 7)
    total = year_to_date(PLAN.indicator("SK01"), own, YEAR[: len(values)])
    known = [value for value in values if value is not None]
    assert total is not None
    assert total.known == len(known)
    if total.low is not None and total.high is not None:
        assert total.low <= sum(known) <= total.high


def test_a_range_has_no_single_value() -> None:
    own = series(protect(cells("SK01", 3, 10), PLAN), "SK01", 7)
    total = year_to_date(PLAN.indicator("SK01"), own, YEAR[:2])
    assert total is not None
    assert facts(total, "low", "high", "value") == (11, 14, None)


def test_what_is_not_published_is_not_in_the_sum() -> None:
    figures = protect([*cells("SK01", 2, 6), *cells("SK02", 40, 100)], PLAN)
    total = year_to_date(PLAN.indicator("SK02"), series(figures, "SK02", 7), YEAR[:2])
    assert total == Total(Decimal(100), Decimal(100), 1, 2)


def test_the_same_quarter_last_year_and_the_last_two_are_plain_figures() -> None:
    keys = ("2017-Q3", "2017-Q4", "2018-Q2", "2018-Q3")
    own = series(unprotected([Cell("LD01", 7, key, Decimal(1)) for key in keys]), "LD01", 7)
    same = same_quarter_last_year(own, "2018-Q3")
    assert same is not None
    assert same.period == "2017-Q3"
    assert same_quarter_last_year(own, "2018-Q2") is None
    assert [figure.period for figure in last_two(own, "2018-Q3")] == ["2018-Q2", "2017-Q4"]
    assert last_two(own, "2017-Q3") == ()


def whole(*parts: Shown | None) -> Shown:
    return computed(PLAN.indicator("TT01"), parts, 7, "2018-Q3")


def part(value: int | None, reason: str = "other") -> Shown:
    number = None if value is None else Decimal(value)
    (figure,) = unprotected([Cell("TT01a", 7, "2018-Q3", number, "" if value is not None else reason)])
    return figure


def test_a_computed_sum_is_that_of_its_parts() -> None:
    assert whole(part(3), part(0)).value == 3
    assert whole(part(0), part(0)).value == 0


@pytest.mark.parametrize("lacking", [None, part(None)])
def test_a_computed_sum_is_missing_where_any_part_is(lacking: Shown | None) -> None:
    figure = whole(part(3), lacking)
    assert facts(figure, "form", "value") == (Form.MISSING, None)


def test_a_part_outside_the_scope_adds_nothing_and_all_of_them_leave_no_sum() -> None:
    outside = part(None, NoFigure.NOT_APPLICABLE.value)
    assert whole(part(3), outside).value == 3
    assert whole(outside, outside).form is Form.NOT_APPLICABLE


def test_a_computed_sum_of_ranges_is_a_range_and_of_what_is_not_published_is_not_published() -> None:
    band = Shown("TT01a", 7, "2018-Q3", Form.BAND, Decimal(1), Decimal(4))
    hidden = Shown("TT01b", 7, "2018-Q3", Form.NOT_PUBLISHED)
    assert facts(whole(band, part(10)), "low", "high") == (11, 14)
    assert whole(part(3), hidden).form is Form.NOT_PUBLISHED


def test_the_sums_stand_beside_the_figures_of_each_commune_and_quarter() -> None:
    figures = unprotected(
        [Cell("TT01a", 1, "2018-Q1", Decimal(2), entry=4), Cell("TT01b", 1, "2018-Q1", Decimal(3), entry=6)]
    )
    (total,) = [figure for figure in with_computed(figures, PLAN) if figure.indicator == "TT01"]
    assert facts(total, "commune", "period", "value", "entry") == (1, "2018-Q1", 5, 6)
