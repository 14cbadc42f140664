"""Two people's versions of one draft, unit by unit, and the draft that takes some of each."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, TypeAlias

from communes.answers import Answer, Content

LIMITATIONS: Final = "limitations"
NEXT_TASKS: Final = "next_tasks"
PROPOSALS: Final = "proposals"
MARK_LENGTH: Final = 4
"""Hexadecimal digits: two versions taken for one would only preselect the other choice."""

Unit: TypeAlias = Answer | str | tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """One unit that the two versions say differently."""

    key: str
    theirs: Unit | None
    mine: Unit | None
    mine_changed: bool
    """Whether it was changed on the page that came second; else only the one saved first did."""


def answer_key(code: str) -> str:
    """The unit of one indicator's whole answer."""
    return f"answer-{code}"


def account_key(measure: int) -> str:
    """The unit of what was done for one measure."""
    return f"account-{measure}"


def units(content: Content) -> dict[str, Unit]:
    """Everything a draft says, by key; what is empty is left out."""
    found: dict[str, Unit] = {
        answer_key(code): answer for code, answer in content.answers.items() if answer != Answer(code)
    }
    found |= {account_key(order): text for order, text in content.accounts.items() if text}
    texts: dict[str, Unit] = {
        LIMITATIONS: content.limitations,
        NEXT_TASKS: content.next_tasks,
        PROPOSALS: tuple(text for text in content.proposals if text),
    }
    return found | {key: text for key, text in texts.items() if text}


def marks(content: Content) -> str:
    """A short mark of each unit, never empty; the page carries them to tell later what was changed on it."""
    return " ".join(["-", *(f"{key}:{_mark(unit)}" for key, unit in sorted(units(content).items()))])


def _mark(unit: Unit | None) -> str:
    if unit is None:
        return ""
    return hashlib.sha256(repr(_plain(unit)).encode()).hexdigest()[:MARK_LENGTH]


def _plain(unit: Unit) -> Any:
    """A value that is the same before and after storing: 12.500 and 12.5 are one number."""
    if not isinstance(unit, Answer):
        return unit
    values = {**vars(unit), "unread": sorted(unit.unread.items())}
    if isinstance(unit.value, Decimal):
        values["value"] = f"{unit.value.normalize():f}"
    return sorted((name, str(value)) for name, value in values.items())


def differences(theirs: Content, mine: Content, opened: str) -> list[Difference]:
    """The units in which two versions differ; `opened`: the marks of the draft that `mine` began from.

    Without marks everything counts as changed here.
    """
    saved, typed = units(theirs), units(mine)
    before = _read_marks(opened)
    keys = sorted(key for key in saved.keys() | typed.keys() if saved.get(key) != typed.get(key))
    return [
        Difference(
            key,
            saved.get(key),
            typed.get(key),
            mine_changed=before is None or before.get(key, "") != _mark(typed.get(key)),
        )
        for key in keys
    ]


def _read_marks(opened: str) -> dict[str, str] | None:
    if not opened:
        return None
    pairs = (part.rpartition(":") for part in opened.split())
    return {key: mark for key, _, mark in pairs if key}


def merged(mine: Content, theirs: Content, taken: Collection[str]) -> Content:
    """My version with the units named in `taken` as they stand in theirs."""
    return replace(
        mine,
        answers=_merged_answers(mine.answers, theirs.answers, taken),
        accounts={
            order: (theirs if account_key(order) in taken else mine).accounts.get(order, "")
            for order in mine.accounts.keys() | theirs.accounts.keys()
        },
        limitations=(theirs if LIMITATIONS in taken else mine).limitations,
        next_tasks=(theirs if NEXT_TASKS in taken else mine).next_tasks,
        proposals=(theirs if PROPOSALS in taken else mine).proposals,
    )


def _merged_answers(
    mine: Mapping[str, Answer], theirs: Mapping[str, Answer], taken: Collection[str]
) -> dict[str, Answer]:
    return {
        code: (theirs if answer_key(code) in taken else mine).get(code, Answer(code))
        for code in mine.keys() | theirs.keys()
    }
