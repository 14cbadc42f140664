"""A finding as the sentence that a reader sees: the one place where its numbers and names are written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import get_language, gettext

from bg_portal.dates import format_date
from bg_portal.periods import Quarter
from bg_portal.vietnamese import format_number
from communes.findings import Finding, Name, Param
from plans.document import PlanDocument


def sentence(finding: Finding, document: PlanDocument) -> str:
    """What to do, in the language of the moment."""
    language = get_language() or "vi"
    params = {key: _written(value, document, language) for key, value in finding.params.items()}
    return gettext(finding.message) % params


def _written(value: Param, document: PlanDocument, language: str) -> str:
    if isinstance(value, Name):
        return _name(value, document, language)
    if isinstance(value, Quarter):
        return value.label(language)
    if isinstance(value, date):
        return format_date(value)
    return format_number(value, language=language) if isinstance(value, Decimal | int) else value


def _name(name: Name, document: PlanDocument, language: str) -> str:
    """An indicator's name within a sentence: it starts with a small letter."""
    indicator = document.indicator(name.code)
    text = (indicator.name_en if language == "en" else "") or indicator.name_vi
    return text[:1].lower() + text[1:]
