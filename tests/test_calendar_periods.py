"""The seventeen quarters of Plan 125 and their years come out of two rules and one seam."""

from __future__ import annotations

from datetime import date

import pytest

from plans.calendar import Holiday, Period, Regime, Rule, due_on, generate
from plans.vocabulary import HolidayKind, PeriodKind


def holiday(day: date, kind: HolidayKind = HolidayKind.DAY_OFF) -> Holiday:
    return Holiday(day=day, kind=kind, name_vi="nghỉ", name_en="off", source="thử")


HOLIDAYS = (
    holiday(date(2017, 1, 2)),
    holiday(date(2017, 4, 6)),
    holiday(date(2018, 1, 1)),
    holiday(date(2018, 12, 31)),
    holiday(date(2019, 1, 1)),
    holiday(date(2019, 1, 5), HolidayKind.WORKING_DAY),
)
REGIMES = (
    Regime(year=2016, quarter=4, rule=Rule.CALENDAR, due_days=5),
    Regime(year=2019, quarter=1, rule=Rule.ND09, due_days=2),
)
# Key, first day, cut-off, length in days, second and fifth working day after the cut-off.
TABLE = (
    ("2016-Q4", date(2016, 11, 7), date(2016, 12, 31), 55, date(2017, 1, 4), date(2017, 1, 9)),
    ("2017-Q1", date(2017, 1, 1), date(2017, 3, 31), 90, date(2017, 4, 4), date(2017, 4, 10)),
    ("2017-Q2", date(2017, 4, 1), date(2017, 6, 30), 91, date(2017, 7, 4), date(2017, 7, 7)),
    ("2017-Q3", date(2017, 7, 1), date(2017, 9, 30), 92, date(2017, 10, 3), date(2017, 10, 6)),
    ("2017-Q4", date(2017, 10, 1), date(2017, 12, 31), 92, date(2018, 1, 3), date(2018, 1, 8)),
    ("2018-Q1", date(2018, 1, 1), date(2018, 3, 31), 90, date(2018, 4, 3), date(2018, 4, 6)),
    ("2018-Q2", date(2018, 4, 1), date(2018, 6, 30), 91, date(2018, 7, 3), date(2018, 7, 6)),
    ("2018-Q3", date(2018, 7, 1), date(2018, 9, 30), 92, date(2018, 10, 2), date(2018, 10, 5)),
    ("2018-Q4", date(2018, 10, 1), date(2018, 12, 31), 92, date(2019, 1, 3), date(2019, 1, 7)),
    ("2019-Q1", date(2019, 1, 1), date(2019, 3, 14), 73, date(2019, 3, 18), date(2019, 3, 21)),
    ("2019-Q2", date(2019, 3, 15), date(2019, 6, 14), 92, date(2019, 6, 18), date(2019, 6, 21)),
    ("2019-Q3", date(2019, 6, 15), date(2019, 9, 14), 92, date(2019, 9, 17), date(2019, 9, 20)),
    ("2019-Q4", date(2019, 9, 15), date(2019, 12, 14), 91, date(2019, 12, 17), date(2019, 12, 20)),
    ("2020-Q1", date(2019, 12, 15), date(2020, 3, 14), 91, date(2020, 3, 17), date(2020, 3, 20)),
    ("2020-Q2", date(2020, 3, 15), date(2020, 6, 14), 92, date(2020, 6, 16), date(2020, 6, 19)),
    ("2020-Q3", date(2020, 6, 15), date(2020, 9, 14), 92, date(2020, 9, 16), date(2020, 9, 21)),
    ("2020-Q4", date(2020, 9, 15), date(2020, 12, 14), 91, date(2020, 12, 16), date(2020, 12, 21)),
)


def plan_125() -> dict[str, Period]:
    rows = generate(first_day=date(2016, 11, 7), last_year=2020, regimes=REGIMES, holidays=HOLIDAYS)
    return {row.key: row for row in rows}


@pytest.mark.parametrize(("key", "first", "last", "days", "second", "fifth"), TABLE)
def test_each_quarter_has_its_window_and_its_due_day(
    key: str, first: date, last: date, days: int, second: date, fifth: date
) -> None:
    row = plan_125()[key]
    assert (row.kind, row.starts_on, row.ends_on, row.days) == (PeriodKind.QUARTER, first, last, days)
    assert due_on(last, 2, HOLIDAYS) == second
    assert due_on(last, 5, HOLIDAYS) == fifth
    assert row.due_on == (fifth if row.year < 2019 else second)


def test_there_are_seventeen_quarters_and_five_years_and_nothing_else() -> None:
    keys = [row[0] for row in TABLE]
    assert set(plan_125()) == {*keys, "2016", "2017", "2018", "2019", "2020"}


@pytest.mark.parametrize(
    ("year", "first", "last", "days"),
    [
        ("2016", date(2016, 11, 7), date(2016, 12, 31), 55),
        ("2017", date(2017, 1, 1), date(2017, 12, 31), 365),
        ("2018", date(2018, 1, 1), date(2018, 12, 31), 365),
        ("2019", date(2019, 1, 1), date(2019, 12, 14), 348),
        ("2020", date(2019, 12, 15), date(2020, 12, 14), 366),
    ],
)
def test_a_year_spans_its_quarters_and_is_never_due(year: str, first: date, last: date, days: int) -> None:
    row = plan_125()[year]
    assert (row.kind, row.quarter, row.due_on) == (PeriodKind.YEAR, 0, None)
    assert (row.starts_on, row.ends_on, row.days) == (first, last, days)


def test_a_plan_wholly_under_the_decree_begins_in_december_of_the_year_before() -> None:
    regimes = (Regime(year=2021, quarter=1, rule=Rule.ND09, due_days=2),)
    rows = generate(first_day=date(2020, 12, 15), last_year=2021, regimes=regimes, holidays=())
    assert [row.key for row in rows] == ["2021", "2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4"]
    assert (rows[0].starts_on, rows[0].ends_on) == (date(2020, 12, 15), date(2021, 12, 14))
