"""Names, units and numbers in the language of the page."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from django.utils.translation import get_language, gettext, pgettext

from bg_portal.vietnamese import format_number
from plans.document import Indicator
from plans.protection import LEAST_SHOWN
from plans.ranges import Range
from plans.vocabulary import IndicatorKind

_SAME_LINE: Final = "\N{NO-BREAK SPACE}"


def language() -> str:
    """The language of the page, "vi" or "en"."""
    return get_language() or "vi"


def in_language(item: object, field: str) -> str:
    """A field of a document's row: the English one on English pages, where it is filled."""
    vietnamese: str = getattr(item, f"{field}_vi")
    english: str = getattr(item, f"{field}_en")
    return english if english and language() == "en" else vietnamese


def number(value: Decimal | int) -> str:
    """A number as the page's language writes it."""
    return format_number(value, language=language())


def written(value: Range, separator: str = " - ") -> str:
    """A number, a range from … to …, or "≥" where nobody knows how much it can be at most."""
    if value.high is None:
        return f"≥{_SAME_LINE}{number(value.low)}"
    return number(value.low) if value.exact else f"{number(value.low)}{separator}{number(value.high)}"


def small_number() -> str:
    """What stands in the place of a number that is too small to be published."""
    return gettext("below %(limit)s") % {"limit": number(LEAST_SHOWN)}


def answer(indicator: Indicator, value: Decimal) -> str:
    """One commune's value: words for a yes or no and for a decision, else the number."""
    match indicator.kind:
        case IndicatorKind.YES_NO:
            return gettext("Yes") if value else gettext("No")
        case IndicatorKind.STANDING:
            return pgettext("commune", "recognised") if value else pgettext("commune", "not recognised")
        case _:
            return number(value)


def capital(text: str) -> str:
    """A text as the beginning of a line."""
    return text[:1].upper() + text[1:]
