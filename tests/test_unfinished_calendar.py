"""While the periods of later years are not entered yet, what is said of earlier ones is the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plans.book import Book
from plans.document import PlanDocument, Target
from plans.forecast import of_objective, of_target, outlooks
from plans.moments import last_told
from plans.prospects import Outlook, Prospect
from plans.protection import Cell, restricted_city_year
from plans.spans import last_day_of_year
from plans.standing import line_of, of_indicator
from plans.vocabulary import MeasureOfSuccess, Window
from tests.documents import plan_125
from tests.progress_books import A, B, C, book, cell, series, target, three, with_objective, with_targets
from tests.test_worked_examples_standing import FLOWS, STOCKS


def until(document: PlanDocument, last: str) -> PlanDocument:
    """The plan with its periods entered up to this quarter, none of an empty one."""
    quarters = [row for row in document.quarters if row.key <= last]
    ends = {row.year: row.ends_on for row in quarters}
    years = [replace(row, ends_on=ends[row.year]) for row in document.years if row.year in ends]
    return replace(document, periods=(*quarters, *years))


def everywhere(code: str, values: dict[str, int]) -> list[Cell]:
    return [cell(code, place, key, value) for key, value in values.items() for place in (A, B, C)]


@pytest.mark.parametrize(("last", "day"), [("", 31), ("2017-Q4", 31), ("2018-Q2", 31), ("2019-Q2", 14)])
def test_a_year_ends_with_its_fourth_quarter_entered_or_not(last: str, day: int) -> None:
    """Quarters to come are as long as those of the rule in force when the last one was entered."""
    assert last_day_of_year(until(plan_125(), last), 2020) == date(2020, 12, day)


@pytest.mark.parametrize("year", [2016, 2018, 2019, 2020])
def test_a_year_that_is_entered_ends_where_its_row_does(year: int) -> None:
    assert last_day_of_year(plan_125(), year) == plan_125().period(str(year)).ends_on


@pytest.mark.parametrize(("case", "values", "quarter"), [row[:3] for row in FLOWS])
def test_a_flow_is_judged_alike_before_the_rest_of_its_year_is_entered(
    case: str, values: str, quarter: str
) -> None:
    document = with_targets(three(), target("TT02", 2018, 100, commune=A))
    given = enumerate(values.split(), start=1)
    cells = [cell("TT02", A, f"2018-Q{place}", int(value)) for place, value in given if value != "."]
    whole, entered = (
        of_indicator(book(cells, plan), "TT02", quarter, commune=A)
        for plan in (document, until(document, quarter))
    )
    assert whole == entered, case


@pytest.mark.parametrize(("case", "values", "quarter", "years"), [row[:4] for row in STOCKS])
def test_a_stock_is_judged_alike_before_the_rest_of_its_year_is_entered(
    case: str, values: str, quarter: str, years: tuple[tuple[int, int], ...]
) -> None:
    document = with_targets(three(), *(target("VD02", year, value, commune=A) for year, value in years))
    cells = series("VD02", A, values, "2018-Q1")
    whole, entered = (
        of_indicator(book(cells, plan), "VD02", quarter, commune=A)
        for plan in (document, until(document, quarter))
    )
    assert whole == entered, case


def test_the_reference_line_of_an_objective_ends_with_the_plan() -> None:
    document = with_targets(
        with_objective(Window.STANDING, "LG11", success=MeasureOfSuccess.SHARE), target("X", 2020, 100)
    )
    line = line_of(book(everywhere("LG11", {"2017-Q1": 0}), until(document, "2017-Q4")), "X")
    assert line is not None
    assert (line.from_day, line.to_day) == (date(2017, 3, 31), date(2020, 12, 31))
    assert (line.at(date(2017, 12, 31)) or Decimal(100)) < 25


def flow(document: PlanDocument, aim: Target, at: str) -> Outlook:
    values = {key: 10 for key in document.quarter_keys if key <= at}
    return of_target(book(everywhere("TT02", values), document), aim, at)


def test_an_objective_of_a_later_year_is_forecast_as_if_all_periods_were_entered() -> None:
    whole, entered = three(), until(three(), "2018-Q2")
    signs = "1" * len(entered.quarter_keys)
    codes = ("LG11", "LG12", "LG21", "LG22", "LG31", "LG32")
    cells = [row for code in codes for place in (A, B, C) for row in series(code, place, signs)]
    goal = whole.goal("MT1")
    assert goal is not None
    told, expected = (of_objective(book(cells, plan), goal, "2018-Q2") for plan in (entered, whole))
    assert told == expected
    assert (told.end, told.left, told.now) == ("2020-Q4", 10, Decimal(3))


def test_a_year_whose_quarters_are_not_all_entered_is_not_forecast_and_the_reason_is_said() -> None:
    aim = target("TT02", 2018, 400)
    told = flow(until(with_targets(three(), aim), "2018-Q2"), aim, "2018-Q2")
    assert told.prospect is Prospect.CANNOT_TELL
    assert told.reason is not None
    assert told.reason.params == {"year": "2018"}
    whole = flow(with_targets(three(), aim), aim, "2018-Q2")
    assert whole.reason is not None
    assert whole.reason.message != told.reason.message


def test_targets_of_years_that_are_not_entered_stop_no_forecast() -> None:
    aims = (target("TT02", 2017, 400), target("TT02", 2020, 400), target("VD02", 2017, 8))
    document = until(with_targets(three(), *aims, *three().targets), "2017-Q3")
    told = outlooks(book(everywhere("TT02", {"2017-Q1": 3}), document), "2017-Q3")
    assert {one.end for one in told} == {"2017-Q4", "2020-Q4"}


def test_the_citys_year_is_not_published_before_its_fourth_quarter_is_entered_and_closed() -> None:
    """Else the year's figure would tell, once it is whole, what the quarters after the first one added."""
    document, keys = until(three(), "2018-Q2"), ("2018-Q1", "2018-Q2")
    cells = everywhere("KT05", dict.fromkeys(keys, 3))
    owed = dict.fromkeys(keys, frozenset({A, B, C}))
    assert restricted_city_year(cells, document, 2018, owed=owed, closed=keys) == ()


def test_of_a_plan_without_quarters_none_was_told() -> None:
    empty: Book = book([], until(three(), ""))
    assert last_told(empty, date(2018, 1, 1)) == ""
    assert line_of(empty, "MT1") is None
