"""A table sorted and filtered by links: both ways, nothing known last, the rest of the address kept."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from bg_portal.sorting import Column, Order, order_asked

COLUMNS = {"ten": Column("Tên"), "so": Column("Số", number=True)}
ROWS = [("đông", 3), ("an", None), ("bắc", 10), ("cam", 3)]
KEYS = {"ten": lambda row: row[0], "so": lambda row: row[1]}


def asked(query: str) -> Order:
    return order_asked(QueryDict(query), COLUMNS)


def names(query: str) -> list[str]:
    return [name for name, _number in asked(query).arranged(ROWS, KEYS)]


def test_a_table_keeps_its_own_order_until_somebody_asks() -> None:
    assert names("") == names("xep=khong-co") == names("xep=%00") == ["đông", "an", "bắc", "cam"]


def test_it_is_sorted_by_a_column_and_what_has_no_value_comes_last_both_ways() -> None:
    assert names("xep=so") == ["đông", "cam", "bắc", "an"]
    assert names("xep=-so") == ["bắc", "đông", "cam", "an"]


def test_a_head_leads_to_its_order_and_turns_it_around() -> None:
    name, number = asked("ky=2018-Q3&trang=4&xep=so").heads
    assert (name.href, name.direction) == ("?ky=2018-Q3&xep=ten", "")
    assert (number.href, number.direction) == ("?ky=2018-Q3&xep=-so", "ascending")
    assert asked("xep=-so").heads[1].direction == "descending"
    assert asked("xep=-so").heads[1].href == "?xep=so"


def test_the_way_back_is_offered_where_it_is_sorted() -> None:
    assert asked("ky=2018&xep=ten").undone == "?ky=2018"
    assert asked("ky=2018").undone == ""


@pytest.mark.parametrize(
    ("words", "kept"), [("", 4), ("đông", 1), ("DONG", 1), ("a", 3), ("a b", 1), ("\u202e\x00", 4)]
)
def test_rows_stay_that_hold_every_word_without_accents(words: str, kept: int) -> None:
    order = order_asked(_query(loc=words), COLUMNS)
    assert len(order.kept(ROWS, lambda row: row[0])) == kept


def _query(**fields: str) -> QueryDict:
    query = QueryDict(mutable=True)
    query.update(fields)
    return query
