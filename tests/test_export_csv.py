"""A file of values opens in Excel as it was meant, and nothing in it is calculated."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bg_portal.export.csv_file import written
from bg_portal.export.table import Table, Value


def read(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written(table).decode("utf-8-sig"), newline="")))


def one(value: Value) -> str:
    """The cell of a value."""
    return read(Table(("head",), ((value,),)))[1][0]


def test_it_begins_with_the_mark_that_excel_looks_for() -> None:
    assert written(Table(("tên",), ())) == "\ufefftên\r\n".encode()


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (Decimal(0), "0"),
        (Decimal("3.000"), "3"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-2.50"), "-2.5"),
        (7, "7"),
        (True, "yes"),
        (False, "no"),
        (date(2018, 10, 5), "2018-10-05"),
        ("Đa Mai, phường", "Đa Mai, phường"),
        ('Kế hoạch "12"', 'Kế hoạch "12"'),
        ("hai\ndòng", "hai\ndòng"),
    ],
)
def test_values_are_written_as_every_language_reads_them(value: Value, cell: str) -> None:
    assert one(value) == cell


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_text_that_a_spreadsheet_would_calculate_stays_a_text(sign: str) -> None:
    assert one(f"{sign}1+1") == f"'{sign}1+1"


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_every_text_comes_back_but_for_its_guard(rows: list[list[str]]) -> None:
    texts = [[cell.replace("\x00", "") for cell in row] for row in rows]
    found = read(Table(("a", "b"), tuple(texts)))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in texts
    ]


def test_a_row_that_is_not_as_wide_as_its_heads_is_no_table() -> None:
    with pytest.raises(ValueError, match="1 cells under 2 heads"):
        Table(("a", "b"), (("x",),))
