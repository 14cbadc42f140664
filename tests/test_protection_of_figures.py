"""What the public sees of one figure: small counts as a range, tied amounts not at all, zero as zero."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from plans.protection import Cell, Form, Paper, Shown, protect, unprotected
from plans.vocabulary import NoFigure
from tests.plan_values import facts, plan

PLAN = plan()


def cell(code: str, value: int | str | None, reason: str = "") -> Cell:
    return Cell(code, 7, "2018-Q3", None if value is None else Decimal(value), reason, entry=5)


def public(*cells: Cell) -> dict[str, Shown]:
    return {figure.indicator: figure for figure in protect(cells, PLAN)}


@pytest.mark.parametrize("value", [1, 2, 3, 4])
def test_one_to_four_of_a_small_indicator_is_a_range(value: int) -> None:
    figure = public(cell("KT01", value))["KT01"]
    assert facts(figure, "form", "low", "high", "value") == (Form.BAND, 1, 4, None)


@pytest.mark.parametrize("value", [0, 5, 120])
def test_zero_and_five_and_more_are_shown_as_they_are(value: int) -> None:
    figure = public(cell("KT01", value))["KT01"]
    assert facts(figure, "form", "value") == (Form.EXACT, value)


def test_small_numbers_of_an_open_indicator_are_shown() -> None:
    assert public(cell("LD01", 3))["LD01"].value == 3


@pytest.mark.parametrize("value", [None, 0, 3, 500])
def test_a_restricted_figure_is_not_there_at_all(value: int | None) -> None:
    assert public(cell("MB01", value, "" if value is not None else NoFigure.OTHER)) == {}


@pytest.mark.parametrize("loans", [1, 4])
def test_an_amount_is_not_published_while_few_had_it(loans: int) -> None:
    figure = public(cell("SK01", loans), cell("SK02", 60))["SK02"]
    assert facts(figure, "form", "low", "high", "known") == (Form.NOT_PUBLISHED, None, None, False)


def test_an_amount_is_not_published_while_the_number_of_loans_is_not_known() -> None:
    assert public(cell("SK02", 60))["SK02"].form is Form.NOT_PUBLISHED
    without = public(cell("SK01", None, NoFigure.NOT_COLLECTED), cell("SK02", 60))
    assert without["SK02"].form is Form.NOT_PUBLISHED


@pytest.mark.parametrize("loans", [0, 5])
def test_an_amount_is_published_where_none_or_enough_had_it(loans: int) -> None:
    assert public(cell("SK01", loans), cell("SK02", "60.5"))["SK02"].value == Decimal("60.5")


def test_a_small_amount_of_many_is_a_range_that_holds_decimals() -> None:
    figure = public(cell("SK01", 5), cell("SK02", "4.9"))["SK02"]
    assert facts(figure, "form", "low", "high") == (Form.BAND, 0, 5)


def test_the_count_of_another_quarter_does_not_publish_an_amount() -> None:
    other = Cell("SK01", 7, "2018-Q2", Decimal(9))
    assert public(other, cell("SK02", 60))["SK02"].form is Form.NOT_PUBLISHED


@pytest.mark.parametrize("reason", [reason for reason in NoFigure if reason is not NoFigure.NOT_APPLICABLE])
def test_every_reason_but_one_is_only_missing_in_public(reason: NoFigure) -> None:
    figure = public(cell("LD01", None, reason))["LD01"]
    assert facts(figure, "form", "low") == (Form.MISSING, None)
    assert reason.value not in repr(figure)


def test_outside_the_scope_is_not_missing() -> None:
    assert public(cell("LD01", None, NoFigure.NOT_APPLICABLE))["LD01"].form is Form.NOT_APPLICABLE


def test_whoever_may_see_everything_gets_the_same_kind_of_value() -> None:
    figures = unprotected([cell("SK01", 2), cell("SK02", 60), cell("MB01", 1), cell("LD01", None, "other")])
    assert [figure.value for figure in figures] == [2, 60, 1, None]
    assert figures[3].form is Form.MISSING


def test_a_figure_keeps_its_document_and_where_it_came_from() -> None:
    paper = Paper("12/KH-UBND", date(2018, 2, 1), date(2018, 12, 31))
    (figure,) = protect([Cell("LG11", 7, "2018-Q3", Decimal(1), "", paper, 5)], PLAN)
    assert facts(figure, "paper", "entry") == (paper, 5)
