"""Keys become Vietnamese words by the method chosen, and words that are not Vietnamese stay as typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page

from tests.scripts_page import Server
from tests.typing_keys import METHODS, TONES, VOWELS, keys, toned

FIELD = '<main><form><textarea id="a"></textarea></form></main>'
TYPE = """([method, style, words]) => {
  const [methods, styles] = document.querySelectorAll("[data-typing] select");
  methods.value = method;
  methods.dispatchEvent(new Event("change"));
  styles.value = style;
  const field = document.querySelector("#a");
  return words.map((word) => {
    field.value = "";
    for (const data of word) {
      const options = { data, inputType: "insertText", bubbles: true, cancelable: true };
      if (field.dispatchEvent(new InputEvent("beforeinput", options))) {
        field.setRangeText(data, field.selectionStart, field.selectionEnd, "end");
      }
    }
    return field.value;
  });
}"""
"""Types words as the browser would, key by key, in one go."""
DESIGN: dict[str, dict[str, str]] = {
    "telex": {
        "tooi": "tôi",
        "vieejt": "việt",
        "nguoiwf": "người",
        "chaof": "chào",
        "dduowngf": "đường",
        "hoaf": "hòa",
        "quas": "quá",
        "giaf": "già",
        "quys": "quý",
        "thuyr": "thủy",
        "tasf": "tà",
        "tasz": "ta",
        "tw": "tư",
        "hoafn": "hoàn",
        "muaw": "mưa",
        "thuowr": "thuở",
        "khuyur": "khuỷu",
        "ruwowuj": "rượu",
        "gif": "gì",
        "ginf": "gìn",
        "giuongwf": "giường",
        "toansf": "toàn",
        "ngoais": "ngoái",
        "cuar": "của",
        "mias": "mía",
        "th[f": "thờ",
        "Vieejt Nam": "Việt Nam",
        "DDawng": "Đăng",
        "VIEETJ": "VIỆT",
        "HDDND": "HĐND",
        "UBND": "UBND",
    },
    "vni": {"viet65": "việt", "duong792": "đường", "Nguye64n": "Nguyễn", "ta10": "ta", "tu7": "tư"},
    "viqr": {
        "to^i": "tôi",
        "ngu+o+i`": "người",
        "la\\.": "la.",
        "vie^.t": "việt",
        "so^'. Hai": "số. Hai",
        "xa~ ho^.i": "xã hội",
        "ban.": "ban.",
    },
    "auto": {
        "vieejt": "việt",
        "viet65": "việt",
        "vie^.t": "việt",
        "ngu+o+i`": "người",
        "tooi.": "tôi.",
        "la?": "la?",
    },
}
UNDONE = {
    "telex": {"aaa": "aa", "ass": "as", "ddd": "dd", "ww": "w", "uoww": "uow", "tooo": "too", "tass": "tas"},
    "vni": {"a11": "a1", "a66": "a6", "d99": "d9", "u77": "u7"},
    "viqr": {"a''": "a'", "e^^": "e^", "ddd": "dd"},
}
WORDS = Path(__file__).with_name("typing_words.txt").read_text(encoding="utf-8").split()
"""Every word of the newspaper article that the plan was taken from."""
FOREIGN = ["fas", "window", "web", "banana", "hello", "file", "Facebook", "UNICEF", "black", "next", "zoo"]


@pytest.fixture
def typed(page: Page) -> Any:
    """Types words with a method in a page that has the portal's typing aid."""
    Server(page, FIELD + render_to_string("components/typing.html"), "typing")

    def typing(method: str, words: list[str], style: str = "old") -> list[str]:
        told: list[str] = page.evaluate(TYPE, [method, style, words])
        return told

    return typing


def mistakes(typed: Any, method: str, wanted: dict[str, str], style: str = "old") -> dict[str, str]:
    """What was typed and came out otherwise than wanted."""
    words = list(wanted)
    told = typed(method, words, style)
    return {word: got for word, got in zip(words, told, strict=True) if got != wanted[word]}


def every_vowel(method: str) -> dict[str, str]:
    """Each vowel with each tone, small and capital."""
    tones = ["", *TONES[method]]
    lower = [toned(vowel, tone) for vowel in VOWELS for tone in tones]
    return {keys(word, method): word for word in [*lower, *map(str.upper, lower)]}


def test_every_vowel_takes_every_tone_by_every_method(typed: Any) -> None:
    cases = {method: every_vowel(method) for method in METHODS}
    assert sum(map(len, cases.values())) == 12 * 6 * 2 * 3
    assert [mistakes(typed, method, wanted) for method, wanted in cases.items()] == [{}, {}, {}]


def test_automatic_takes_the_keys_of_telex_and_vni_alike(typed: Any) -> None:
    assert mistakes(typed, "auto", every_vowel("telex") | every_vowel("vni")) == {}


@pytest.mark.parametrize("method", DESIGN)
def test_words_come_out_as_typists_know_them(typed: Any, method: str) -> None:
    assert mistakes(typed, method, DESIGN[method]) == {}


@pytest.mark.parametrize("method", UNDONE)
def test_the_same_key_again_takes_the_mark_off_and_types_itself(typed: Any, method: str) -> None:
    assert mistakes(typed, method, UNDONE[method]) == {}


def test_foreign_words_stay_as_typed(typed: Any) -> None:
    assert mistakes(typed, "telex", dict(zip(FOREIGN, FOREIGN, strict=True))) == {}


def test_tones_stand_in_the_old_style_or_the_new(typed: Any) -> None:
    old = {"hoaf": "hòa", "khoer": "khỏe", "thuys": "thúy", "quys": "quý", "toans": "toán"}
    new = {"hoaf": "hoà", "khoer": "khoẻ", "thuys": "thuý", "quys": "quý", "toans": "toán"}
    assert mistakes(typed, "telex", old) == {}
    assert mistakes(typed, "telex", new, "new") == {}


@pytest.mark.parametrize(
    ("method", "late"), [("telex", False), ("telex", True), ("vni", False), ("vni", True), ("viqr", False)]
)
def test_the_words_of_the_source_article_come_out_as_they_are(typed: Any, method: str, late: bool) -> None:
    """With the tone after its vowel or at the end of the word; a VIQR sign always follows its vowel."""
    assert len(WORDS) > 250
    assert mistakes(typed, method, {keys(word, method, late=late): word for word in WORDS}) == {}


def test_off_types_nothing_but_the_keys(typed: Any) -> None:
    assert typed("off", ["vieejt"]) == ["vieejt"]
