"""The short fields below a question: number and days of a document, what was done."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bg_portal.dates import format_date
from communes.answers import Answer
from communes.forms.draft import ASKED
from communes.forms.draft_fields import anchor, field_name
from communes.presenting.faults import Faults
from plans.document import Indicator
from plans.vocabulary import Asks


@dataclass(frozen=True)
class SmallField:
    """A short field below a question."""

    id: str
    label: str
    value: str
    hint: str = ""
    error: str = ""
    wide: bool = False


def small_fields(question: Indicator, answer: Answer, faults: Faults) -> list[SmallField]:
    """The fields that go with a yes, as far as the indicator asks for them."""
    asked = [place for place, asks in ASKED.items() if asks in question.asks]
    return [_small_field(question, answer, place, faults) for place in asked]


def _small_field(question: Indicator, answer: Answer, place: str, faults: Faults) -> SmallField:
    name = field_name(question.code, place)
    stored = getattr(answer, place)
    text = stored if isinstance(stored, str) else format_date(stored) if stored else ""
    return SmallField(
        id=anchor(question.code, place),
        label=_field_label(question, place),
        value=faults.typed(name, answer.unread.get(place, text)),
        hint=_field_hint(place),
        error=faults.at(question.code, place),
        wide=place == "activity",
    )


def _field_label(question: Indicator, place: str) -> str:
    if place == "document_date" and Asks.ACTIVITY in question.asks:
        return _("Day of the activity")
    if place == "document_date" and Asks.NUMBER not in question.asks:
        return _("Day")
    return {
        "document_number": _("Number and sign of the document"),
        "document_date": _("Day of issue"),
        "valid_until": _("Valid until"),
        "activity": _("Activity or form of work"),
    }[place]


def _field_hint(place: str) -> str:
    return {
        "document_date": _("day/month/year"),
        "valid_until": _("leave empty where no end is set"),
    }.get(place, "")
