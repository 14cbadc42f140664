"""The plain values that component tags draw: views build them, templates only pass them on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.utils.functional import _StrPromise as LazyWords
else:
    from django.utils.functional import Promise as LazyWords

Words = str | LazyWords
"""What a reader sees: ready, or translated when it is shown."""


class Link(NamedTuple):
    """A place to go: in navigation, breadcrumb, switch. `number` stands behind the words when not None."""

    text: Words
    href: str = ""
    current: bool = False
    number: int | None = None


class Part(NamedTuple):
    """So many units in one state; `kind` is good, mid, not or none (components.PARTS)."""

    kind: str
    number: int
    text: Words


class Tile(NamedTuple):
    """One unit on the map; row 1-4 and column 1-6, or 0 and 0 where it has no place on the grid."""

    name: str
    kind: Words
    row: int
    column: int
    state: str  # met, unmet, none, na (does not concern it); plain: an amount, or nothing is said of it
    word: Words
    href: str = ""


class Row(NamedTuple):
    """A term and its value; the value may lead somewhere."""

    term: Words
    value: Words
    href: str = ""


class Task(NamedTuple):
    """Something that waits for somebody; mark and tone as in the tag `state`."""

    text: Words
    href: str
    mark: str
    word: Words = ""
    tone: str = ""
    note: Words = ""
    until: Words = ""


class Passage(NamedTuple):
    """One move in the course of a report."""

    at: datetime | date
    word: Words
    mark: str
    by: Words = ""
    comment: str = ""
    tone: str = ""


class Choice(NamedTuple):
    """One answer that can be chosen."""

    value: str
    text: Words


class Stop(NamedTuple):
    """One group in the outline of a long form; `note` says how far it is, `spoken` says it in full."""

    text: Words
    href: str
    mark: str
    note: Words = ""
    tone: str = ""
    current: bool = False
