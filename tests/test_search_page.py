"""The page of the search: grouped, marked, helpful where nothing is found, unmoved by nonsense."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation
from pytest_django.fixtures import DjangoAssertNumQueries

from bg_portal.search import question
from communes.queries.searching import search
from tests import factories as f
from tests.hostile import VALUES

pytestmark = pytest.mark.django_db
PAGE = "/tim-kiem/"


def page(client: Client, typed: str, path: str = PAGE) -> str:
    with f.on("2018-10-02"), translation.override("vi"):  # a page in English leaves its language behind
        f.plan_loaded()
        response = client.get(path, {"q": typed})
    assert response.status_code == 200
    return str(response.content.decode())


def test_a_commune_is_found_without_accents_and_marked(client: Client) -> None:
    html = page(client, "da mai")
    assert 'href="/xa-phuong/da-mai/"' in html
    assert "<mark>Đa</mark> <mark>Mai</mark>" in html


def test_an_indicator_is_found_by_its_code_an_objective_by_what_it_says(client: Client) -> None:
    assert "<mark>LG11</mark>" in page(client, "lg11")
    assert 'href="/ke-hoach/125-kh-ubnd/muc-tieu/MT1/"' in page(client, "an sinh xa hoi")


def test_the_english_page_searches_english_names(client: Client) -> None:
    html = page(client, "da mai ward", "/en/tim-kiem/")
    assert 'href="/en/xa-phuong/da-mai/"' in html
    assert "<mark>Ward</mark>" in html


def test_a_commune_that_does_not_stand_yet_is_not_found(client: Client) -> None:
    """Those that came in 2025 are not in the portal of 2018."""
    assert page(client, "bac giang").count('href="/xa-phuong/bac-giang') == 0


def test_nothing_found_says_so_and_offers_a_way_on(client: Client) -> None:
    html = page(client, "tuyen truyenn")
    assert "Không tìm thấy nội dung nào" in html
    assert "?q=tuy%C3%AAn+truy%E1%BB%81n" in html


@pytest.mark.parametrize("path", ["/", "/xa-phuong/", PAGE])
def test_the_box_is_on_every_public_page_and_asks_without_a_token(client: Client, path: str) -> None:
    html = page(client, "", path)
    assert '<form class="search" method="get" action="/tim-kiem/"' in html
    assert "csrfmiddlewaretoken" not in html


@pytest.mark.parametrize("typed", [*VALUES.values(), "x" * 10_000_000], ids=[*VALUES, "ten megabytes"])
def test_nothing_typed_is_a_failure_or_comes_back_unwritten(client: Client, typed: str) -> None:
    html = page(client, typed)
    assert len(html) < 60_000
    assert "<script>alert" not in html
    assert not {"\x00", "\x1b", "\u202e"} & set(html)


def test_the_search_itself_asks_the_database_five_times_at_most(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    f.plan_loaded()
    with f.on("2018-10-02"), django_assert_max_num_queries(5):
        assert search(question("da mai")).total
