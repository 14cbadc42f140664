"""The seventeen quarters of Plan 125: those of the calendar, from 2019 on those of Decree 09/2019/NĐ-CP.

The seam is the short first quarter of 2019. Reports are due on the fifth working day after the cut-off, by
the decree on the second.
"""

from __future__ import annotations

from datetime import date

import pytest

from plans.calendar import is_working_day, working_days_between
from plans.vocabulary import PeriodKind
from tests.documents import plan_125

# Key, first day, cut-off, length in days, and with how many working days reports are due when.
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


@pytest.mark.parametrize(("key", "first", "last", "days", "second", "fifth"), TABLE)
def test_each_quarter_has_its_window_and_its_due_day(
    key: str, first: date, last: date, days: int, second: date, fifth: date
) -> None:
    row = plan_125().period(key)
    assert (row.kind, row.starts_on, row.ends_on, row.days) == (PeriodKind.QUARTER, first, last, days)
    assert row.due_on == (fifth if row.year < 2019 else second)
    given = 5 if row.year < 2019 else 2
    assert working_days_between(last, row.due_on, plan_125().holidays) == given
    assert is_working_day(row.due_on, plan_125().holidays)


def test_there_are_seventeen_quarters_and_five_years_and_nothing_else() -> None:
    keys = [row[0] for row in TABLE]
    assert {row.key for row in plan_125().periods} == {*keys, "2016", "2017", "2018", "2019", "2020"}


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
    row = plan_125().period(year)
    assert (row.kind, row.quarter, row.due_on) == (PeriodKind.YEAR, 0, None)
    assert (row.starts_on, row.ends_on, row.days) == (first, last, days)
