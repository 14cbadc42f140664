"""The shape of every page about the portal: chapters of paragraphs and lists, translated when shown."""

from __future__ import annotations

from dataclasses import dataclass

from bg_portal.pieces import Link, Words


@dataclass(frozen=True)
class Picture:
    """A picture of a page: a static file with the words that stand for it."""

    file: str
    words: Words
    width: int
    height: int


@dataclass(frozen=True)
class Chapter:
    """A heading, what stands under it, and where one can read on."""

    title: Words
    says: tuple[Words, ...] = ()
    steps: tuple[Words, ...] = ()
    """A list; numbered where its order matters."""
    numbered: bool = False
    links: tuple[Link, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True)
class Page:
    """One page."""

    title: Words
    lead: Words
    chapters: tuple[Chapter, ...]
