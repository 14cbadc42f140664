"""Typed text as the portal stores it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bg_portal.vietnamese import clean_text, nfc

typed = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Cf")), max_size=30)


def test_decomposed_text_is_composed() -> None:
    assert clean_text(unicodedata.normalize("NFD", "Đồng Sơn")) == "Đồng Sơn"


def test_spaces_around_are_dropped_and_runs_inside_become_one() -> None:
    assert clean_text("  Song \u00a0 Khê\t\u3000xã \n") == "Song Khê xã"


def test_one_line_stays_one_line() -> None:
    assert clean_text("Song\r\nKhê\x0bxã") == "Song Khê xã"


def test_lines_are_kept_where_lines_are_wanted() -> None:
    assert clean_text(" một \r\nhai\rba\x0bbốn\n\n\n\nnăm  \n", multiline=True) == "một\nhai\nba\nbốn\n\nnăm"


def test_invisible_signs_from_word_processors_are_dropped() -> None:
    assert clean_text("\ufeffSong\u00ad\u200b Khê\u2060") == "Song Khê"


def test_html_and_formulas_stay_what_was_typed() -> None:
    assert clean_text("<script>=1+1</script>") == "<script>=1+1</script>"


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ud800"])
@pytest.mark.parametrize("multiline", [False, True])
def test_control_characters_are_refused(sign: str, multiline: bool) -> None:
    with pytest.raises(ValueError, match="control characters"):
        clean_text(f"Song{sign}Khê", multiline=multiline)


@pytest.mark.parametrize(
    "sign", list("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
def test_signs_that_turn_the_direction_of_writing_are_refused(sign: str) -> None:
    with pytest.raises(ValueError, match="direction of the text"):
        clean_text(f"Song{sign}Khê")


@pytest.mark.parametrize("mark", ["\u0301", "\u0323", "\u20dd", "\u0489", "\u0301\u200d"])
def test_marks_piled_on_one_letter_are_refused(mark: str) -> None:
    with pytest.raises(ValueError, match="piled"):
        clean_text(f"e{mark * 5} lan")


@pytest.mark.parametrize("text", ["Tie\u0302\u0301ng Vie\u0323\u0302t", "บ้านที่อยู่", "हिन्दी", "שָּׁלוֹם", "❤️ 1️⃣"])
def test_marks_of_any_language_stay(text: str) -> None:
    assert clean_text(text) == nfc(text)


@given(typed)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    for multiline in (False, True):
        cleaned = clean_text(text, multiline=multiline)
        assert clean_text(cleaned, multiline=multiline) == cleaned
        assert cleaned == nfc(cleaned).strip()
