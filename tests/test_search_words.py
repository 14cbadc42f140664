"""Searching: without accents, by code, the best first, marked as it is written; a way on from nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bg_portal.search import LONGEST, Item, Said, found, marked, question, suggestions
from bg_portal.vietnamese import fold, nfc

PLACES = [
    Item("Phường Đa Mai", "/da-mai/", "07228", also=(Said("Da Mai Ward"),)),
    Item("Xã Song Mai", "/song-mai/", "07225", also=(Said("Song Mai Commune"),)),
    Item("Phường Mỹ Độ", "/my-do/", "07216", also=(Said("My Do Ward"),)),
]
INDICATORS = [
    Item("Đã ban hành kế hoạch phòng, chống mại dâm", "/LD02/", "LD02"),
    Item(
        "Có văn bản lồng ghép với giảm nghèo", "/LG11/", "LG11", also=(Said("Kể cả hỗ trợ phường Đa Mai."),)
    ),
    Item("Số lượt vay vốn", "/SK01/", "SK01", also=(Said("Vốn của Ngân hàng Chính sách xã hội."),)),
]


def titles(typed: str) -> list[str]:
    kinds = found(question(typed), [PLACES, INDICATORS])
    return [hit.href for hits in kinds for hit in hits]


def test_accents_and_capitals_may_be_left_out() -> None:
    assert titles("da mai")[0] == titles("ĐA MAI")[0] == titles("Đa Mai")[0] == "/da-mai/"


def test_what_is_called_so_is_given_with_what_speaks_of_it_and_not_with_the_words_by_chance() -> None:
    assert titles("da mai") == ["/da-mai/", "/LD02/", "/LG11/"]
    assert titles("ngan hang") == ["/SK01/"]


def test_a_code_is_found_whole_begun_or_in_two_words() -> None:
    assert titles("lg11") == titles("LG 11") == titles("lg1") == ["/LG11/"]


def test_the_other_language_is_searched_too() -> None:
    assert titles("ward") == ["/da-mai/", "/my-do/"]


def test_the_last_word_may_be_unfinished_and_no_other() -> None:
    assert titles("song m") == ["/song-mai/"]
    assert titles("so mai") == []


def test_words_may_stand_apart_and_in_any_order() -> None:
    assert titles("vốn lượt") == ["/SK01/"]


def test_what_was_sought_is_marked_as_it_is_written() -> None:
    assert [piece.text for piece in marked("Phường Đa Mai", ("da", "mai")) if piece.sought] == ["Đa", "Mai"]


def test_a_hit_in_further_words_shows_them() -> None:
    (hit,) = found(question("ngân hàng"), [INDICATORS])[0]
    assert "".join(piece.text for piece in hit.excerpt) == "Vốn của Ngân hàng Chính sách xã hội."
    assert [piece.text for piece in hit.excerpt if piece.sought] == ["Ngân", "hàng"]


def test_a_slip_is_answered_with_spellings_that_exist() -> None:
    assert suggestions(question("phuong da mia"), [*PLACES, *INDICATORS])[0] == "phường đa mai"
    assert suggestions(question("qqqq"), PLACES) == []


def test_only_so_much_is_read_and_nothing_hidden() -> None:
    asked = question("da\x00mai\u202e " + "x" * 10_000_000)
    assert asked.shortened
    assert asked.words[:2] == ("da", "mai")
    assert len(asked.text) <= LONGEST
    assert question("  ").words == question("%%%").words == ()


@given(st.text(max_size=60), st.text(max_size=20))
def test_marks_lose_and_add_nothing(text: str, typed: str) -> None:
    words = question(typed).words
    pieces = marked(text, words)
    assert "".join(piece.text for piece in pieces) == nfc(text)
    for piece in pieces:
        if piece.sought:
            assert any(
                word.startswith(fold(piece.text)) or fold(piece.text).startswith(word) for word in words
            )


@given(st.text(max_size=300))
def test_no_question_is_a_failure(typed: str) -> None:
    asked = question(typed)
    found(asked, [PLACES, INDICATORS])
    suggestions(asked, [*PLACES, *INDICATORS])
