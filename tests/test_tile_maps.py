"""Tile maps: who meets an objective or a criterion, amounts in words, and the periods beside them."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.template import Context, Template
from django.test import Client

from bg_portal.pieces import Tile
from tests import factories as f

pytestmark = pytest.mark.django_db
PLAN = "/ke-hoach/125-kh-ubnd/"
OBJECTIVE = f"{PLAN}muc-tieu/MT1/?ky=2018-Q3"


def page(address: str, status: int = 200) -> str:
    with f.on("2018-10-02"):
        answer = Client().get(address)
    assert answer.status_code == status
    return unescape(" ".join(answer.content.decode().split()))


def accepted(people: int = 180) -> None:
    with f.on("2018-10-02"):
        place = f.commune()
        f.accepted(place, by=f.officer(place), reviewer=f.reviewer(), TT02=people)


def tile(html: str, name: str) -> str:
    """The tile of a commune."""
    tiles: list[str] = re.findall(r'<li class="row-.*?</li>', html)
    return next(one for one in tiles if f"</span>{name}</span>" in one)


def word(html: str, name: str) -> str:
    return re.sub(r"<[^>]+>", "", tile(html, name).split("tile__state", 1)[1]).lstrip('">').strip()


def test_the_map_of_an_objective_says_who_meets_it() -> None:
    accepted()
    html = page(OBJECTIVE)
    assert ">Đơn vị đáp ứng mục tiêu 1, quý III/2018</h2>" in html
    assert word(html, "Đa Mai") == "Đáp ứng"
    assert "tile--met" in tile(html, "Đa Mai")
    assert word(html, "Song Khê") == "Chưa có số liệu"
    assert "tile--none" in tile(html, "Song Khê")


def test_the_map_of_a_criterion_is_a_link_away_and_says_which() -> None:
    accepted()
    assert 'href="?ky=2018-Q3&ban-do=LG12#ban-do"' in page(OBJECTIVE)
    html = page(f"{OBJECTIVE}&ban-do=LG12")
    assert re.search(r">Đơn vị đạt tiêu chí “[^”]+”, quý III/2018</h2>", html)
    assert word(html, "Đa Mai") == "Đạt"


def test_the_periods_beside_it_keep_what_the_map_shows() -> None:
    html = page(f"{PLAN}muc-tieu/MT1/?ky=2018-Q2&ban-do=LG12")
    assert 'href="?ky=2018-Q1&ban-do=LG12#ban-do" rel="prev"' in html
    assert 'href="?ky=2018-Q3&ban-do=LG12#ban-do" rel="next"' in html


def test_what_is_no_criterion_has_no_map() -> None:
    page(f"{OBJECTIVE}&ban-do=TT02", 404)
    page(f"{OBJECTIVE}&ban-do=%00", 404)
    page("/?ban-do=MT9", 404)


def test_home_shows_the_first_objective_and_leads_to_the_others() -> None:
    accepted()
    assert "Đơn vị đáp ứng mục tiêu 1" in page("/")
    html = page("/?ban-do=MT2")
    assert "Đơn vị đáp ứng mục tiêu 2" in html
    assert 'href="?ban-do=MT2#ban-do" aria-current="true"' in html
    assert f'href="{PLAN}muc-tieu/MT2/?ky=' in html


def test_the_map_of_an_indicator_says_amounts_in_words_and_shades_nothing() -> None:
    accepted(214)
    html = page(f"{PLAN}chi-tieu/TT02/?ky=2018-Q3")
    assert word(html, "Đa Mai") == "214 lượt người"
    assert "tile--plain" in tile(html, "Đa Mai")
    assert "tile--none" in tile(html, "Song Khê")


def test_a_yes_or_no_has_a_shape_beside_its_word() -> None:
    accepted()
    html = page(f"{PLAN}chi-tieu/LG12/?ky=2018-Q3")
    assert "Đơn vị trả lời “Có”" in html
    assert word(html, "Đa Mai") == "Có"
    assert 'href="#m-full"' in tile(html, "Đa Mai")


def test_a_place_without_a_tile_comes_in_the_list_below() -> None:
    places = [
        Tile("Đa Mai", "phường", 2, 1, "met", "Đạt", "/a/"),
        Tile("Bình Đẳng", "xã", 0, 0, "unmet", "Chưa"),
    ]
    code = "{% load components %}{% tiles places=places label='a' %}"
    html = Template(code).render(Context({"places": places}))
    grid, below = html.split("</ul>", 1)
    assert "Đa Mai" in grid
    assert "Bình Đẳng" not in grid
    assert "Bình Đẳng" in below
    assert 'href="#m-unmet"' in below
