"""On time means: the first sending was in by 24:00, in Vietnam, of the due date or of its extension."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from communes.deadlines import (
    LOCAL,
    Timeliness,
    days_late,
    days_left,
    due_date,
    is_late,
    local_day,
    timeliness,
)
from plans.calendar import Holiday
from plans.vocabulary import HolidayKind

DUE = date(2018, 10, 5)  # a Friday
LATER = datetime(2018, 11, 1, 9, tzinfo=LOCAL)


def at(day: int, hour: int, minute: int, month: int = 10) -> datetime:
    return datetime(2018, month, day, hour, minute, tzinfo=LOCAL)


def test_one_minute_before_midnight_is_in_time() -> None:
    assert timeliness(at(5, 23, 59), DUE, LATER, closed=False) is Timeliness.ON_TIME


def test_one_minute_after_midnight_is_late() -> None:
    assert timeliness(at(6, 0, 1), DUE, LATER, closed=False) is Timeliness.LATE


@pytest.mark.parametrize(
    ("hour", "minute", "expected"), [(16, 59, Timeliness.ON_TIME), (17, 1, Timeliness.LATE)]
)
def test_a_moment_in_utc_is_read_on_the_clock_of_the_communes(
    hour: int, minute: int, expected: Timeliness
) -> None:
    sent = datetime(2018, 10, 5, hour, minute, tzinfo=UTC)  # midnight in Vietnam is 17:00 UTC
    assert timeliness(sent, DUE, LATER, closed=False) is expected


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_day(datetime(2018, 10, 5, 12))  # noqa: DTZ001


def test_until_the_end_of_the_due_date_a_report_is_expected_and_then_overdue() -> None:
    assert timeliness(None, DUE, at(5, 23, 59), closed=False) is Timeliness.EXPECTED
    assert timeliness(None, DUE, at(6, 0, 1), closed=False) is Timeliness.OVERDUE


def test_what_was_not_sent_before_the_city_closed_the_period_is_not_late_but_never_came() -> None:
    assert timeliness(None, DUE, LATER, closed=True) is Timeliness.NEVER
    assert not is_late(None, DUE, LATER, closed=True)


def test_closing_does_not_change_how_a_sent_report_came() -> None:
    assert is_late(at(8, 9, 0), DUE, LATER, closed=True)
    assert not is_late(at(5, 9, 0), DUE, LATER, closed=True)


def test_the_last_extension_granted_holds() -> None:
    assert due_date(DUE, [date(2018, 10, 20), date(2018, 10, 12)]) == date(2018, 10, 12)


def test_an_extension_never_shortens_what_the_period_gives() -> None:
    assert due_date(DUE, [date(2018, 10, 1)]) == DUE
    assert due_date(DUE, []) == DUE


def test_lateness_is_counted_in_working_days() -> None:
    assert days_late(at(5, 9, 0), DUE, LATER, [], closed=False) == 0
    assert days_late(at(9, 9, 0), DUE, LATER, [], closed=False) == 2
    assert days_late(None, DUE, at(10, 9, 0), [], closed=False) == 3
    assert days_late(None, DUE, at(10, 9, 0), [], closed=True) == 0


def test_a_holiday_is_no_working_day_of_lateness_or_of_time_left() -> None:
    monday = Holiday(day=date(2018, 10, 8), kind=HolidayKind.DAY_OFF, name_vi="Nghỉ", source="")
    assert days_late(at(9, 9, 0), DUE, LATER, [monday], closed=False) == 1
    assert days_left(date(2018, 10, 9), date(2018, 10, 5), [monday]) == 1


def test_working_days_left_end_at_zero() -> None:
    assert days_left(DUE, date(2018, 10, 3), []) == 2
    assert days_left(DUE, DUE, []) == 0
    assert days_left(DUE, date(2018, 10, 9), []) == 0
