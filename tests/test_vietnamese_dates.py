"""Days and moments, in and out."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, translation
from hypothesis import given
from hypothesis import strategies as st

from bg_portal.dates import format_date, format_moment, parse_date, parse_day, weekday_date

DAY = date(2018, 10, 5)


def test_a_day_is_written_day_before_month() -> None:
    assert format_date(date(2016, 11, 7)) == "07/11/2016"


@pytest.mark.parametrize("typed", ["5/10/2018", "05/10/2018", " 5/10/2018 "])
def test_a_day_is_read_day_before_month(typed: str) -> None:
    assert parse_date(typed) == DAY


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        *((typed, "day/month/year") for typed in ("", "2018-10-05", "5/10/18", "٥/10/2018", "5/10/2018 a")),
        *((typed, "no such day") for typed in ("10/25/2018", "29/2/2018", "0/1/2018")),
        *((typed, "the year") for typed in ("5/10/0018", "5/10/9999")),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(typed: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse_date(typed)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_what_is_written_is_read_back(day: date) -> None:
    assert parse_date(format_date(day)) == day


def test_an_address_says_a_day_as_people_do_or_year_first_and_in_no_other_way() -> None:
    assert parse_day("2018-10-05") == parse_day("5/10/2018") == DAY
    for other in ("2018-W40-5", "20181005", "2018-278"):
        with pytest.raises(ValueError, match="day/month/year"):
            parse_day(other)


@pytest.mark.parametrize(("language", "shown"), [("vi", "thứ Sáu, 05/10/2018"), ("en", "Friday, 05/10/2018")])
def test_the_weekday_is_named_in_the_language_of_the_page(language: str, shown: str) -> None:
    with translation.override(language):
        assert weekday_date(DAY) == shown


def test_a_moment_is_shown_on_the_wall_clock_of_the_city() -> None:
    assert format_moment(datetime(2018, 10, 5, 2, 42, tzinfo=UTC)) == "09:42, 05/10/2018"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        format_moment(datetime(2018, 10, 5, 2, 42))  # noqa: DTZ001  (that is the point)


def test_templates_write_days_and_moments() -> None:
    page = Template(
        "{% load vietnamese_numbers %}{{ d|day }} · {{ d|weekday_day }} · {{ m|moment }}{{ n|day }}"
    )
    moment = datetime(2018, 10, 5, 2, 42, tzinfo=UTC)
    with translation.override("vi"):
        shown = page.render(Context({"d": DAY, "m": moment, "n": None}))
    assert shown == "05/10/2018 · thứ Sáu, 05/10/2018 · 09:42, 05/10/2018"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_forms_read_the_fifth_of_november_as_the_fifth_of_november(language: str) -> None:
    with translation.override(language):
        field = forms.DateField(localize=True)
        assert field.clean("05/11/2026") == date(2026, 11, 5)
        assert field.clean("25/11/2026") == date(2026, 11, 25)
        assert formats.date_format(date(2026, 11, 5), "SHORT_DATE_FORMAT") == "05/11/2026"


def test_vietnamese_pages_group_numbers_with_points() -> None:
    with translation.override("vi"):
        assert formats.number_format(1234567.5, use_l10n=True, force_grouping=True) == "1.234.567,5"
