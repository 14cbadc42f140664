"""Worked examples of the healthy standing: decisions in force, late ones, and years still to be decided."""

from __future__ import annotations

from datetime import date

import pytest

from plans.document import PlanDocument
from plans.objectives import ObjectiveResult, result
from plans.protection import Cell
from plans.recognition import Pending, year_due
from plans.windows import Reason, Verdict, judge
from tests.plan_values import facts
from tests.progress_books import A, B, C, bent_plan, book, cell, decided, part, three

DM01 = three().objective("MT2").criteria[0]
Y2016, Y2017, Y2018 = date(2017, 1, 20), date(2018, 1, 25), date(2019, 1, 22)
FOR_2016 = [decided(commune, 2016, 1, Y2016) for commune in (A, B, C)]
FOR_2017 = [decided(A, 2017, 1, Y2017), decided(B, 2017, 0, Y2017), decided(C, 2017, 1, Y2017)]


def mt2(cells: list[Cell], period: str, document: PlanDocument | None = None) -> ObjectiveResult:
    return result(book(cells, document), "MT2", period)


IN_FORCE = [
    ("none yet", "2016-Q4", "unknown", Reason.NO_DECISION, ""),
    ("effective within the quarter", "2017-Q1", "met", Reason.RECOGNISED, "2016"),
    ("it stays while time passes", "2017-Q4", "met", Reason.RECOGNISED, "2016"),
    ("the next year's takes over", "2018-Q1", "not_met", Reason.NOT_RECOGNISED, "2017"),
    ("it never lapses by the calendar", "2020-Q4", "not_met", Reason.NOT_RECOGNISED, "2017"),
]


@pytest.mark.parametrize(("case", "quarter", "verdict", "reason", "year"), IN_FORCE)
def test_a_decision_is_in_force_until_the_next(
    case: str, quarter: str, verdict: str, reason: Reason, year: str
) -> None:
    found = judge(book([*FOR_2016, *FOR_2017]), DM01, B, quarter)
    decision = found.reading.period if found.reading else ""
    assert (found.verdict.value, found.reason, decision) == (verdict, reason, year), case


EDGES = [
    ("on the last day itself", date(2018, 3, 31), "2018-Q1", "2017"),
    ("a day later", date(2018, 4, 1), "2018-Q1", "2016"),
    ("the seam: 14/3/2019 is the last day", date(2019, 3, 14), "2019-Q1", "2017"),
    ("the seam: 15/3/2019 is the next quarter", date(2019, 3, 15), "2019-Q1", "2016"),
    ("without its first day it is never in force", None, "2020-Q4", "2016"),
]


@pytest.mark.parametrize(("case", "day", "quarter", "year"), EDGES)
def test_a_decision_counts_from_its_own_first_day(
    case: str, day: date | None, quarter: str, year: str
) -> None:
    found = judge(book([decided(A, 2016, 1, Y2016), decided(A, 2017, 0, day)]), DM01, A, quarter)
    assert found.reading is not None
    assert found.reading.period == year, case


def test_a_late_decision_for_an_earlier_year_does_not_end_that_of_a_later_year() -> None:
    late = [decided(A, 2018, 1, Y2018), decided(A, 2017, 0, date(2019, 5, 6))]
    assert judge(book(late), DM01, A, "2019-Q2").verdict is Verdict.MET


def test_a_withdrawn_decision_leaves_the_one_before_in_force() -> None:
    gone = cell("DM01", A, "2017", "withdrawn", effective_on=Y2017)
    found = judge(book([decided(A, 2016, 1, Y2016), gone]), DM01, A, "2018-Q2")
    assert (found.verdict, found.paper.effective_on) == (Verdict.MET, Y2016)


def test_the_count_of_the_last_decisions_stays_shown_with_its_year() -> None:
    found = mt2([*FOR_2016, *FOR_2017], "2018-Q1")
    assert facts(found, "met", "not_met", "unknown") == (2, 1, 0)
    assert found.shown is not None
    assert found.shown.value == 2
    assert (found.decided_in, found.pending) == ((2017,), None)
    later = mt2([*FOR_2016, *FOR_2017], "2019-Q2")
    assert later.shown is not None
    assert later.shown.value == 2
    assert (later.decided_in, later.pending) == ((2017,), Pending(2018, (A, B, C)))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2018, 3, 31), 2016),
        (date(2018, 4, 1), 2017),
        (date(2018, 12, 31), 2017),
        (date(2019, 3, 14), 2017),
        (date(2019, 6, 14), 2018),
        (date(2020, 12, 14), 2019),
    ],
)
def test_a_years_decisions_are_due_after_the_next_31_march(day: date, year: int) -> None:
    assert year_due(day) == year


LATE_2017 = [*FOR_2016, *FOR_2017[:2]]
IN_JULY = [*LATE_2017, decided(C, 2017, 1, date(2018, 7, 5))]
PENDING = [
    ("before the plan's first year nothing is due", LATE_2017, "2017-Q1", None),
    ("quý I ends on 31/3: not yet", LATE_2017, "2018-Q1", None),
    ("one commune has none", LATE_2017, "2018-Q2", Pending(2017, (C,))),
    ("quý I/2019 does not end it", LATE_2017, "2019-Q1", Pending(2017, (C,))),
    ("then the next year is due", LATE_2017, "2019-Q2", Pending(2018, (A, B, C))),
    ("decided in quý III: quý II stays open", IN_JULY, "2018-Q2", Pending(2017, (C,))),
    ("decided in quý III: settled from then on", IN_JULY, "2018-Q3", None),
    ("a later year's decision settles it", [*LATE_2017, decided(C, 2018, 1, Y2018)], "2019-Q1", None),
    ("outside the scope", [*LATE_2017, cell("DM01", C, "2017", "not_applicable")], "2018-Q2", None),
]


@pytest.mark.parametrize(("case", "cells", "quarter", "pending"), PENDING)
def test_decisions_still_to_come_are_named(
    case: str, cells: list[Cell], quarter: str, pending: Pending | None
) -> None:
    assert mt2(cells, quarter).pending == pending, case


def test_a_commune_that_joined_later_owes_no_decision_for_the_year_before() -> None:
    joined = bent_plan(three(), "participation", part(C).key, from_period="2018-Q1")
    assert mt2(LATE_2017, "2018-Q2", joined).pending is None
    joined_in_the_year = bent_plan(three(), "participation", part(C).key, from_period="2017-Q4")
    assert mt2(LATE_2017, "2018-Q2", joined_in_the_year).pending == Pending(2017, (C,))


def test_a_commune_that_left_owes_none_either() -> None:
    left = bent_plan(three(), "participation", part(C).key, to_period="2018-Q1")
    assert mt2(LATE_2017, "2018-Q2", left).pending is None
