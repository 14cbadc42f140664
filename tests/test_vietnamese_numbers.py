"""Numbers as Vietnamese papers write them, in and out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from bg_portal.vietnamese import format_number, padded, parse_number

numbers = st.decimals(Decimal("-1e14"), Decimal("1e14"), places=3, allow_nan=False)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0", "0"), ("12", "12"), ("05", "5"), ("000", "0"), (" 12 ", "12"), ("-0", "0"), ("1234", "1234"),
        ("1.234", "1234"), ("1 234", "1234"), ("1\u00a0234\u202f567", "1234567"),
        ("1.234.567,5", "1234567.5"), ("1,5", "1.5"), ("0,5", "0.5"), ("1,50", "1.5"),
        ("1 234,5", "1234.5"), ("0,000001", "0.000001"), ("9" * 15, "9" * 15),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_meant(typed: str, number: str) -> None:
    assert parse_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", ",", "-", ".", "1.5", "1.23", "1.2345", "0.123", "01.234", "1.234.56", "1..234", ".5", ",5",
        "5,", "1,5.0", "1,234,5", "1.234 567", "1e309", "1e3", "NaN", "inf", "Infinity", "١٢", "１２", "²",
        "½", "1_000", "+5", "--5", "5-", "0x1f", "12 người", "=1+1", "1'000", "1" * 16, "0," + "1" * 7,
        "9" * 10_000, "\x00", "1\x002",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused_and_never_guessed(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^(Write|Separate|The number)"):
        parse_number(typed)


def test_a_number_below_zero_is_refused_unless_it_is_wanted() -> None:
    with pytest.raises(ValueError, match="below zero"):
        parse_number("-1,5")
    assert parse_number("-1,5", negative=True) == parse_number("\u22121,5", negative=True) == Decimal("-1.5")


def test_english_pages_change_the_signs() -> None:
    assert parse_number("1,234.5", language="en") == Decimal("1234.5")
    assert format_number(Decimal("1234.5"), language="en") == "1,234.5"
    with pytest.raises(ValueError, match="Separate"):
        parse_number("1,5", language="en")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0", "0"), ("-0.0", "0"), ("12", "12"), ("1234567.50", "1.234.567,5"), ("1E+5", "100.000"),
        ("-1234", "-1.234"), ("0.000001", "0,000001"), ("5.000", "5"),
    ],
)  # fmt: skip
def test_a_number_is_shown_with_points_and_a_comma(number: str, shown: str) -> None:
    assert format_number(Decimal(number)) == shown


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_not_shown(number: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        format_number(Decimal(number))


@given(numbers, st.sampled_from(["vi", "en"]))
def test_what_is_shown_is_read_back(number: Decimal, language: str) -> None:
    shown = format_number(number, language=language)
    assert parse_number(shown, language=language, negative=True) == number


@given(st.text(max_size=30))
def test_any_text_is_either_a_finite_number_or_refused(text: str) -> None:
    try:
        number = parse_number(text)
    except ValueError:
        return
    assert number.is_finite()
    assert number >= 0


def test_counts_below_ten_are_padded_and_zero_is_not() -> None:
    assert [padded(count) for count in (0, 1, 9, 10, 1234)] == ["0", "01", "09", "10", "1.234"]


@pytest.mark.parametrize(("language", "shown"), [("vi", "1.234,5 05 "), ("en", "1,234.5 5 ")])
def test_templates_write_numbers_in_the_language_of_the_page(language: str, shown: str) -> None:
    page = Template(
        "{% load vietnamese_numbers %}{{ a|number }} {{ b|padded }} {{ none|number }}{{ none|padded }}"
    )
    with translation.override(language):
        assert page.render(Context({"a": Decimal("1234.50"), "b": 5, "none": None})) == shown
