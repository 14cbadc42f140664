"""The objective in words and figures: home says it, its page shows each commune by each criterion."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from plans.overview import book_now
from tests import factories as f
from tests.page_cells import rows

pytestmark = pytest.mark.django_db
PAGE = "/ke-hoach/125-kh-ubnd/muc-tieu/MT1/"


def _one_accepted() -> None:
    place = f.commune()
    f.accepted(place, by=f.officer(place), reviewer=f.reviewer())


def test_one_commune_that_meets_every_criterion_is_counted_and_the_others_are_not_known(
    client: Client,
) -> None:
    """One of sixteen for certain; the fifteen without a report may make it up to sixteen."""
    with f.on("2018-10-02"):
        _one_accepted()
        page = client.get(PAGE, {"ky": "2018-Q3"}).content.decode()
    assert "1 - 16/16" in page
    assert "(6,3 - 100%)" in page
    assert "15</strong> chưa có số liệu" in page


def test_home_says_both_objectives(client: Client) -> None:
    """Each in one sentence with its standing, and the way to its computation."""
    with f.on("2018-10-02"):
        _one_accepted()
        page = client.get("/").content.decode()
    assert "Mục tiêu 1. Xã, phường lồng ghép và tổ chức thực hiện" in page
    assert "Mục tiêu 2. Xã, phường giữ tiêu chuẩn lành mạnh" in page
    assert "/muc-tieu/MT1/cach-tinh/" in page


def test_a_past_day_shows_what_was_known_then(client: Client) -> None:
    """What was accepted on 02/10 was not known on 01/10; the page says that it shows the past."""
    with f.on("2018-10-02"):
        _one_accepted()
        page = client.get(PAGE, {"ky": "2018-Q3", "ngay": "2018-10-01"}).content.decode()
    assert "0 - 16/16" in page
    assert "tính đến hết ngày 01/10/2018" in page
    assert 'href="/ke-hoach/125-kh-ubnd/?ngay=2018-10-01">Kế hoạch</a>' in page


def test_a_word_that_cannot_be_said_has_its_reason_in_every_row(client: Client) -> None:
    """At the top, in the year and in the quarter; of a commune it is said whether it meets the objective."""
    with f.on("2018-10-02"):
        _one_accepted()
        page = client.get(PAGE, {"ky": "2018-Q3"}).content.decode()
    assert page.count("15/16 xã, phường chưa có số liệu đầy đủ") == 2
    assert "16/16 xã, phường chưa có số liệu đầy đủ" in page
    cells = rows(page)
    assert (cells["Đa Mai"][0], cells["Đa Mai"][-1]) == ("Đạt", "Đáp ứng")
    assert cells["Song Khê"][-1] == "Chưa có số liệu"


@pytest.mark.parametrize(
    "asked", ["ky=2018-Q7", "ky=x", "ngay=2099-01-01", "ngay=hôm qua", "ky=2018-Q3&ngay=1"]
)
def test_a_nonsense_moment_is_answered_with_the_periods_there_are(client: Client, asked: str) -> None:
    """A 404 that helps."""
    answer = client.get(f"{PAGE}?{asked}")
    assert answer.status_code == 404
    assert "?ky=2018-Q3" in answer.content.decode()


@pytest.mark.parametrize("path", ["/", PAGE])
def test_the_pages_cost_few_queries(
    client: Client, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """Once a process has read the version; the first reading of a version costs five more."""
    with f.on("2018-10-02"):
        _one_accepted()
        client.get(path)
        with django_assert_max_num_queries(12):
            client.get(path)


def test_an_accepted_report_is_in_the_next_answer(client: Client) -> None:
    """What is remembered belongs to a version: no job and no waiting between acceptance and page."""
    with f.on("2018-10-02"):
        plan = f.plan_loaded()
        before = book_now(plan, public=True)[1]
        _one_accepted()
        assert book_now(plan, public=True)[1] > before
        assert "1 - 16/16" in client.get(PAGE, {"ky": "2018-Q3"}).content.decode()
