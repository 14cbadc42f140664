"""Searching without accents over what fits in memory: words, order of hits, marks, spellings that exist.

Plain Python: folding in the database would differ between engines, and a plan is small.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, NamedTuple

from bg_portal.vietnamese import fold, nfc

LONGEST: Final = 100
"""Signs of a question that are read."""
MOST_WORDS: Final = 8
LEAST_LIKENESS: Final = 0.65
MOST_OFFERED: Final = 5
NAMED, IN_NAME, SAID, ANYWHERE = 3, 4, 5, 6
"""How well something fits, code and beginning of the name before all: in the name in one, in the name apart,
in what is said of it in one, apart."""
EXCERPT: Final = 60
"""Signs of a text that are shown on each side of a word found in it."""
_WORD: Final = re.compile(r"\w+")


class Piece(NamedTuple):
    """A stretch of a text, and whether it was sought."""

    text: str
    sought: bool


@dataclass(frozen=True)
class Question:
    """What somebody typed, read without accents."""

    text: str
    """As it is shown again: one line, without hidden signs."""
    words: tuple[str, ...]
    shortened: bool = False
    """Whether more was typed than is read."""

    @property
    def run(self) -> str:
        """The words without what stands between them: "LG 11" is the code LG11."""
        return "".join(self.words)


class Said(NamedTuple):
    """Some text, and its language where that is not the page's."""

    text: str
    lang: str = ""


@dataclass(frozen=True)
class Item:
    """One thing that can be found: what it is called, where it is, and what else is said of it."""

    title: str
    href: str
    code: str = ""
    note: str = ""
    """Shown beneath the title."""
    lang: str = ""
    """The language of the title, where that is not the page's."""
    also: tuple[Said, ...] = ()
    """Searched too, such as the name in the other language; of the first one with a hit a part is shown."""


@dataclass(frozen=True)
class Hit:
    """Something found, as it is shown."""

    href: str
    title: tuple[Piece, ...]
    code: tuple[Piece, ...]
    note: str
    excerpt: tuple[Piece, ...]
    """Empty where all that was sought stands in title or code."""
    lang: str = ""
    """The language of the title, where that is not the page's."""
    excerpt_lang: str = ""


def question(typed: str) -> Question:
    """What was typed, without what nobody types: NUL, controls, signs that turn the writing."""
    read = typed[: 2 * LONGEST]
    visible = "".join(" " if unicodedata.category(sign)[0] == "C" else sign for sign in read)
    text = nfc(" ".join(visible.split()))
    shown = text[:LONGEST].rstrip()
    words = tuple(dict.fromkeys(_WORD.findall(fold(shown))))[:MOST_WORDS]
    return Question(shown, words, shortened=len(typed) > len(read) or len(text) > LONGEST)


def found(asked: Question, kinds: Sequence[Iterable[Item]]) -> list[list[Hit]]:
    """Of each kind the items that hold every word, the best first; of equal ones in the order given.

    Where anything is called so, nothing is given in which the words only stand somewhere apart.
    """
    if not asked.words:
        return [[] for _kind in kinds]
    ranked = [[(_rank(asked, item), item) for item in items] for items in kinds]
    named = any(rank <= NAMED for own in ranked for rank, _item in own)
    most = SAID if named else ANYWHERE
    return [
        [_hit(asked, item, rank) for rank, item in sorted(own, key=lambda row: row[0]) if rank <= most]
        for own in ranked
    ]


def _rank(asked: Question, item: Item) -> int:
    """How well it fits; more than ANYWHERE where a word is missing."""
    title, code = _WORD.findall(fold(item.title)), fold(item.code)
    if code and code.startswith(asked.run):
        return 0 if code == asked.run else 1
    if _is_run(title, asked.words):
        return 2
    if _has_run(title, asked.words):
        return NAMED
    if _holds([*title, code], asked.words):
        return IN_NAME
    rest = _WORD.findall(fold(" ".join(said.text for said in item.also)))
    if _has_run(rest, asked.words):
        return SAID
    return ANYWHERE if _holds([*title, code, *rest], asked.words) else ANYWHERE + 1


