"""The periods of Plan 125 are what two rules and one seam give: the calendar, then Decree 09/2019/NĐ-CP."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from plans.calendar import is_working_day, working_days_between
from plans.cutting import Regime, Rule, due_on, generate
from tests.documents import plan_125

REGIMES = (
    Regime(year=2016, quarter=4, rule=Rule.CALENDAR, due_days=5),
    Regime(year=2019, quarter=1, rule=Rule.ND09, due_days=2),
)
ISSUED = date(2016, 11, 7)


def test_the_plan_as_it_is_shipped_holds_exactly_these_rows() -> None:
    holidays = plan_125().holidays
    rows = generate(first_day=ISSUED, last_year=2020, regimes=REGIMES, holidays=holidays)
    assert sorted(plan_125().periods, key=lambda row: row.key) == list(rows)


def test_a_plan_wholly_under_the_decree_begins_in_december_of_the_year_before() -> None:
    regimes = (Regime(year=2021, quarter=1, rule=Rule.ND09, due_days=2),)
    rows = generate(first_day=date(2020, 12, 15), last_year=2021, regimes=regimes, holidays=())
    assert [row.key for row in rows] == ["2021", "2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]
    assert (rows[0].starts_on, rows[0].ends_on) == (date(2020, 12, 15), date(2021, 12, 14))


@given(start=st.dates(date(2018, 1, 1), date(2020, 12, 31)), days=st.integers(1, 30))
def test_the_due_day_is_worked_and_exactly_that_many_working_days_away(start: date, days: int) -> None:
    holidays = plan_125().holidays
    due = due_on(start, days, holidays)
    assert is_working_day(due, holidays)
    assert working_days_between(start, due, holidays) == days
