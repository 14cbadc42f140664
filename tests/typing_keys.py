"""How a Vietnamese word is typed: the keys of each method, written without the portal's code."""

from __future__ import annotations

import unicodedata
from typing import Final

TONES: Final = {
    "telex": {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"},
    "vni": {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"},
    "viqr": {"\u0301": "'", "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0323": "."},
}
SHAPES: Final = {
    "telex": {"\u0302": "", "\u0306": "w", "\u031b": "w"},
    "vni": {"\u0302": "6", "\u0306": "8", "\u031b": "7"},
    "viqr": {"\u0302": "^", "\u0306": "(", "\u031b": "+"},
}
STROKES: Final = {"telex": "d", "vni": "9", "viqr": "d"}
METHODS: Final = tuple(TONES)
VOWELS: Final = "aăâeêioôơuưy"


def keys(word: str, method: str, *, late: bool = False) -> str:
    """The keys for a word; `late`: the tone at its end."""
    typed, last = "", ""
    for letter in unicodedata.normalize("NFC", word):
        if letter in "đĐ":
            base = "d" if letter == "đ" else "D"
            typed += base + (STROKES[method] if base == "d" else STROKES[method].upper())
            continue
        base, *marks = list(unicodedata.normalize("NFD", letter))
        tone = "".join(TONES[method].get(mark, "") for mark in marks)
        shape = "".join(SHAPES[method].get(mark, "") for mark in marks)
        hat = base if method == "telex" and "\u0302" in marks else ""
        typed += base + hat + shape
        last = tone or last
        if not late:
            typed, last = typed + last, ""
    return typed + last


def toned(vowel: str, tone: str) -> str:
    """A vowel with a tone, which may be none."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", vowel) + tone)
