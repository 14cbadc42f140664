"""Days and moments as papers here write them, day before month in both languages."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_noop, pgettext_lazy

if TYPE_CHECKING:
    from datetime import datetime

_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A context of their own: Django's catalogue says "Thứ 6", where papers write "thứ Sáu".
_WEEKDAYS = (
    pgettext_lazy("day of the week in a sentence", "Monday"),
    pgettext_lazy("day of the week in a sentence", "Tuesday"),
    pgettext_lazy("day of the week in a sentence", "Wednesday"),
    pgettext_lazy("day of the week in a sentence", "Thursday"),
    pgettext_lazy("day of the week in a sentence", "Friday"),
    pgettext_lazy("day of the week in a sentence", "Saturday"),
    pgettext_lazy("day of the week in a sentence", "Sunday"),
)


def format_date(day: date) -> str:
    """The day as "07/11/2016"."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def weekday(day: date) -> str:
    """The day of the week in the language of the page: "thứ Sáu"."""
    return str(_WEEKDAYS[day.weekday()])


def weekday_date(day: date) -> str:
    """The day with its weekday in the language of the page: "thứ Sáu, 05/10/2018"."""
    return f"{weekday(day)}, {format_date(day)}"


def format_moment(moment: datetime) -> str:
    """An aware moment on the portal's wall clock: "09:42, 05/10/2018"; ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment to show needs a time zone")
    local = moment.astimezone(get_default_timezone())
    return f"{local:%H:%M}, {format_date(local)}"


def parse_day(text: str) -> date:
    """The day of an address: 2018-10-05, or 05/10/2018 as people write it. Raises ValueError."""
    return date.fromisoformat(text) if _ISO.fullmatch(text) else parse_date(text)


def parse_date(text: str) -> date:
    """The day somebody typed as day/month/year, "5/10/2018" or "05/10/2018".

    Raises ValueError (a msgid) for another form, for a day that does not exist and for a year outside
    1900 to 2100, which can only be a slip.
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise ValueError(gettext_noop("Write the date as day/month/year, for example 05/10/2018."))
    day, month, year = map(int, match.groups())
    if not 1900 <= year <= 2100:
        raise ValueError(gettext_noop("Check the year: it must lie between 1900 and 2100."))
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(gettext_noop("There is no such day in the calendar.")) from None
