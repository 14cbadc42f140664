"""The Atom feed: its structure, ids that stay, addresses that work anywhere, the language of each entry."""

from __future__ import annotations

import re
from datetime import datetime
from xml.etree import ElementTree

import pytest
from django.test import Client

from communes.models import User
from plans.actions.news import publish_announcement, save_announcement
from tests import factories as f
from tests import news

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HERE = "https://portal.example.vn"


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def feed(language: str = "") -> ElementTree.Element:
    answer = Client().get(f"{language}/tin-tuc/atom.xml")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def one(element: ElementTree.Element, name: str) -> str:
    """The text of the only child of that name."""
    (found,) = element.findall(ATOM + name)
    assert found.text
    return found.text


def link(element: ElementTree.Element, rel: str) -> str:
    (found,) = [each for each in element.findall(f"{ATOM}link") if each.get("rel") == rel]
    return found.get("href", "")


def entries(root: ElementTree.Element) -> list[ElementTree.Element]:
    return root.findall(f"{ATOM}entry")


def is_moment(text: str) -> bool:
    """A moment as RFC 3339 writes it, with its zone."""
    return datetime.fromisoformat(text).tzinfo is not None and "T" in text


def test_the_feed_has_what_the_format_demands(bob: User) -> None:
    with f.on("2018-10-02"):
        news.published(bob, title_vi="Tin <b>một</b> & hai")
        root = feed()
    assert root.tag == f"{ATOM}feed"
    assert root.get(LANG) == "vi"
    assert one(root, "title")
    assert is_moment(one(root, "updated"))
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one(root, "id"))
    assert root.findall(f"{ATOM}author/{ATOM}name")
    assert link(root, "self") == f"{HERE}/tin-tuc/atom.xml"
    assert link(root, "alternate") == f"{HERE}/tin-tuc/"
    (entry,) = entries(root)
    assert one(entry, "title") == "Tin <b>một</b> & hai"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one(entry, "id"))
    assert is_moment(one(entry, "published"))
    assert is_moment(one(entry, "updated"))
    (summary,) = entry.findall(f"{ATOM}summary")
    assert summary.get("type") == "html"
    assert Client().get(link(entry, "alternate").removeprefix(HERE)).status_code == 200


def test_an_empty_feed_is_one_too() -> None:
    root = feed()
    assert entries(root) == []
    assert is_moment(one(root, "updated"))


def test_a_change_keeps_the_id_and_moves_the_update(bob: User) -> None:
    with f.on("2018-10-02"):
        shown = news.published(bob)
        (before,) = entries(feed())
    with f.on("2018-10-05"):
        save_announcement(announcement=shown, content=news.content(title_vi="Mới"), based_on=1, by=bob)
        publish_announcement(announcement=shown, number=2, by=bob)
        (after,) = entries(feed())
    assert one(before, "id") == one(after, "id")
    assert one(before, "published") == one(after, "published")
    assert one(before, "updated") < one(after, "updated")


def test_each_language_has_its_feed_and_a_text_without_english_says_so(bob: User) -> None:
    with f.on("2018-10-02"):
        news.published(bob)
        news.published(bob, title_vi="Chỉ tiếng Việt", title_en="", summary_en="", body_en="")
        root, vietnamese = feed("/en"), feed()
    assert root.get(LANG) == "en"
    assert link(root, "self") == f"{HERE}/en/tin-tuc/atom.xml"
    only, both = entries(root)
    assert (one(only, "title"), only.get(LANG)) == ("Chỉ tiếng Việt", "vi")
    assert (one(both, "title"), both.get(LANG)) == ("Results of the communication drive", None)
    ids = {one(each, "id") for each in [*entries(root), *entries(vietnamese)]}
    assert len(ids) == 4


def test_the_page_declares_the_language_of_what_is_not_in_its_own(bob: User) -> None:
    with f.on("2018-10-02"):
        shown = news.published(bob, title_en="", summary_en="", body_en="", source_en="")
        page = Client().get(f"/en/tin-tuc/2018/{shown.slug}/").content.decode()
    assert '<h1 lang="vi">Kết quả đợt tuyên truyền</h1>' in page
    assert '<div class="stack" lang="vi">' in page
    assert "02/10/2018" in page
    assert "UBND thành phố" in page
