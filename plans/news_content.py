"""What an announcement says: the text of one version, in both languages, with its source and its picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from bg_portal.vietnamese import fold
from plans.markup import as_words

TITLE_MAX: Final = 160
SUMMARY_MAX: Final = 500
BODY_MAX: Final = 20_000
SOURCE_MAX: Final = 200
ADDRESS_MAX: Final = 500
ALT_MAX: Final = 300
SLUG_MAX: Final = 80


@dataclass(frozen=True, kw_only=True)
class NewsContent:
    """Everything somebody writes; English is left empty where there is none."""

    plan_id: int
    about: str = ""
    """The part of the plan it is about, as `plans.topics` writes it; empty: the plan as a whole."""
    title_vi: str
    title_en: str = ""
    summary_vi: str
    summary_en: str = ""
    body_vi: str
    body_en: str = ""
    source_vi: str = ""
    source_en: str = ""
    source_url: str = ""
    source_on: date | None = None
    picture_id: int | None = None
    alt_vi: str = ""
    alt_en: str = ""

    @property
    def folded(self) -> str:
        """What is looked at when somebody searches: every word of it, without accents."""
        lines = (self.title_vi, self.title_en, self.summary_vi, self.summary_en)
        bodies = (as_words(self.body_vi), as_words(self.body_en))
        return fold(" \n".join(line for line in (*lines, *bodies, self.source_vi, self.source_en) if line))


def slug_of(title: str) -> str:
    """A title as it stands in an address: its words without accents, cut at the end of a word."""
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in fold(title)).split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:SLUG_MAX]
        if len(longer) > SLUG_MAX:
            break
        slug = longer
    return slug or "tin"
