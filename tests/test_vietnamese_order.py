"""Vietnamese order and search without accents."""

from __future__ import annotations

import random
import unicodedata

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from bg_portal.vietnamese import fold, sort_key

# Domain knowledge of the city: its sixteen communes in the order that ICU gives them.
COMMUNES = [
    "Dĩnh Kế", "Dĩnh Trì", "Đa Mai", "Đồng Sơn", "Hoàng Văn Thụ", "Lê Lợi", "Mỹ Độ", "Ngô Quyền",
    "Song Khê", "Song Mai", "Tân Mỹ", "Tân Tiến", "Thọ Xương", "Trần Nguyên Hãn", "Trần Phú", "Xương Giang",
]  # fmt: skip
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
phrases = st.text(st.sampled_from(LETTERS + LETTERS.upper() + " -0123456789fjwz"), max_size=12)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def mixed(texts: list[str]) -> list[str]:
    return random.Random(125).sample(texts, len(texts))


def test_the_sixteen_communes_stand_in_vietnamese_order() -> None:
    assert sorted(mixed(COMMUNES), key=sort_key) == COMMUNES


def test_the_letters_of_the_alphabet_stand_in_its_order() -> None:
    alphabet = list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
    assert sorted(mixed(alphabet), key=sort_key) == alphabet


def test_tones_follow_one_another_as_in_cldr() -> None:
    for letter in ("a", "ă", "ê", "ơ", "y"):
        tones = [unicodedata.normalize("NFC", letter + tone) for tone in ("", "̀", "̉", "̃", "́", "̣")]
        assert sorted(mixed(tones), key=sort_key) == tones


def test_a_tone_decides_only_where_the_letters_are_equal() -> None:
    assert sort_key("mạ an") < sort_key("ma ăn")
    assert sort_key("mã an") < sort_key("ma bi")


def test_a_capital_decides_last_of_all() -> None:
    assert sorted(["Mai", "mài", "mai"], key=sort_key) == ["mai", "Mai", "mài"]


def test_a_word_stands_before_its_continuation() -> None:
    assert sort_key("Song") < sort_key("Song Khê") < sort_key("Songa")


def test_numbers_stand_before_letters_and_foreign_letters_behind() -> None:
    assert sort_key("Tổ 2") < sort_key("Tổ An") < sort_key("Tổ Ω")


def test_keys_are_digits_alone_so_that_every_collation_agrees() -> None:
    for text in ("", "Đồng Sơn", "İstanbul ß Ω 𝒳", "\u0301", "a\u0301\u0301b"):
        key = sort_key(text)
        assert key.isdigit()
        assert key.isascii()


@given(phrases)
def test_composed_and_decomposed_text_have_one_key_and_one_folding(text: str) -> None:
    assert sort_key(nfd(text)) == sort_key(text)
    assert fold(nfd(text)) == fold(text)


@given(phrases, phrases)
def test_different_phrases_have_different_keys(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(st.lists(phrases, max_size=6))
def test_the_order_is_the_same_whatever_came_first(texts: list[str]) -> None:
    assert sorted(texts, key=sort_key) == sorted(mixed(texts), key=sort_key)


@given(phrases, st.text(st.sampled_from(LETTERS), min_size=1, max_size=3))
def test_a_longer_phrase_never_stands_before_its_beginning(text: str, tail: str) -> None:
    assert sort_key(text) < sort_key(text + tail)


def test_folding_takes_away_accents_capitals_and_the_bar_of_d() -> None:
    assert [fold(name) for name in ("Đồng Sơn", "TRẦN NGUYÊN HÃN", "Mỹ Độ")] == [
        "dong son",
        "tran nguyen han",
        "my do",
    ]


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(nfd(text)) == fold(text)


@given(phrases)
def test_folded_vietnamese_is_plain_ascii(text: str) -> None:
    assert fold(text).isascii()
    assert fold(text.upper()) == fold(text)


@pytest.mark.postgresql
@pytest.mark.django_db
def test_the_order_is_that_of_icu() -> None:
    chance = random.Random(125)
    signs = LETTERS + LETTERS.upper() + "0123456789   -,.()/"
    texts = list({"".join(chance.choices(signs, k=chance.randint(1, 4))) for _ in range(5000)})
    with connection.cursor() as cursor:
        cursor.execute('SELECT t FROM unnest(%s::text[]) t ORDER BY t COLLATE "vi-x-icu"', [texts])
        assert [text for (text,) in cursor.fetchall()] == sorted(texts, key=sort_key)
