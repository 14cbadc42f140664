"""A saying as the sentence that a reader sees: the one place where its numbers and names are written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import get_language, gettext

from bg_portal.dates import format_date
from bg_portal.vietnamese import format_number, padded
from plans.document import PlanDocument
from plans.sayings import IndicatorNames, Padded, Param, PeriodName, PeriodNames, Saying, UnitName
from plans.words import label_of


def sentence(saying: Saying, document: PlanDocument) -> str:
    """The sentence in the language of the moment."""
    params = {key: _written(value, document) for key, value in saying.params.items()}
    return gettext(saying.message) % params


def _written(value: Param, document: PlanDocument) -> str:
    match value:
        case Padded(number) if number == int(number) and _language() == "vi":
            return padded(int(number))
        case Padded(number):
            return format_number(number, language=_language())
        case Decimal() | int():
            return format_number(value, language=_language())
        case date():
            return format_date(value)
        case str():
            return value
        case _:
            return ", ".join(_names(value, document))


def _names(
    value: PeriodName | PeriodNames | IndicatorNames | UnitName, document: PlanDocument
) -> Iterator[str]:
    match value:
        case PeriodName(key):
            yield label_of(key)
        case PeriodNames(keys):
            yield from map(label_of, keys)
        case IndicatorNames(codes):
            yield from (_name(document, code) for code in codes)
        case UnitName(code):
            yield _unit(document, code)


def _language() -> str:
    return get_language() or "vi"


def _name(document: PlanDocument, code: str) -> str:
    """Within a sentence it starts with a small letter."""
    indicator = document.indicator(code)
    text = (indicator.name_en if _language() == "en" else "") or indicator.name_vi
    return text[:1].lower() + text[1:]


def _unit(document: PlanDocument, code: str) -> str:
    if not code:
        return gettext("communes")
    indicator = document.indicator(code)
    return (indicator.unit_en if _language() == "en" else "") or indicator.unit_vi
