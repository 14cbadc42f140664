"""The site map names exactly the public pages: all that can be reached by links, and no other."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client

from tests import factories as f
from tests.stage import Stage

pytestmark = pytest.mark.django_db
SPACE = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
NOT_LISTED = re.compile(
    r"^(/en)?/(dang-nhap|quen-mat-khau|huu-ich|nguon|static|lam-viec|y-kien/viet|y-kien/cua-toi)/"
    r"|\.(csv|xml)$|/(anh|tai-khoan)/"
)
"""Forms, files, and pages about a single report."""


def listed() -> dict[str, list[str]]:
    """Each address of the map, with its language versions."""
    answer = Client().get("/sitemap.xml")
    assert answer["Content-Type"] == "application/xml"
    root = ET.fromstring(answer.content)
    found = {}
    for row in root.findall("map:url", SPACE):
        place = row.findtext("map:loc", "", SPACE)
        assert place.startswith(f"{settings.PORTAL_URL}/")
        others = [link.get("href", "") for link in row.findall("xhtml:link", SPACE)]
        found[path(place)] = [path(other) for other in others]
    return found


def path(address: str) -> str:
    return urlsplit(address).path


def reached(start: str) -> set[str]:
    """Every page of the same language that links lead to, signed out; what is asked with "?" is left out."""
    client, seen, waiting = Client(), set(), {start}
    while waiting:
        here = waiting.pop()
        seen.add(here)
        answer = client.get(here)
        assert answer.status_code == 200, here
        for link in re.findall(r'<a [^>]*href="(/[^"?#]*)', answer.content.decode()):
            same = link.startswith("/en/") == start.startswith("/en/")
            if same and link not in seen and not NOT_LISTED.search(link):
                waiting.add(link)
    return seen


@pytest.mark.parametrize("start", ["/", "/en/"])
def test_it_lists_what_can_be_reached_and_nothing_else(stage: Stage, start: str) -> None:
    of_language = {place for place in listed() if place.startswith("/en/") == (start == "/en/")}
    assert of_language ^ reached(start) == set()


def test_every_page_names_both_its_languages(stage: Stage) -> None:
    pages = listed()
    for place, others in pages.items():
        assert place in others
        assert len(others) == 2
        assert set(others) <= pages.keys()


def test_robots_are_led_to_the_map_and_kept_out_of_forms() -> None:
    text = Client().get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.PORTAL_URL}/sitemap.xml" in text
    for closed in (
        "/lam-viec/",
        "/quan-tri/",
        "/dang-nhap/",
        "/huu-ich/",
        "/y-kien/viet/",
        "/y-kien/cua-toi/",
        "/en/lam-viec/",
    ):
        assert f"Disallow: {closed}\n" in text


def test_indicators_stand_under_their_name_and_not_under_their_number() -> None:
    f.plan_loaded()
    page = Client().get("/so-do/").content.decode()
    heads = re.findall(r"<h2[^>]*>([^<]*)</h2>", page)
    assert "Chỉ tiêu thống kê" in heads
    assert "Số chỉ tiêu" not in heads
