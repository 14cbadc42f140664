"""Traces of a person in what somebody wrote: numbers and addresses, and words that likely lead to one.

Law 91/2025/QH15 on the protection of personal data, decree 13/2023/NĐ-CP: what leads to a person is personal
data, and about the subject of the plan sensitive data. What follows of a trace is said where texts come in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

_GAP: Final = r"[ .\-()\u00a0\u2013]{0,2}"
_MONEY: Final = r"(?!\s*(?:đồng|đ\b|vnđ|vnd|triệu|nghìn|ngàn|tỷ|tỉ))"

# What looks like a number of a person and is none: papers and days; figures with their thousands.
_PAPERS_AND_DAYS: Final = re.compile(
    r"\d+/(?:\d{4}/)?[A-ZĐ][\w-]*"
    r"|(?<![\d.])(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)"
)
_THOUSANDS: Final = re.compile(r"(?<![\d.+])[1-9]\d{0,2}(?:\.\d{3})+(?![.\d]*\d)")
_EMAIL: Final = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_NAMED_IDENTITY: Final = re.compile(
    r"(?i:cmnd|cmtnd|cmt|cccd|căn cước|chứng minh|định danh)[^\d\n]{0,40}"
    rf"((?<!\d)\d(?:{_GAP}\d){{8}}(?:(?:{_GAP}\d){{3}})?(?!\d))"
)
_IDENTITY: Final = re.compile(
    rf"(?<!\d)(?:\d{{12}}|\d{{9}}|0\d\d(?:[ .-]\d{{3}}){{3}}|\d{{3}}(?:[ -]\d{{3}}){{2}})(?![ -]?\d){_MONEY}",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(
    rf"(?<!\d)(?:\(?\+{_GAP}84|0084){_GAP}(?:0{_GAP})?[1-9](?:{_GAP}\d){{8,9}}(?!\d)"
    r"|(?<!\d)84[35789]\d{8}(?!\d)"
    rf"|(?<!\d)(?<!\d\.)\(?0{_GAP}[2-9](?:{_GAP}\d){{8}}(?!\d)"
    rf"|(?<!\d)(?<!\d\.)\(?0{_GAP}[12](?:{_GAP}\d){{9}}(?!\d)"
)


class TraceKind(StrEnum):
    """What a trace is of; the first three are certain, the others are guesses by a word."""

    EMAIL = "email"
    IDENTITY = "identity"
    PHONE = "phone"
    PERSON = "person"
    BUSINESS = "business"


class Trace(NamedTuple):
    """A trace with the words it was found in."""

    kind: TraceKind
    found: str


_STEPS: Final = (
    (_EMAIL, TraceKind.EMAIL),
    (_NAMED_IDENTITY, TraceKind.IDENTITY),
    (_PAPERS_AND_DAYS, None),
    (_PHONE, TraceKind.PHONE),
    (_THOUSANDS, None),
    (_IDENTITY, TraceKind.IDENTITY),
)
"""In this order, each on what the ones before have left; those without a kind only set aside."""

_PERSON_WORDS: Final = re.compile(
    r"(?<!học )\bsinh (?:năm|ngày)\b|\btên là\b"
    r"|\bsố nhà\b(?! (?:nghỉ|trọ|hàng|ở|văn hóa|máy|xưởng|trường))|\btổ dân phố số\b",
    re.IGNORECASE,
)
_BUSINESS_WORDS: Final = re.compile(
    r"(?<!tập )\b(?:quán|nhà nghỉ)(?: (?:ăn|bia|cà phê|cafe|café|game|gội đầu|hát|internet|karaoke|nước))?"
    r" [“\"']?(?P<name>\w+)",
    re.IGNORECASE,
)


def traces(text: str) -> list[Trace]:
    """What in a text leads to a person; the certain ones first."""
    plain = unicodedata.normalize("NFKC", text)
    return [*_certain(plain), *_likely(plain)]


def _certain(text: str) -> Iterator[Trace]:
    for pattern, kind in _STEPS:
        if kind is not None:
            for match in pattern.finditer(text):
                yield Trace(kind, match[pattern.groups].strip())
        text = pattern.sub(_blank, text)


def _likely(text: str) -> Iterator[Trace]:
    for match in _PERSON_WORDS.finditer(text):
        yield Trace(TraceKind.PERSON, match[0])
    for match in _BUSINESS_WORDS.finditer(text):
        if match["name"][0].isupper():
            yield Trace(TraceKind.BUSINESS, match[0])


def _blank(match: re.Match[str]) -> str:
    """What was dealt with is not looked at again, and does not join what stands around it."""
    return "#" * len(match[0])
