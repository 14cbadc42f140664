"""Working days leave out weekends and holidays and count the days worked to make up for them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.calendar import (
    Holiday,
    is_working_day,
    working_day_from,
    working_days_between,
    working_days_late,
    working_days_left,
)
from plans.vocabulary import HolidayKind

DAYS = st.dates(date(2016, 1, 1), date(2021, 12, 31))


def new_year_2019() -> tuple[Holiday, ...]:
    off, made_up = HolidayKind.DAY_OFF, HolidayKind.WORKING_DAY
    days = ((date(2018, 12, 31), off), (date(2019, 1, 1), off), (date(2019, 1, 5), made_up))
    return tuple(
        Holiday(day=day, kind=kind, name_vi="Tết", name_en="New Year", source="thử") for day, kind in days
    )


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2018, 12, 31), False),
        (date(2019, 1, 1), False),
        (date(2019, 1, 2), True),
        (date(2019, 1, 5), True),
        (date(2019, 1, 6), False),
    ],
)
def test_a_holiday_is_off_and_a_make_up_saturday_is_worked(day: date, works: bool) -> None:
    assert is_working_day(day, new_year_2019()) is works


def test_days_left_are_counted_to_the_due_day_and_are_none_on_it() -> None:
    due = date(2020, 12, 16)
    assert working_days_left(date(2020, 12, 11), due, ()) == 3
    assert working_days_left(date(2020, 12, 15), due, ()) == 1
    assert working_days_left(due, due, ()) == 0
    assert working_days_left(date(2020, 12, 20), due, ()) == 0


@pytest.mark.parametrize(
    ("sent_on", "late"),
    [
        (date(2019, 1, 3), 0),
        (date(2019, 1, 4), 0),
        (date(2019, 1, 5), 1),
        (date(2019, 1, 6), 2),
        (date(2019, 1, 7), 2),
        (date(2019, 1, 8), 3),
    ],
)
def test_a_report_sent_on_a_day_off_counts_as_sent_on_the_next_working_day(sent_on: date, late: int) -> None:
    assert working_days_late(date(2019, 1, 4), sent_on, new_year_2019()) == late


def test_a_day_off_gives_way_to_the_next_working_day() -> None:
    assert working_day_from(date(2018, 12, 29), new_year_2019()) == date(2019, 1, 2)
    assert working_day_from(date(2019, 1, 5), new_year_2019()) == date(2019, 1, 5)


@given(start=DAYS, days=st.integers(0, 30))
def test_working_days_are_counted_one_by_one(start: date, days: int) -> None:
    worked = [is_working_day(start + timedelta(days=n), new_year_2019()) for n in range(1, days + 1)]
    assert working_days_between(start, start + timedelta(days=days), new_year_2019()) == sum(worked)


@given(due=DAYS, days=st.integers(1, 60))
def test_whatever_is_late_is_at_least_one_working_day_late(due: date, days: int) -> None:
    assert working_days_late(due, due + timedelta(days=days), new_year_2019()) >= 1
