"""What else a leader should look at: unmet criteria, no plan of the year, old proposals, returned reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from communes import attention
from communes.attention import Reason, Rule, Waiting
from communes.deadlines import LOCAL
from plans.document import PlanDocument
from plans.protection import Cell
from plans.sayings import Padded, PeriodName
from plans.vocabulary import MeasureOfSuccess, Window
from tests.progress_books import A, B, book, decided, planned, series, three, with_objective

TODAY = date(2018, 10, 12)


def alone(window: Window, indicator: str, success: MeasureOfSuccess) -> PlanDocument:
    """The three communes' plan with this one objective of a single criterion."""
    more = with_objective(window, indicator, success=success)
    return replace(more, objectives=tuple(row for row in more.objectives if row.code == "X"))


EVERYBODY = alone(Window.STANDING, "LG11", MeasureOfSuccess.SHARE)
ANY_NUMBER = alone(Window.IN_FORCE, "DM01", MeasureOfSuccess.COUNT)


def unmet(document: PlanDocument, *cells: Cell, period: str = "2017-Q4") -> dict[int, Reason]:
    return dict(attention.unmet(book(cells, document), period))


def test_a_criterion_not_met_for_two_periods_is_a_concern_since_the_first_of_them() -> None:
    found = unmet(EVERYBODY, *series("LG11", A, "11000"), *series("LG11", B, "11110"))
    assert list(found) == [A]
    assert found[A].since == date(2017, 6, 30)
    assert found[A].said.params == {
        "unmet": Padded(Decimal(1)),
        "criteria": Padded(Decimal(1)),
        "period": PeriodName("2017-Q2"),
    }


def test_what_is_not_known_is_no_concern() -> None:
    assert unmet(EVERYBODY, *series("LG11", A, ".....")) == {}


def test_where_any_number_counts_only_who_met_it_once_is_expected_to() -> None:
    never = [decided(A, 2016, 0, date(2017, 1, 10)), decided(A, 2017, 0, date(2018, 1, 10))]
    lost = [decided(B, 2016, 1, date(2017, 1, 10)), decided(B, 2017, 0, date(2018, 1, 10))]
    assert list(unmet(ANY_NUMBER, *never, *lost, period="2018-Q2")) == [B]


@pytest.mark.parametrize(
    ("answers", "period", "named"),
    [
        (".0000", "2017-Q1", []),
        (".0000", "2017-Q2", [A]),
        (".0000", "2017-Q4", [A]),
        (".0001", "2017-Q4", []),
        (".1111", "2017-Q3", []),
        (".0...", "2017-Q2", []),
    ],
)
def test_no_plan_of_the_year_counts_from_the_second_quarter_on(
    answers: str, period: str, named: list[int]
) -> None:
    cells = series("LD02", A, answers)
    known = [cell for cell in cells if cell.period <= period]
    assert [commune for commune, _ in attention.no_plan(book(known), period)] == named


def test_no_plan_of_the_year_dates_from_the_end_of_the_second_quarter() -> None:
    [(_, reason)] = attention.no_plan(book(series("LD02", A, ".0000")), "2017-Q4")
    assert (reason.rule, reason.since) == (Rule.NO_PLAN, three().period("2017-Q2").ends_on)


def test_a_plan_without_that_question_has_no_such_rule() -> None:
    document = replace(three(), indicators=tuple(i for i in three().indicators if i.code != "LD02"))
    assert list(attention.no_plan(book([planned(A, "2017-Q2")], document), "2017-Q2")) == []


@pytest.mark.parametrize(("days", "named"), [(30, []), (31, [A])])
def test_a_proposal_may_wait_for_thirty_days(days: int, named: list[int]) -> None:
    waiting = [Waiting(A, TODAY - timedelta(days=days))]
    assert [commune for commune, _ in attention.proposals(waiting, TODAY)] == named


def test_of_several_proposals_the_oldest_gives_the_date_and_young_ones_are_not_counted() -> None:
    days = (41, 35, 2)
    [(_, reason)] = attention.proposals([Waiting(A, TODAY - timedelta(days=d)) for d in days], TODAY)
    assert reason.since == TODAY - timedelta(days=41)
    assert reason.said.params == {"number": Padded(Decimal(2)), "days": Padded(Decimal(41))}


def test_a_report_returned_twice_is_a_concern_since_the_last_time() -> None:
    moments = [datetime(2018, 10, day, 23, tzinfo=LOCAL) for day in (9, 11)]
    found = dict(attention.returned({(A, "2018-Q3"): moments, (B, "2018-Q3"): moments[:1]}))
    assert list(found) == [A]
    assert (found[A].since, found[A].period) == (date(2018, 10, 11), "2018-Q3")
