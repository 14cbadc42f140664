"""The names of the report form's fields, and how a single one is read without losing what was typed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _

from bg_portal.dates import parse_date
from bg_portal.vietnamese import clean_text

LINE_LIMIT: Final = 60
"""Characters kept of what should have been a number or a date."""
TYPED_LIMIT: Final = 40_000
"""Characters of one field that are looked at; far more than any field may hold."""
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Slip:
    """What was typed and cannot be stored, with the words that say what to do."""

    text: str
    words: str


def field_name(code: str, place: str = "value") -> str:
    """The field of an answer: the value's has the indicator's code alone."""
    return code if place == "value" else f"{code}-{place}"


def anchor(code: str, place: str = "value") -> str:
    """The id of the control to which a link about that field leads."""
    if place == "reason":
        return f"{code}-reason-1"
    return f"{code}-reason-note" if place == "reason_text" else field_name(code, place)


def account_name(measure: int) -> str:
    """The field of what was done for a measure."""
    return f"account-{measure}"


def proposal_name(index: int) -> str:
    """The field of one proposal, counted from 0."""
    return f"proposal-{index}"


def shown(text: str) -> str:
    """A text that was refused, fit to be shown and stored: its hidden signs are made visible."""
    return "".join(sign if sign in "\n\t" or _plain(sign) else REPLACEMENT for sign in text)


def _plain(sign: str) -> bool:
    try:
        clean_text(sign)
    except ValueError:
        return False
    return True


@dataclass
class Reader:
    """One POST of the form; collects the slips of its fields by name."""

    data: QueryDict
    language: str
    slips: dict[str, Slip] = field(default_factory=dict)

    def line(self, name: str) -> str:
        """What was typed where a number or a date belongs, cleaned or made visible; "" where nothing was."""
        typed = self.data.get(name, "")[: 4 * LINE_LIMIT]
        try:
            return clean_text(typed)[:LINE_LIMIT]
        except ValueError:
            return shown(typed)[:LINE_LIMIT]

    def text(self, name: str, before: str, limit: int, *, multiline: bool = False) -> str:
        """The cleaned text; where it cannot be stored, what was stored before, with a slip."""
        if name not in self.data:
            return before
        typed = self.data.get(name, "")[:TYPED_LIMIT]
        try:
            cleaned = clean_text(typed, multiline=multiline)
        except ValueError as error:
            self.slips[name] = Slip(shown(typed), _(str(error)))
            return before
        if len(cleaned) <= limit:
            return cleaned
        words = _("Shorten this text: at most %(limit)d characters, now %(length)d.")
        self.slips[name] = Slip(cleaned, words % {"limit": limit, "length": len(cleaned)})
        return before

    def choice(self, name: str, before: str, offered: Collection[str]) -> str:
        """One of the choices offered; anything else changes nothing and is a slip."""
        chosen = self.data.get(name, before)
        if chosen in offered:
            return chosen
        self.slips[name] = Slip("", _("Choose one of the answers offered."))
        return before

    def day(self, name: str, before: date | None, unread: str) -> tuple[date | None, str]:
        """The day that was typed, or the text that is none."""
        if name not in self.data:
            return before, unread
        typed = self.line(name)
        if not typed:
            return None, ""
        try:
            return parse_date(typed), ""
        except ValueError:
            return None, typed
