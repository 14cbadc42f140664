"""The clock: real, moved to a demonstration day, or standing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from pytest_django import Settings

from bg_portal import clock

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture(autouse=True)
def no_demonstration(settings: Settings) -> None:
    settings.PORTAL_DATE = None


def test_now_is_real_time_on_the_wall_clock_of_the_city() -> None:
    with time_machine.travel(datetime(2018, 10, 4, 20, 30, tzinfo=UTC), tick=False):
        assert clock.now() == datetime(2018, 10, 5, 3, 30, tzinfo=HANOI)
        assert clock.now().utcoffset() == datetime(2018, 10, 5, tzinfo=HANOI).utcoffset()


def test_today_turns_at_midnight_of_the_city_and_not_of_greenwich() -> None:
    with time_machine.travel(datetime(2018, 10, 4, 16, 59, 59, tzinfo=UTC), tick=False):
        assert clock.today() == date(2018, 10, 4)
    with time_machine.travel(datetime(2018, 10, 4, 17, 0, tzinfo=UTC), tick=False):
        assert clock.today() == date(2018, 10, 5)


def test_a_demonstration_has_its_own_day_and_the_real_time_of_day(settings: Settings) -> None:
    settings.PORTAL_DATE = date(2020, 12, 16)
    with time_machine.travel(datetime(2026, 11, 23, 3, 15, 7, tzinfo=UTC), tick=False):
        assert clock.now() == datetime(2020, 12, 16, 10, 15, 7, tzinfo=HANOI)
    assert clock.today() == clock.demonstration() == date(2020, 12, 16)


def test_there_is_no_demonstration_in_ordinary_life() -> None:
    assert clock.demonstration() is None


def test_a_standing_clock_stands_and_then_goes_on() -> None:
    moment = datetime(2017, 1, 6, 9, 42, tzinfo=HANOI)
    with clock.standing_at(moment):
        assert clock.now() == clock.now() == moment
    assert clock.now() > moment


def test_a_standing_clock_wins_over_a_demonstration_and_nests(settings: Settings) -> None:
    settings.PORTAL_DATE = date(2020, 12, 16)
    first, second = (datetime(year, 1, 6, 9, 42, tzinfo=HANOI) for year in (2017, 2018))
    with clock.standing_at(first):
        with clock.standing_at(second):
            assert clock.now() == second
        assert clock.now() == first


def test_a_standing_clock_shows_the_time_of_the_city() -> None:
    with clock.standing_at(datetime(2018, 10, 4, 20, 0, tzinfo=UTC)):
        assert clock.today() == date(2018, 10, 5)


def test_the_clock_goes_on_after_an_error_in_the_block() -> None:
    moment = datetime(2017, 1, 6, tzinfo=HANOI)
    with pytest.raises(LookupError), clock.standing_at(moment):
        raise LookupError
    assert clock.now() > moment


def test_a_standing_clock_stands_in_its_own_thread_only() -> None:
    moment = datetime(2017, 1, 6, tzinfo=HANOI)
    with clock.standing_at(moment), ThreadPoolExecutor(1) as other:
        assert other.submit(clock.now).result() > moment


def test_a_moment_without_a_time_zone_is_refused() -> None:
    naive = datetime(2017, 1, 6)  # noqa: DTZ001  (that is the point)
    with pytest.raises(ValueError, match="time zone"), clock.standing_at(naive):
        pass
