"""The words for the models of plans, for their fields, and for the places of a plan's document."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from bg_portal.naming import Names
from bg_portal.pieces import Words
from plans.vocabulary import (
    AcrossCommunes,
    AcrossQuarters,
    Asks,
    Direction,
    Frequency,
    HolidayKind,
    IndicatorKind,
    MeasureOfSuccess,
    PeriodKind,
    PlanState,
    Protection,
    RecordedBy,
    Window,
)
from plans.words import LABELS

MODEL_NAMES: Final[Mapping[str, Names]] = {
    "Plan": (_("plan"), _("plans")),
    "Measure": (_("measure"), _("measures")),
    "Indicator": (_("indicator"), _("indicators")),
    "Objective": (_("objective"), _("objectives")),
    "Criterion": (_("criterion"), _("criteria")),
    "Named": (_("named commune"), _("named communes")),
    "Target": (_("target"), _("targets")),
    "Period": (_("period"), _("periods")),
    "Holiday": (_("holiday"), _("holidays and make-up working days")),
    "Participation": (_("participation"), _("participating communes")),
    "Entry": (_("ledger entry"), _("ledger entries")),
    "Reading": (_("accepted figure"), _("accepted figures")),
    "Announcement": (_("announcement"), _("announcements")),
    "AnnouncementVersion": (_("version of an announcement"), _("versions of announcements")),
    "AnnouncementMove": (_("move of an announcement"), _("moves of announcements")),
    "Picture": (_("picture"), _("pictures")),
    "Comment": (_("comment"), _("comments")),
    "CommentAnswer": (_("answer to a comment"), _("answers to comments")),
    "CommentMove": (_("step of a comment"), _("steps of comments")),
    "CommentSender": (_("sender of a comment"), _("senders of comments")),
}

FIELD_NAMES: Final[Mapping[str, Words]] = {
    "plan": _("plan"),
    "measure": _("measure"),
    "indicator": _("indicator"),
    "objective": _("objective"),
    "commune": _("commune or ward"),
    "period": _("period"),
    "number": _("number and sign"),
    "slug": _("name in addresses"),
    "title_vi": _("title in Vietnamese"),
    "title_en": _("title in English"),
    "aim_vi": _("general aim in Vietnamese"),
    "aim_en": _("general aim in English"),
    "issuer_vi": _("issuer in Vietnamese"),
    "issuer_en": _("issuer in English"),
    "issued_on": _("issued on"),
    "first_year": _("first year"),
    "last_year": _("last year"),
    "legal_basis": _("legal basis"),
    "source": _("source"),
    "notes_vi": _("notes in Vietnamese, one a line"),
    "notes_en": _("notes in English, one a line"),
    "state": _("state"),
    "clearance_required": _("reports are cleared by the commune's leader before they are sent"),
    "names_public": _("the public sees which communes have not reported"),
    "second_reader": _("an announcement is published by somebody else than its last writer"),
    "illustrative": _("illustrative data"),
    "order": _("place in the list"),
    "Measure.order": _("number in the plan"),
    "code": _("code"),
    "name_vi": _("name in Vietnamese"),
    "name_en": _("name in English"),
    "short_vi": _("short name in Vietnamese"),
    "short_en": _("short name in English"),
    "statement_vi": _("statement in Vietnamese"),
    "statement_en": _("statement in English"),
    "responsible_vi": _("responsible body in Vietnamese"),
    "responsible_en": _("responsible body in English"),
    "partners_vi": _("partners in Vietnamese"),
    "partners_en": _("partners in English"),
    "unit_vi": _("unit in Vietnamese"),
    "unit_en": _("unit in English"),
    "kind": pgettext_lazy("field", "kind"),
    "frequency": _("frequency"),
    "across_quarters": _("over the quarters of a year"),
    "across_communes": _("over communes"),
    "part_of": _("part of"),
    "sum_of": _("sum of (codes)"),
    "protection": _("publication"),
    "protected_with": _("protected together with"),
    "required": _("required"),
    "recorded_by": _("who records it"),
    "asks": _("a yes comes with"),
    "decimals": _("decimal places"),
    "provider_vi": _("who gives the figure, in Vietnamese"),
    "provider_en": _("who gives the figure, in English"),
    "guidance_vi": _("guidance in Vietnamese"),
    "guidance_en": _("guidance in English"),
    "valid_from": _("first quarter (as 2018-Q2)"),
    "valid_to": _("last quarter (as 2018-Q2)"),
    "note_vi": _("note in Vietnamese"),
    "note_en": _("note in English"),
    "success": _("measured by"),
    "direction": _("direction"),
    "window": _("which figures are looked at"),
    "minimum": _("at least"),
    "criterion": _("criterion"),
    "from_year": _("from year"),
    "document": _("deciding document"),
    "year": _("year"),
    "quarter": _("quarter (0: the whole year)"),
    "value": _("value"),
    "reason": _("reason"),
    "starts_on": _("first day"),
    "ends_on": _("cut-off"),
    "due_on": _("due date"),
    "day": _("day"),
    "verified": _("compared with the yearly notice"),
    "from_period": _("from quarter (as 2018-Q2)"),
    "to_period": _("to quarter (empty: to the end)"),
    "version": _("version"),
    "entry": _("ledger entry"),
    "at": _("at"),
    "by": _("by"),
    "cause": _("cause"),
    "Entry.document": _("plan as of this entry"),
    "document_number": _("number of the document"),
    "document_date": _("date of the document"),
    "valid_until": _("valid until"),
    "effective_on": _("effective on"),
    "supersedes": _("takes the place of"),
}

ASKS_LABELS: Final[Mapping[Asks, Words]] = {
    Asks.NUMBER: _("number and sign of the document"),
    Asks.DATE: _("date of the document"),
    Asks.VALID_UNTIL: _("last day of its validity"),
    Asks.ACTIVITY: _("what was done"),
}

_FLAGS: Final[Mapping[str, Words]] = {
    "true": pgettext_lazy("tick", "yes"),
    "false": pgettext_lazy("tick", "no"),
}
_TICKS: Final = frozenset({"clearance_required", "names_public", "second_reader", "required", "verified"})
_LISTS: Final[Mapping[str, tuple[type[StrEnum], ...]]] = {
    "state": (PlanState,),
    "kind": (IndicatorKind, PeriodKind, HolidayKind),
    "frequency": (Frequency,),
    "across_quarters": (AcrossQuarters,),
    "across_communes": (AcrossCommunes,),
    "protection": (Protection,),
    "recorded_by": (RecordedBy,),
    "success": (MeasureOfSuccess,),
    "direction": (Direction,),
    "window": (Window,),
}
"""The closed lists that a field's values come from; those of one field share no member."""
_TABLES: Final[Mapping[str, Words]] = {name.casefold(): words[0] for name, words in MODEL_NAMES.items()}


def field_words(name: str) -> str:
    """What a field of a model or of a plan's document is called."""
    return str(FIELD_NAMES.get(name, name))


def place_words(place: str) -> str:
    """A place in a plan's document as officials call it: "objective MT1, criterion LG11" in their words."""
    return ", ".join(_one_place(part) for part in place.split(", "))


def _one_place(part: str) -> str:
    table, _space, key = part.partition(" ")
    return f"{_TABLES.get(table, table)} {key}".strip()


def value_words(field: str, text: str) -> str:
    """A value as `document_diff` spells it; ticks and the members of closed lists in words."""
    if field in _TICKS:
        return str(_FLAGS.get(text, text))
    if field == "asks":
        return ", ".join(
            str(ASKS_LABELS[Asks(part)]) if part in set(Asks) else part for part in text.split(", ")
        )
    known = {member.value: LABELS[member] for kind in _LISTS.get(field, ()) for member in kind}
    return str(known.get(text, text))


def figures_words(place: str, figures: int) -> str:
    """How many accepted figures stand in a place."""
    text = ngettext("%(place)s: %(n)d accepted figure", "%(place)s: %(n)d accepted figures", figures)
    return text % {"place": place_words(place), "n": figures}
