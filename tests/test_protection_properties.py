"""Everything public is a function of the protected figures, which give no small number away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plans.progress import by_indicator, with_computed, year_to_date
from plans.protection import Cell, Form, Shown, protect
from plans.vocabulary import NoFigure, Protection
from tests.plan_values import plan

PLAN = plan()
CODES = ("LD01", "TT01a", "TT01b", "KT01", "KT04", "SK01", "SK02", "MB01", "MB02")
QUARTERS = ("2018-Q1", "2018-Q2", "2018-Q3")
PLACES = tuple(product(CODES, (1, 2), QUARTERS))
LEVELS = {indicator.code: indicator.protection for indicator in PLAN.indicators}

outcomes = st.one_of(st.integers(0, 9).map(Decimal), st.sampled_from([*NoFigure]))


def _cell(place: tuple[str, int, str], outcome: Decimal | NoFigure) -> Cell:
    code, commune, quarter = place
    if isinstance(outcome, Decimal):
        return Cell(code, commune, quarter, outcome)
    return Cell(code, commune, quarter, None, outcome.value)


ledgers = st.dictionaries(st.sampled_from(PLACES), outcomes).map(
    lambda found: [_cell(place, outcome) for place, outcome in found.items()]
)


def answers(cells: list[Cell]) -> object:
    """Everything that public pages compute so far."""
    figures = with_computed(protect(cells, PLAN), PLAN)
    years = {
        (commune, code): year_to_date(PLAN.indicator(code), series, QUARTERS)
        for commune in (1, 2)
        for code, series in by_indicator(figures, commune).items()
    }
    return figures, years


def _hidden(cell: Cell, cells: list[Cell], draw: Callable[..., Any]) -> Cell | None:
    """The cell with another value wherever the public cannot tell."""
    if LEVELS[cell.indicator] is Protection.RESTRICTED:
        place = (cell.indicator, cell.commune, cell.period)
        return _cell(place, draw(outcomes)) if draw(st.booleans()) else None
    if cell.value is None:
        other = NoFigure.OTHER if cell.reason != NoFigure.NOT_APPLICABLE else NoFigure.NOT_APPLICABLE
        return replace(cell, reason=other.value)
    if cell.indicator == "SK02" and _not_published(cell, cells):
        return replace(cell, value=Decimal(draw(st.integers(0, 99))))
    if LEVELS[cell.indicator] is Protection.SMALL and 1 <= cell.value <= 4:
        return replace(cell, value=Decimal(draw(st.integers(1, 4))))
    return cell


def _not_published(cell: Cell, cells: list[Cell]) -> bool:
    return any(
        figure.form is Form.NOT_PUBLISHED
        for figure in protect(cells, PLAN)
        if (figure.indicator, figure.commune, figure.period) == (cell.indicator, cell.commune, cell.period)
    )


@given(ledgers, st.data())
def test_two_ledgers_that_are_equal_after_protection_give_identical_public_answers(
    cells: list[Cell], data: st.DataObject
) -> None:
    other = [changed for cell in cells if (changed := _hidden(cell, cells, data.draw))]
    assert protect(other, PLAN) == protect(cells, PLAN)
    assert answers(other) == answers(cells)


@given(ledgers)
def test_no_number_from_one_to_four_of_a_protected_indicator_appears(cells: list[Cell]) -> None:
    for figure in protect(cells, PLAN):
        if LEVELS[figure.indicator] is not Protection.OPEN and figure.value is not None:
            assert figure.value == 0 or figure.value >= 5


@given(ledgers)
def test_nothing_restricted_leaves_the_house(cells: list[Cell]) -> None:
    assert all(LEVELS[figure.indicator] is not Protection.RESTRICTED for figure in protect(cells, PLAN))


@given(ledgers)
def test_an_amount_never_appears_beside_few_or_an_unknown_number(cells: list[Cell]) -> None:
    counts = {(cell.commune, cell.period): cell.value for cell in cells if cell.indicator == "SK01"}
    for figure in protect(cells, PLAN):
        count = counts.get((figure.commune, figure.period))
        if figure.indicator == "SK02" and (count is None or 1 <= count <= 4):
            assert not figure.known


@given(ledgers)
def test_zero_and_missing_never_mix(cells: list[Cell]) -> None:
    by_place = {(cell.indicator, cell.commune, cell.period): cell for cell in cells}
    for figure in protect(cells, PLAN):
        cell = by_place[(figure.indicator, figure.commune, figure.period)]
        absent = figure.form in (Form.MISSING, Form.NOT_APPLICABLE)
        assert absent is (cell.value is None)
        assert (figure.value == 0) is (cell.value == 0 and figure.form is not Form.NOT_PUBLISHED)


@given(ledgers)
def test_a_range_holds_the_number_that_it_stands_for(cells: list[Cell]) -> None:
    by_place = {(cell.indicator, cell.commune, cell.period): cell.value for cell in cells}
    for figure in protect(cells, PLAN):
        value = by_place[(figure.indicator, figure.commune, figure.period)]
        assert _within(figure, value)


def _within(figure: Shown, value: Decimal | None) -> bool:
    if figure.low is None or figure.high is None:
        return True
    return value is not None and figure.low <= value <= figure.high
