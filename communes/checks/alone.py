"""What each answer must be by itself: a number of its kind, a reason in full, a document with its dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from bg_portal.vietnamese import gettext_noop
from communes.answers import Answer
from communes.findings import Finding, Level
from communes.privacy import text_findings
from plans.calendar import Period
from plans.document import Indicator
from plans.vocabulary import Asks, IndicatorKind, NoFigure

GREATEST: Final = Decimal(9_999_999)
"""Far above what a city of this size can count; decision of the house."""
MOST_DECIMALS: Final = 3

OFFERED: Final = (
    NoFigure.PROVIDER_SILENT,
    NoFigure.NOT_COLLECTED,
    NoFigure.OTHER,
    NoFigure.NOT_APPLICABLE,
)
"""The reasons for no figure that a commune may give; the others are the portal's own."""

_UNREADABLE: Final = {
    "value": gettext_noop(
        "Write “%(typed)s” as a number, for example 12 or 1,234.5, or say why there is none."
    ),
    "date": gettext_noop("Write “%(typed)s” as day, month and year, for example 05/7/2018."),
}
_OWED: Final = {
    Asks.NUMBER: ("document_number", gettext_noop("Enter the number and sign of the document.")),
    Asks.DATE: ("document_date", gettext_noop("Enter the date.")),
    Asks.ACTIVITY: ("activity", gettext_noop("Say in a few words what was done.")),
}


def check_answer(question: Indicator, answer: Answer, period: Period, today: date) -> Iterator[Finding]:
    """Everything to be said about one answer without looking at another."""
    yield from _unread(answer)
    yield from _value(question, answer)
    yield from _reason(answer)
    yield from _owed(question, answer)
    yield from _dates(question, answer, period, today)
    yield from _wording(answer)


def _refusal(
    answer: Answer, message: str, place: str = "value", **params: Decimal | int | date | str
) -> Finding:
    return Finding(answer.code, Level.REFUSAL, message, params, place=place)


def _hint(answer: Answer, message: str, place: str, **params: Decimal | date) -> Finding:
    return Finding(answer.code, Level.HINT, message, params, place=place)


def _unread(answer: Answer) -> Iterator[Finding]:
    for place, typed in answer.unread.items():
        if place == "value" and answer.reason:
            yield _refusal(
                answer, gettext_noop("Keep the number or the reason why there is none: both cannot stand.")
            )
            continue
        message = _UNREADABLE["value" if place == "value" else "date"]
        yield _refusal(answer, message, place, typed=typed)


def _value(question: Indicator, answer: Answer) -> Iterator[Finding]:
    value = answer.value
    if value is None:
        return
    if question.kind is IndicatorKind.YES_NO:
        if value not in (0, 1):
            yield _refusal(answer, gettext_noop("Choose yes or no."))
    elif not value.is_finite() or value < 0:
        yield _refusal(answer, gettext_noop("Enter 0 or a number above 0."))
    elif value > GREATEST:
        yield _refusal(answer, gettext_noop("Enter a number up to %(most)s."), most=GREATEST)
    else:
        yield from _decimals(question, answer, value)


def _decimals(question: Indicator, answer: Answer, value: Decimal) -> Iterator[Finding]:
    allowed = 0 if question.kind is IndicatorKind.COUNT else min(question.decimals, MOST_DECIMALS)
    if value == round(value, allowed):
        return
    if allowed:
        yield _refusal(
            answer, gettext_noop("Enter at most %(most)s digits after the decimal point."), most=allowed
        )
    else:
        yield _refusal(answer, gettext_noop("Enter a whole number."))


def _reason(answer: Answer) -> Iterator[Finding]:
    if not answer.reason:
        return
    if answer.reason not in OFFERED:
        yield _refusal(answer, gettext_noop("Choose one of the reasons offered."), "reason")
    elif answer.reason == NoFigure.OTHER and not answer.reason_text.strip():
        yield _refusal(answer, gettext_noop("Say why there are no figures."), "reason_text")


def _owed(question: Indicator, answer: Answer) -> Iterator[Finding]:
    if answer.value != 1 or question.kind is not IndicatorKind.YES_NO:
        return
    for asked, (place, message) in _OWED.items():
        if asked in question.asks and not getattr(answer, place) and place not in answer.unread:
            yield _refusal(answer, message, place)


def _dates(question: Indicator, answer: Answer, period: Period, today: date) -> Iterator[Finding]:
    day, until = answer.document_date, answer.valid_until
    if day and day > today:
        yield _refusal(
            answer, gettext_noop("Enter a date up to today, %(today)s."), "document_date", today=today
        )
    elif day and Asks.ACTIVITY in question.asks and not period.starts_on <= day <= period.ends_on:
        yield _hint(
            answer,
            gettext_noop("%(day)s is not in the period from %(first)s to %(last)s. Check the date."),
            "document_date",
            day=day,
            first=period.starts_on,
            last=period.ends_on,
        )
    if day and until and until < day:
        yield _refusal(
            answer,
            gettext_noop("Enter an end of validity not before the document's date, %(day)s."),
            "valid_until",
            day=day,
        )
    elif until and until < period.ends_on and answer.value == 1:
        yield _hint(
            answer,
            gettext_noop(
                "The document is valid until %(until)s, the period ends on %(last)s. "
                "Check whether a newer document is in force."
            ),
            "valid_until",
            until=until,
            last=period.ends_on,
        )


def _wording(answer: Answer) -> Iterator[Finding]:
    for place in ("reason_text", "document_number", "activity", "note"):
        for found in text_findings(getattr(answer, place)):
            yield Finding(answer.code, found.level, found.message, {"found": found.found}, place=place)
