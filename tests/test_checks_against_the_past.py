"""Answers beside earlier accepted ones: what cannot shrink, what jumps, what looks copied."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bg_portal.periods import Quarter
from communes.checks import Finding, Level, Name, check
from communes.history import History, Past
from tests.plan_values import THIRD, TODAY, history, numbers, past, plan, quarter

PLAN = plan()
Values = dict[str, int | str | None]


def found(before: History, **values: int | str | None) -> list[Finding]:
    return check(PLAN, THIRD, numbers(**values), before, today=TODAY)


def after(**values: int | str | None) -> History:
    return history(past("2018-Q2", **values))


def test_what_is_counted_since_the_start_of_the_year_cannot_shrink() -> None:
    (finding,) = found(after(KT04=7), KT04=6)
    assert finding.level is Level.REFUSAL
    assert finding.params == {"value": 6, "before": 7, "quarter": Quarter(2018, 2)}
    assert found(after(KT04=7), KT04=7) == []


def test_the_last_quarter_that_has_a_value_is_the_one_to_compare_with() -> None:
    before = history(past("2018-Q1", KT04=7), past("2018-Q2", KT04=None))
    assert [finding.params["before"] for finding in found(before, KT04=6)] == [7]


def test_a_new_year_begins_at_zero() -> None:
    first = quarter(2018, 1)
    before = history(past("2017-Q4", KT04=7))
    assert check(PLAN, first, numbers(KT02=3, KT04=3), before, today=TODAY) == []


def test_establishments_inspected_are_never_more_than_inspections_of_the_year() -> None:
    before = history(past("2017-Q4", KT02=50), past("2018-Q1", KT02=2), past("2018-Q2", KT02=3))
    (finding,) = found(before, KT02=4, KT04=10)
    assert finding.params == {"value": 10, "limit": 9, "other": Name("KT02")}
    assert found(before, KT02=4, KT04=9) == []


@pytest.mark.parametrize("values", [{"KT02": None}, {"LD01": 1}])
def test_nothing_is_said_while_inspections_of_a_quarter_lack(values: Values) -> None:
    before = history(past("2018-Q1", KT02=2), past("2018-Q2", **values))
    assert found(before, KT02=4, KT04=10) == []


def test_three_times_the_last_number_asks_why() -> None:
    (finding,) = found(after(LD01=12), LD01=36)
    assert finding.level is Level.HINT
    assert finding.params == {"value": 36, "before": 12, "quarter": Quarter(2018, 2), "times": Decimal(3)}
    assert found(after(LD01=12), LD01=35) == []


def test_small_numbers_jump_without_meaning_anything() -> None:
    assert found(after(LD01=1), LD01=5) == []
    assert found(after(LD01=0), LD01=500) == []


def test_hundreds_of_times_more_or_less_points_to_the_unit() -> None:
    (more,) = found(after(SK01=20, SK02="12.5"), SK01=20, SK02="12500")[-1:]
    (less,) = found(after(SK01=20, SK02="3000"), SK01=20, SK02="3")[-1:]
    assert "unit" in more.message
    assert "unit" in less.message


def test_falling_to_zero_is_no_slip() -> None:
    assert found(after(LD01=5000), LD01=0) == []


@pytest.mark.parametrize(("value", "odd"), [(5, False), (4, True), (15, False), (16, True), (0, True)])
def test_a_stock_that_changed_by_more_than_half_asks_why(value: int, odd: bool) -> None:
    assert bool(found(after(KT01=10), KT01=value)) is odd


def test_restricted_figures_are_never_compared() -> None:
    """Their providers count over other periods, and their numbers say nothing in proportion."""
    assert found(after(KT06=1, MB01=1, MB02=1), KT06=90, MB01=90, MB02=90) == []


def test_yes_or_no_does_not_jump() -> None:
    assert found(after(LG11=0, TT00=1), LG11=0, TT00=0) == []


SAME: Values = {"LD01": 2, "TT01a": 1, "TT01b": 3, "TT02": 120, "TT03": 60, "TT04": 20, "LD03": 0}


def copied(last: Values, now: Values) -> list[Finding]:
    return check(PLAN, THIRD, numbers(**now), History((Past("2018-Q2", numbers(**last)),)), today=TODAY)


def test_a_report_whose_every_flow_is_that_of_the_last_one_asks_why_once() -> None:
    (finding,) = copied(SAME, SAME)
    assert finding.code == "LD01"
    assert set(finding.other_codes) == {"TT01a", "TT01b", "TT02", "TT03", "TT04"}
    assert finding.params == {"quarter": Quarter(2018, 2)}


def test_one_other_number_is_enough_not_to_look_copied() -> None:
    assert copied(SAME, {**SAME, "LD01": 3}) == []
    assert copied(SAME, {**SAME, "LD03": None}) == []


def test_two_quarters_of_nothing_are_not_a_copy() -> None:
    nothing: Values = dict.fromkeys(SAME, 0)
    assert copied(nothing, nothing) == []
