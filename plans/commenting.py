"""What a comment of the public may be, and what its moderator is pointed to; plain Python.

Nothing is refused for what it says: that is decided by a person, who sees the traces of people, the insults
and the words of stigma that are found here. Refused is only what no reader of the portal would have typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bg_portal.traces import TraceKind, traces
from bg_portal.vietnamese import fold, nfc
from plans.vocabulary import CommentFlag

NAME_MAX: Final = 80
EMAIL_MAX: Final = 200
TEXT_MAX: Final = 2000
ANSWER_MAX: Final = 4000
LINKS_MAX: Final = 2
"""Links in one comment; advertising lives on more."""

LEAST_SECONDS: Final = 4
"""Between the form and its sending: nobody has read the form and typed a sentence before."""
OPEN_HOURS: Final = 48
"""How long one form can be sent; after that it is renewed, with everything that was typed."""

BURST: Final = (8, 10)
DAY_LIMIT: Final = (50, 24 * 60)
"""So many comments within so many minutes from one address; a whole school may share one."""
LIMITS: Final = (BURST, DAY_LIMIT)

SHORT: Final = 40
"""Letters: up to here two people may well have written the same."""
COPIES_DAYS: Final = 30
_COPIES: Final = {True: (3, 12), False: (1, 3)}
"""Of a short text and of a long one: how often it may stand at one place, and anywhere."""

_LINK: Final = re.compile(
    r"(?:https?:|www\.)(?:(?!https?:)[^\s,;])*"
    r"|(?<![@\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|net|vn|org|info|xyz|top|shop|club|ru)\b(?:/\S*)?",
    re.IGNORECASE,
)
_CAPITALS: Final = "".join(
    sign for sign in map(chr, range(ord("A"), ord("Ỹ") + 1)) if sign.isalpha() and sign.isupper()
)
_TITLED_NAME: Final = re.compile(
    r"\b(?<![Tt]rẻ )(?<![Tt]hầy )(?<!nước )"
    r"(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác(?! Hồ\b)|[Cc]háu|[Ee]m)"
    rf" +[{_CAPITALS}]\w+(?: +[{_CAPITALS}]\w*)*"
)
"""A form of address before a capital; not "Bác Hồ", nor children, teachers and England of a place."""
_INSULTS: Final = re.compile(
    r"\b(?:(?:đồ|lũ|bọn|quân|loài) (?:ngu|chó|súc vật|rác rưởi)|ngu dốt|ngu xuẩn|chó má|khốn nạn|đểu cáng"
    r"|mất dạy|vô học|vô liêm sỉ|cặn bã|mặt dày|đĩ|điếm(?! canh)|cave|phò"
    r"|(?:gái|đối tượng) (?:mại dâm|bán dâm)|hoàn lương|sa ngã|lầm lỡ|(?:phường|xã) có mại dâm)\b",
    re.IGNORECASE,
)
"""Common insults, and the words of stigma that the portal itself avoids; of whole words, in either case."""
_ACCENTED: Final = re.compile(r"[À-ỹ]")
_LETTERS: Final = re.compile(r"[^\W\d_]")
_ENOUGH_LETTERS: Final = 20


@dataclass(frozen=True)
class Flag:
    """Something to look at, with the words it was found in."""

    kind: CommentFlag
    found: str = ""


def flags(text: str, *, language: str) -> list[Flag]:
    """What the moderator is pointed to, each once."""
    return list(dict.fromkeys(_flags(text, language)))


def flags_of_name(name: str) -> list[Flag]:
    """What the moderator is pointed to in the name under a comment: that it names somebody is its sense."""
    return [flag for flag in flags(name, language="") if flag.kind is not CommentFlag.PERSON]


def _flags(text: str, language: str) -> Iterator[Flag]:
    for trace in traces(text):
        certain = trace.kind in (TraceKind.EMAIL, TraceKind.IDENTITY, TraceKind.PHONE)
        yield Flag(CommentFlag.CONTACT if certain else CommentFlag.PERSON, trace.found)
    for match in _TITLED_NAME.finditer(nfc(text)):
        yield Flag(CommentFlag.PERSON, match[0])
    for match in _INSULTS.finditer(text):
        yield Flag(CommentFlag.INSULT, match[0])
    for match in _LINK.finditer(text):
        yield Flag(CommentFlag.LINK, match[0])
    if language == "vi" and _is_without_accents(text):
        yield Flag(CommentFlag.NO_ACCENTS)


def _is_without_accents(text: str) -> bool:
    return len(_LETTERS.findall(text)) >= _ENOUGH_LETTERS and not _ACCENTED.search(text)


def links_in(text: str) -> int:
    """How many links a text has."""
    return len(_LINK.findall(text))


def likeness(text: str) -> str:
    """What two texts share that differ in case, accents, signs and spaces alone."""
    return " ".join(re.findall(r"\w+", fold(text)))


def is_copied_too_often(text: str, *, here: int, anywhere: int) -> bool:
    """Whether a text stands already as often as people write the same; `here` at the same place."""
    most_here, most_anywhere = _COPIES[len(likeness(text)) <= SHORT]
    return here >= most_here or anywhere >= most_anywhere
