"""Indicators, numbers and answers in the language of the page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from bg_portal.dates import format_date
from communes.answers import Answer
from plans.document import Indicator, Measure
from plans.presenting.wording import in_language, number
from plans.vocabulary import IndicatorKind, NoFigure
from plans.words import LABELS


def name_of(indicator: Indicator) -> str:
    """The indicator's name where it stands alone."""
    return in_language(indicator, "name")


def short_name_of(indicator: Indicator) -> str:
    """The indicator's name beneath the whole that it is a part of."""
    return in_language(indicator, "short") or name_of(indicator)


def name_in_list(indicator: Indicator) -> str:
    """The name where many stand below each other: short, unless that is only a part of a sentence."""
    short = short_name_of(indicator)
    return short if short[:1].isupper() else name_of(indicator)


def unit_of(indicator: Indicator) -> str:
    """What is counted; nothing for a yes or no, whose choices say it."""
    return "" if indicator.kind is IndicatorKind.YES_NO else in_language(indicator, "unit")


def yes_no_unit() -> str:
    """What is to be written where the answer is yes or no."""
    return _("yes/no")


def measure_title(measure: Measure) -> str:
    """A measure with its number, as a heading."""
    return f"{measure.order}. {in_language(measure, 'name')}"


def yes_or_no(value: Decimal) -> str:
    """The answer to a question of yes or no."""
    return _("Yes") if value else _("No")


def reason_words(answer: Answer) -> str:
    """Why there is no figure, with what was written to explain it."""
    reason = str(LABELS[NoFigure(answer.reason)])
    if answer.reason_text:
        reason = answer.reason_text if answer.reason == NoFigure.OTHER else f"{reason} ({answer.reason_text})"
    return _("No figures, because: %(reason)s") % {"reason": reason}


def value_words(indicator: Indicator, answer: Answer | None) -> str:
    """What the answer says in one line: a value with its unit, why there is none, or that it is missing."""
    if answer is None or not answer.given:
        return _("[not entered yet]")
    if answer.value is None:
        return reason_words(answer)
    if indicator.kind is IndicatorKind.YES_NO:
        return yes_or_no(answer.value)
    return f"{number(answer.value)} {unit_of(indicator)}"


def paper_words(answer: Answer | None) -> str:
    """The document or the activity that goes with an answer, in one line; empty where there is none."""
    if answer is None:
        return ""
    parts = [answer.activity, answer.document_number, _day(answer.document_date)]
    if answer.valid_until:
        parts.append(_("valid until %(day)s") % {"day": format_date(answer.valid_until)})
    return ", ".join(part for part in parts if part)


def _day(day: date | None) -> str:
    return format_date(day) if day else ""
