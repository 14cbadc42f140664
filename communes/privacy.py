"""Traces of a person in what was written: numbers and addresses are refused, likely words are hints.

Law 91/2025/QH15 on the protection of personal data, decree 13/2023/NĐ-CP: what leads to a person is personal
data, and about this plan's subject sensitive data. Reports are of numbers alone and have no use for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bg_portal.vietnamese import gettext_noop
from communes.findings import Level

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

_EMAIL_FOUND: Final = gettext_noop(
    "Take out the e-mail address %(found)s: a report names nothing that leads to a person."
)
_IDENTITY_FOUND: Final = gettext_noop(
    "Take out the identity number %(found)s: a report names nothing that leads to a person."
)
_PHONE_FOUND: Final = gettext_noop(
    "Take out the telephone number %(found)s: a report names nothing that leads to a person."
)
_STEPS: Final = (
    (_EMAIL, _EMAIL_FOUND),
    (_NAMED_IDENTITY, _IDENTITY_FOUND),
    (_PAPERS_AND_DAYS, ""),
    (_PHONE, _PHONE_FOUND),
    (_THOUSANDS, ""),
    (_IDENTITY, _IDENTITY_FOUND),
)
"""In this order, each on what the ones before have left; those without words only set aside."""

_PERSON: Final = gettext_noop(
    "“%(found)s” may lead to a person. Describe the situation in general and in numbers."
)
_BUSINESS: Final = gettext_noop(
    "“%(found)s” may name a business. Describe the situation in general and in numbers."
)
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


@dataclass(frozen=True)
class TextFinding:
    """A trace of a person, with the words it was found in."""

    level: Level
    message: str
    """A msgid with %(found)s."""
    found: str


def text_findings(text: str) -> list[TextFinding]:
    """What in a text leads to a person, or may; refusals first."""
    plain = unicodedata.normalize("NFKC", text)
    return [*_refusals(plain), *_hints(plain)]


def _refusals(text: str) -> Iterator[TextFinding]:
    for pattern, message in _STEPS:
        if message:
            for match in pattern.finditer(text):
                yield TextFinding(Level.REFUSAL, message, match[pattern.groups].strip())
        text = pattern.sub(_blank, text)


def _hints(text: str) -> Iterator[TextFinding]:
    for match in _PERSON_WORDS.finditer(text):
        yield TextFinding(Level.HINT, _PERSON, match[0])
    for match in _BUSINESS_WORDS.finditer(text):
        if match["name"][0].isupper():
            yield TextFinding(Level.HINT, _BUSINESS, match[0])


def _blank(match: re.Match[str]) -> str:
    """What was dealt with is not looked at again, and does not join what stands around it."""
    return "#" * len(match[0])
