"""What a report says, as values: answers, texts and proposals, with their canonical form and checksum."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Answer:
    """One answer: a number (0 counts), a reason for none, or nothing yet; with what goes with it.

    `confirmed` is False for a prefilled answer that nobody has looked at; `unread` names the fields
    whose text could not be read as an answer, with that text.
    """

    code: str
    value: Decimal | None = None
    reason: str = ""
    reason_text: str = ""
    document_number: str = ""
    document_date: date | None = None
    valid_until: date | None = None
    activity: str = ""
    note: str = ""
    confirmed: bool = True
    unread: Mapping[str, str] = field(default_factory=dict)

    @property
    def given(self) -> bool:
        """Whether there is an answer at all: a number, or a reason for none."""
        return self.value is not None or bool(self.reason)

    @property
    def ready(self) -> bool:
        """Whether the answer can be sent as it stands: given, confirmed, and wholly readable."""
        return self.given and self.confirmed and not self.unread


@dataclass(frozen=True)
class Content:
    """A whole report as it will be sent: what is frozen in a submission."""

    kind: str
    answers: Mapping[str, Answer]
    accounts: Mapping[int, str]
    limitations: str = ""
    next_tasks: str = ""
    proposals: tuple[str, ...] = ()
    cleared_by_name: str = ""
    cleared_by_title: str = ""
    cleared_on: date | None = None


@dataclass(frozen=True)
class Change:
    """One answer that differs between two contents."""

    code: str
    before: Answer | None
    after: Answer | None


_TEXTS = ("reason", "reason_text", "document_number", "activity", "note")
_DATES = ("document_date", "valid_until")


def _plain(number: Decimal) -> str:
    """One spelling for one number: 12.500 and 12.5 are the same answer."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _answer_data(answer: Answer) -> dict[str, str]:
    data = {name: getattr(answer, name) for name in _TEXTS if getattr(answer, name)}
    data |= {name: getattr(answer, name).isoformat() for name in _DATES if getattr(answer, name)}
    return data if answer.value is None else data | {"value": _plain(answer.value)}


def canonical(content: Content) -> str:
    """The content as JSON in one spelling only; answers that were not given are left out."""
    data: dict[str, Any] = {
        "kind": content.kind,
        "answers": {code: _answer_data(a) for code, a in content.answers.items() if a.given},
        "accounts": {str(order): text for order, text in content.accounts.items() if text},
        "limitations": content.limitations,
        "next_tasks": content.next_tasks,
        "proposals": list(content.proposals),
        "cleared_by_name": content.cleared_by_name,
        "cleared_by_title": content.cleared_by_title,
        "cleared_on": content.cleared_on.isoformat() if content.cleared_on else "",
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def checksum(canonical_text: str) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical_text.encode()).hexdigest()


def mark(content: Content, sendings: int) -> str:
    """What a check page hands on to the sending: the content it showed, after so many sendings.

    A page that was opened before the last sending thus never sends again over the city's answer to it.
    """
    return checksum(f"{sendings} {canonical(content)}")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _answer(code: str, data: Mapping[str, str]) -> Answer:
    texts: dict[str, Any] = {name: data.get(name, "") for name in _TEXTS}
    return Answer(
        code=code,
        value=Decimal(data["value"]) if "value" in data else None,
        **texts,
        document_date=_day(data.get("document_date")),
        valid_until=_day(data.get("valid_until")),
    )


def read(canonical_text: str) -> Content:
    """The content that a canonical form was made from."""
    data = json.loads(canonical_text)
    return Content(
        kind=data["kind"],
        answers={code: _answer(code, answer) for code, answer in data["answers"].items()},
        accounts={int(order): text for order, text in data["accounts"].items()},
        limitations=data["limitations"],
        next_tasks=data["next_tasks"],
        proposals=tuple(data["proposals"]),
        cleared_by_name=data["cleared_by_name"],
        cleared_by_title=data["cleared_by_title"],
        cleared_on=_day(data["cleared_on"]),
    )


_COMPARED = tuple(f.name for f in fields(Answer) if f.name not in ("note", "confirmed", "unread"))


def _same(one: Answer | None, other: Answer | None) -> bool:
    if one is None or other is None:
        return one is other
    return all(getattr(one, name) == getattr(other, name) for name in _COMPARED)


def changes(before: Content, after: Content) -> list[Change]:
    """The answers that differ, by code; explanations of hints are not a difference."""
    codes = sorted(before.answers.keys() | after.answers.keys())
    pairs = ((code, before.answers.get(code), after.answers.get(code)) for code in codes)
    return [Change(code, old, new) for code, old, new in pairs if not _same(old, new)]
