"""Of a restricted indicator the public gets the city's closed year alone, and 0 to 4 as one band."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from plans.protection import Cell, CityYear, Form, restricted_city_year
from plans.vocabulary import NoFigure
from tests.plan_values import facts, plan

PLAN = plan()
QUARTERS = ("2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4")
OWED = dict.fromkeys(QUARTERS, frozenset({1, 2}))


def cells(code: str, values: Mapping[tuple[int, str], int | None], reason: str = "other") -> list[Cell]:
    return [
        Cell(
            code,
            commune,
            period,
            None if value is None else Decimal(value),
            "" if value is not None else reason,
        )
        for (commune, period), value in values.items()
    ]


def every(value: int) -> dict[tuple[int, str], int | None]:
    return {(commune, quarter): value for commune in (1, 2) for quarter in QUARTERS}


def city(given: list[Cell], closed: tuple[str, ...] = QUARTERS) -> dict[str, CityYear]:
    found = restricted_city_year(given, PLAN, 2018, owed=OWED, closed=closed)
    return {figure.indicator: figure for figure in found}


def test_nothing_is_published_before_the_last_quarter_is_closed() -> None:
    assert city(cells("MB01", every(3)), QUARTERS[:3]) == {}
    assert restricted_city_year([], PLAN, 2031, owed={}, closed=QUARTERS) == ()


def test_a_flow_is_summed_over_quarters_and_communes() -> None:
    figure = city(cells("MB01", every(3)))["MB01"]
    assert facts(figure, "form", "low", "high") == (Form.EXACT, 24, 24)
    assert facts(figure, "known", "expected") == (8, 8)


def test_a_stock_is_that_of_the_last_quarter() -> None:
    figure = city(cells("MB02", every(3)))["MB02"]
    assert facts(figure, "low", "known", "expected") == (6, 2, 2)


@pytest.mark.parametrize("first", [0, 1, 4])
def test_zero_to_four_is_one_band(first: int) -> None:
    figure = city(cells("MB01", {**every(0), (1, "2018-Q1"): first}))["MB01"]
    assert facts(figure, "form", "low", "high") == (Form.BAND, 0, 4)


def test_the_figure_carries_how_much_was_reported() -> None:
    reported = {**every(3), (1, "2018-Q1"): None}
    del reported[(2, "2018-Q2")]
    figure = city(cells("MB01", reported))["MB01"]
    assert facts(figure, "low", "known", "expected") == (18, 6, 8)


def test_where_nothing_was_reported_the_year_is_missing_and_not_a_band() -> None:
    assert city([])["MB01"].form is Form.MISSING


def test_what_is_outside_the_scope_is_not_due() -> None:
    given = cells("MB01", {**every(3), (1, "2018-Q1"): None}, NoFigure.NOT_APPLICABLE)
    assert facts(city(given)["MB01"], "known", "expected") == (7, 7)


def test_only_restricted_indicators_that_add_up_have_such_a_year() -> None:
    assert set(city([])) == {"KT06", "KT07", "MB01", "MB02"}
