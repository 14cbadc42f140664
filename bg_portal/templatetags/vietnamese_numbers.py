"""Filters that write numbers, days and moments in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.translation import get_language

from bg_portal import dates, vietnamese

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

register = template.Library()


@register.filter
def number(value: Decimal | int | None) -> str:
    """1.234,5 on Vietnamese pages, 1,234.5 on English ones; nothing for None."""
    return "" if value is None else vietnamese.format_number(value, language=get_language() or "vi")


@register.filter
def padded(value: int | None) -> str:
    """A count below ten as 05 in Vietnamese running text; English does not pad."""
    return number(value) if value is None or get_language() == "en" else vietnamese.padded(value)


@register.filter
def day(value: date | None) -> str:
    """05/10/2018."""
    return "" if value is None else dates.format_date(value)


@register.filter
def weekday_day(value: date | None) -> str:
    """The day with its weekday before it."""
    return "" if value is None else dates.weekday_date(value)


@register.filter
def moment(value: datetime | None) -> str:
    """09:42, 05/10/2018 on the portal's wall clock."""
    return "" if value is None else dates.format_moment(value)
