"""Worked examples: the quarter, the year so far, the plan so far, and the same a year before."""

from __future__ import annotations

import pytest

from plans.comparability import Comparability, windows
from plans.spans import (
    Span,
    of_period,
    of_quarter,
    of_year,
    plan_to_date,
    quarters_until,
    year_before,
    year_to_date,
)
from tests.documents import plan_125

PLAN = plan_125()


def so_far(key: str) -> Span:
    return year_to_date(PLAN, key)


SPANS = [
    (of_quarter(PLAN, "2019-Q1"), "quarter", 1, 73),
    (so_far("2018-Q2"), "half", 2, 181),
    (so_far("2019-Q2"), "half", 2, 165),
    (so_far("2020-Q2"), "half", 2, 183),
    (so_far("2018-Q3"), "nine_months", 3, 273),
    (so_far("2019-Q3"), "nine_months", 3, 257),
    (so_far("2020-Q3"), "nine_months", 3, 275),
    (so_far("2018-Q4"), "year", 4, 365),
    (so_far("2019-Q4"), "year", 4, 348),
    (so_far("2020-Q4"), "year", 4, 366),
    (so_far("2016-Q4"), "year", 1, 55),
    (of_year(PLAN, 2016), "year", 1, 55),
    (plan_to_date(PLAN, "2017-Q1"), "plan", 2, 145),
    (plan_to_date(PLAN, "2020-Q4"), "plan", 17, 1499),
]


@pytest.mark.parametrize(("span", "kind", "quarters", "days"), SPANS)
def test_a_span_has_the_days_of_the_plans_rows(span: Span, kind: str, quarters: int, days: int) -> None:
    assert (span.kind.value, len(span.quarters), span.days) == (kind, quarters, days)


def test_a_period_is_a_quarter_or_a_year_and_nothing_else_is() -> None:
    assert of_period(PLAN, "2018-Q2") == of_quarter(PLAN, "2018-Q2")
    assert of_period(PLAN, "2018") == of_year(PLAN, 2018)
    for key in ("2016-Q3", "2021", "2015"):
        with pytest.raises(KeyError):
            of_period(PLAN, key)
    with pytest.raises(KeyError):
        of_year(PLAN, 2021)


@pytest.mark.parametrize(
    ("span", "before"),
    [
        (of_quarter(PLAN, "2017-Q4"), ("2016-Q4",)),
        (of_quarter(PLAN, "2017-Q3"), None),
        (of_year(PLAN, 2017), ("2016-Q4",)),
        (so_far("2017-Q2"), None),
        (so_far("2018-Q2"), ("2017-Q1", "2017-Q2")),
        (plan_to_date(PLAN, "2018-Q2"), None),
    ],
)
def test_the_span_a_year_before_is_as_far_as_the_plan_reaches(
    span: Span, before: tuple[str, ...] | None
) -> None:
    found = year_before(PLAN, span)
    assert (found.quarters if found else None) == before


def test_quarters_until_are_the_latest_of_the_plan() -> None:
    assert quarters_until(PLAN, "2017-Q2", 5) == ("2016-Q4", "2017-Q1", "2017-Q2")
    assert quarters_until(PLAN, "2019-Q2", 4) == ("2018-Q3", "2018-Q4", "2019-Q1", "2019-Q2")


YES, SHIFTED, NO = Comparability.YES, Comparability.SHIFTED, Comparability.NO
COMPARABLE = [
    *[(f"2018-Q{number}", YES, 0) for number in (1, 2, 3, 4)],
    ("2017-Q4", NO, None),
    ("2019-Q1", NO, 0),
    ("2019-Q2", SHIFTED, -17),
    ("2019-Q3", SHIFTED, -16),
    ("2019-Q4", SHIFTED, -16),
    ("2020-Q1", NO, -17),
    *[(f"2020-Q{number}", YES, 0) for number in (2, 3, 4)],
    ("2017", NO, None),
    ("2018", YES, 0),
    ("2019", NO, 0),
    ("2020", NO, -17),
]


@pytest.mark.parametrize(("key", "verdict", "shift"), COMPARABLE)
def test_quarters_and_years_compare_by_length_and_start(
    key: str, verdict: Comparability, shift: int | None
) -> None:
    found = windows(PLAN, of_period(PLAN, key))
    assert found is not None
    assert found.verdict is verdict
    assert shift in (None, found.shift)


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        ("2018-Q2", YES),
        ("2019-Q2", NO),
        ("2020-Q2", NO),
        ("2018-Q3", YES),
        ("2019-Q3", NO),
        ("2020-Q3", NO),
        ("2018-Q4", YES),
        ("2019-Q4", NO),
        ("2020-Q4", NO),
    ],
)
def test_six_and_nine_months_and_years_compare_alike(key: str, verdict: Comparability) -> None:
    found = windows(PLAN, so_far(key))
    assert found is not None
    assert found.verdict is verdict
