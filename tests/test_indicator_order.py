"""The communes of an indicator: by kind and name until somebody asks for another order."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from tests import factories as f

pytestmark = pytest.mark.django_db
PAGE = "/ke-hoach/125-kh-ubnd/chi-tieu/LD01/"
NAMES = re.compile(r'href="/xa-phuong/([a-z-]+)/')


def communes(query: str) -> list[str]:
    """The communes of the table, from its head on."""
    html = Client().get(f"{PAGE}?ky=2018-Q3{query}").content.decode()
    table = html[html.index('id="xa-phuong"') :]
    return list(dict.fromkeys(NAMES.findall(table)))


def test_it_is_sorted_by_a_figure_on_request_and_missing_ones_come_last() -> None:
    with f.on("2018-10-02"):
        bob = f.reviewer()
        for slug, value in (("da-mai", 3), ("song-khe", 9), ("le-loi", 0)):
            place = f.commune(slug)
            f.accepted(place, by=f.officer(place), reviewer=bob, LD01=value)
        own, up, down = (communes(query) for query in ("", "&xep=trong-ky", "&xep=-trong-ky"))
        head = Client().get(f"{PAGE}?ky=2018-Q3&xep=-trong-ky").content.decode()
    assert own[:2] == ["dinh-ke", "da-mai"]
    assert own[-1] == "tan-tien"
    assert up[:3] == ["le-loi", "da-mai", "song-khe"]
    assert down[:3] == ["song-khe", "da-mai", "le-loi"]
    assert sorted(up) == sorted(down) == sorted(own)
    assert 'aria-sort="descending"' in head
    assert "Theo thứ tự chữ cái" in head
