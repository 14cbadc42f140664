"""Reading a pasted table: communes found however they are written, every slip named by row and column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bg_portal.vietnamese import format_number
from plans.pasting import Pasted, read_table
from tests.decisions import pasted
from tests.documents import plan_125


@dataclass(frozen=True)
class Spot:
    code: str
    name_vi: str
    name_en: str
    valid_from: date


DOCUMENT = plan_125()
FIRST_DAYS = {part.commune: part.commune_valid_from for part in DOCUMENT.participation}
CODES = sorted(FIRST_DAYS)
NAMES = ("Đa Mai", "Dĩnh Kế", "Lê Lợi", "Song Khê")
PLACES = [
    Spot(code, name, f"{name} Ward", FIRST_DAYS[code]) for code, name in zip(CODES, NAMES, strict=False)
]


def table(*rows: tuple[str, ...], language: str = "vi") -> Pasted:
    return read_table(pasted(rows), document=DOCUMENT, places=PLACES, year=2018, language=language)


def cells(read: Pasted) -> set[tuple[str, str, Decimal | None]]:
    return {(row.indicator, row.commune, row.value) for row in read.targets}


@pytest.mark.parametrize(
    "name",
    [
        "Đa Mai",
        "da mai",
        "ĐA MAI",
        "Phường Đa Mai",
        "P. Đa Mai",
        "UBND phường Đa Mai",
        " Đa  Mai ",
        "Đa Mai Ward",
        CODES[0],
        CODES[0].lstrip("0"),
    ],
)
def test_a_commune_is_found_however_it_is_written(name: str) -> None:
    read = table(("Đơn vị", "TT02"), (name, "600"))
    assert read.faults == ()
    assert cells(read) == {("TT02", CODES[0], Decimal(600))}


def test_a_whole_sheet_with_numbering_headings_total_and_city_is_read() -> None:
    read = table(
        ("STT", "Đơn vị", "TT02 Lượt người dự", "tt10"),
        ("I", "Các phường", "", ""),
        ("1", "Đa Mai", "1.200", "48"),
        ("2", "Lê Lợi", "800", ""),
        ("", "", "", ""),
        ("", "Tổng cộng", "2.000", "48"),
        ("", "Toàn thành phố", "2.100", ""),
    )
    assert read.faults == ()
    assert cells(read) == {
        ("TT02", CODES[0], Decimal(1200)),
        ("TT10", CODES[0], Decimal(48)),
        ("TT02", CODES[2], Decimal(800)),
        ("TT02", "", Decimal(2100)),
    }


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ((("x", "TT02"), ("Nơi khác", "1")), [(2, 1)]),
        ((("x", "TT99"), ("Đa Mai", "1")), [(1, 2)]),
        ((("x", "LG12"), ("Đa Mai", "1")), [(1, 2)]),
        ((("x", "TT02", "TT02"), ("Đa Mai", "1", "2")), [(1, 3)]),
        ((("x", "TT02"), ("Đa Mai", "một")), [(2, 2)]),
        ((("x", "TT02"), ("Đa Mai", "1,5")), [(2, 2)]),
        ((("x", "TT02"), ("Đa Mai", "-5")), [(2, 2)]),
        ((("x", "TT02"), ("Đa Mai", "1e309")), [(2, 2)]),
        ((("x", "TT02"), ("Đa Mai", "1"), ("da mai", "2")), [(3, 2)]),
        ((("x", "TT02"), ("Đa Mai", "1", "7")), [(2, 3)]),
        ((("x", "TT02"), ("Đa Mai", "1"), ("Cộng", "2")), [(3, 2)]),
        ((("x", "TT02"), ("Đa Mai", "một"), ("Cộng", "2")), [(2, 2)]),
        ((("x", "TT02"), ("Nơi khác", "2"), ("Cộng", "2")), [(2, 1)]),
        ((("x", "TT02", "KT02"), ("Đa Mai", "một", "3"), ("Cộng", "2", "4")), [(2, 2), (3, 3)]),
        ((("x", "TT02"), ("", "5")), [(2, 1)]),
        ((("x", "TT02"), ("Đa Mai", "")), [(1, 1)]),
        ((("x",), ("Đa Mai", "1")), [(1, 2)]),
        ((("x", "TT02"), ("Đa Mai", "a\u202eb"), ("Xa", "?")), [(2, 2), (3, 1)]),
        ((), [(1, 1)]),
    ],
)
def test_every_slip_is_named_by_row_and_column(
    rows: tuple[tuple[str, ...], ...], places: list[tuple[int, int]]
) -> None:
    assert [(fault.row, fault.column) for fault in table(*rows).faults] == places


def test_two_communes_of_one_name_are_told_apart_by_their_codes() -> None:
    twins = [*PLACES, Spot("99999", "Đà Mái", "Da Mai", date(2013, 12, 31))]
    text = pasted((("x", "TT02"), ("Đa Mai", "1"), (CODES[0], "2")))
    read = read_table(text, document=DOCUMENT, places=twins, year=2018, language="vi")
    assert [(fault.row, fault.column) for fault in read.faults] == [(2, 1)]
    assert cells(read) == {("TT02", CODES[0], Decimal(2))}


@pytest.mark.parametrize(("language", "said"), [("vi", "1.700"), ("en", "1,700")])
def test_a_sum_that_does_not_agree_is_answered_as_the_page_writes_numbers(language: str, said: str) -> None:
    rows = (("x", "TT02"), ("Đa Mai", "900"), ("Lê Lợi", "800"), ("Tổng cộng", "5"))
    assert table(*rows, language=language).faults[0].params == {"sum": said}


def test_english_pages_read_numbers_the_english_way() -> None:
    assert cells(table(("x", "TT02"), ("Đa Mai", "1,200"), language="en")) == {
        ("TT02", CODES[0], Decimal(1200))
    }


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(0, 10**9), min_size=1))
def test_what_a_grid_shows_is_read_back_as_it_is(values: dict[str, int]) -> None:
    rows = [("Đơn vị", "TT02"), *((name, format_number(value)) for name, value in values.items())]
    read = table(*rows, ("Tổng cộng", format_number(sum(values.values()))))
    assert read.faults == ()
    codes = dict(zip(NAMES, CODES, strict=False))
    assert cells(read) == {("TT02", codes[name], Decimal(value)) for name, value in values.items()}


@given(st.text(max_size=200))
def test_any_text_is_a_table_or_is_refused_with_a_place(text: str) -> None:
    read = read_table(text, document=DOCUMENT, places=PLACES, year=2018, language="vi")
    assert read.targets or read.faults
    assert all(fault.row >= 1 and fault.column >= 1 for fault in read.faults)