def _is_run(words: Sequence[str], sought: Sequence[str]) -> bool:
    """Whether the words begin with those sought, of which the last may be unfinished."""
    *whole, last = sought
    return (
        len(words) >= len(sought) and [*words[: len(whole)]] == whole and words[len(whole)].startswith(last)
    )


def _has_run(words: Sequence[str], sought: Sequence[str]) -> bool:
    return any(_is_run(words[at:], sought) for at in range(len(words)))


def _holds(words: Iterable[str], sought: Sequence[str]) -> bool:
    """Whether each is there, of which the last may be unfinished."""
    known, (*whole, last) = set(words), sought
    return known.issuperset(whole) and any(word.startswith(last) for word in known)


def _hit(asked: Question, item: Item, rank: int) -> Hit:
    code = [word for word in (*asked.words, asked.run) if len(word) > 1]
    excerpt, excerpt_lang = _excerpt(asked, item) if rank >= SAID else ((), "")
    title = marked(item.title, asked.words)
    return Hit(item.href, title, marked(item.code, code), item.note, excerpt, item.lang, excerpt_lang)


def _excerpt(asked: Question, item: Item) -> tuple[tuple[Piece, ...], str]:
    """Of the first further text with a hit, the part around it, and its language."""
    for text, lang in item.also:
        spans = _spans(text, asked.words)
        if spans:
            return marked(_around(text, spans[0]), asked.words), lang
    return (), ""


def _around(text: str, span: tuple[int, int]) -> str:
    start, end = max(span[0] - EXCERPT, 0), min(span[1] + EXCERPT, len(text))
    start = text.find(" ", start, span[0]) + 1 if start else 0
    cut = text.rfind(" ", span[1], end) if end < len(text) else end
    end = cut if cut > 0 else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def marked(text: str, words: Iterable[str]) -> tuple[Piece, ...]:
    """The text in pieces; together they are the text as it was."""
    text, at, found = nfc(text), 0, []
    for start, end in _spans(text, words):
        found += [Piece(text[at:start], sought=False), Piece(text[start:end], sought=True)]
        at = end
    return tuple(piece for piece in (*found, Piece(text[at:], sought=False)) if piece.text)


def _spans(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where words begin with one of those sought, of each the longest; places in the composed text."""
    text = nfc(text)
    wanted = sorted(words, key=len, reverse=True)
    found = []
    for word in _WORD.finditer(text):
        folded = [fold(sign) for sign in word.group()]
        whole = "".join(folded)
        sought = next((each for each in wanted if whole.startswith(each)), None)
        if sought is None:
            continue
        length = covered = 0
        while covered < len(sought):
            covered += len(folded[length])
            length += 1
        found.append((word.start(), word.start() + length))
    return found


def suggestions(asked: Question, items: Iterable[Item]) -> list[str]:
    """Questions like this one that would find something: each unknown word as some name spells it."""
    spelled = _spellings(items)
    known = {word: spelled[word] for word in asked.words if word in spelled}
    close = {
        word: get_close_matches(word, spelled, n=3, cutoff=LEAST_LIKENESS)
        for word in asked.words
        if word not in known
    }
    mended = {word: spelled[words[0]] for word, words in close.items() if words}
    whole = " ".join({**known, **mended}.get(word, "") for word in asked.words)
    single = [spelled[word] for words in close.values() for word in words]
    offered = dict.fromkeys([" ".join(whole.split()), *single, *known.values()])
    return [text for text in offered if text and fold(text) != " ".join(asked.words)][:MOST_OFFERED]


def _spellings(items: Iterable[Item]) -> dict[str, str]:
    """Each word of names and codes without accents, as it is first written, in small letters."""
    spelled: dict[str, str] = {}
    for item in items:
        for word in _WORD.findall(nfc(f"{item.title} {item.code}".lower())):
            spelled.setdefault(fold(word), word)
    return spelled
