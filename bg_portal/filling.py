"""Sentences with numbers of the code and labels of other pages in them, translated when they are shown."""

from __future__ import annotations

from django.utils.functional import lazy

from bg_portal.pieces import Words
from bg_portal.templatetags.vietnamese_numbers import padded


def filled(sentence: Words, **parts: Words | int) -> Words:
    """The sentence with its parts; numbers are written as in running text."""
    return lazy(_filled, str)(sentence, parts)


def _filled(sentence: Words, parts: dict[str, Words | int]) -> str:
    told = {name: padded(part) if isinstance(part, int) else part for name, part in parts.items()}
    return str(sentence) % told
