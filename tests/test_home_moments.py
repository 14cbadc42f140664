"""Home at any moment: both objectives, what changed since the period before, how many had reported."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from communes.models import User
from tests import factories as f
from tests.page_cells import words

pytestmark = pytest.mark.django_db


def got(client: Client, at: str = "/", **asked: str) -> str:
    answer = client.get(at, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def _two_periods(by: User, reviewer: User) -> None:
    """Đa Mai meets the objective in the third quarter and was not known in the second."""
    f.accepted(f.commune(), "2018-Q3", by=by, reviewer=reviewer)


def test_a_conclusion_says_through_which_communes_it_moved(client: Client) -> None:
    with f.on("2018-10-02"):
        _two_periods(f.officer(), f.reviewer())
        page = words(got(client, ky="2018-Q3"))
    assert re.search(r"So với quý II/2018 \([^)]*\) : Chưa có số liệu → Đáp ứng \(1\): phường Đa Mai", page)


def test_where_nobody_moved_it_says_so(client: Client) -> None:
    with f.on("2018-10-02"):
        _two_periods(f.officer(), f.reviewer())
        assert "không đơn vị nào thay đổi" in words(got(client, ky="2018-Q2"))


def test_a_period_asked_for_is_the_one_that_is_said(client: Client) -> None:
    with f.on("2018-10-02"):
        page = words(got(client, ky="2018-Q2"))
    assert "Quý II/2018 (chốt số liệu ngày 30/06/2018)" in page
    assert "có báo cáo quý II/2018" in page
    assert "Kỳ trước: quý I/2018" in page


def test_a_past_day_shows_what_was_known_then_and_leads_back(client: Client) -> None:
    with f.on("2018-10-02"):
        _two_periods(f.officer(), f.reviewer())
    with f.on("2018-10-03"):
        html = got(client, ky="2018-Q3", ngay="2018-10-01")
        assert "tính đến hết ngày 01/10/2018" in html
        assert 'href="?ky=2018-Q3"' in html
        assert "1 - 16/16" not in html
        assert "1 - 16/16" in got(client, ky="2018-Q3")


def test_the_first_period_has_none_before_it(client: Client) -> None:
    with f.on("2018-10-02"):
        assert "So với" not in words(got(client, ky="2016-Q4"))


@pytest.mark.parametrize("asked", ["ky=2018-Q7", "ky=x", "ngay=2099-01-01", "ngay=hôm qua"])
def test_a_nonsense_moment_is_answered_with_the_periods_there_are(client: Client, asked: str) -> None:
    answer = client.get(f"/?{asked}")
    assert answer.status_code == 404
    assert "?ky=2018-Q3" in answer.content.decode()


def test_before_the_first_period_communes_are_named_in_the_language_of_the_page(client: Client) -> None:
    f.plan_loaded()
    with f.on("2016-10-01"):
        tiles = re.findall(r'<span class="tile__name">(.*?)</span>\s', got(client, at="/en/"))
        own = re.findall(r'<span class="tile__name">(.*?)</span>\s', got(client))
    assert "Da Mai Ward" in tiles
    assert "Đa Mai" in own


def test_each_part_of_the_page_can_be_led_to_by_a_name_of_its_own(client: Client) -> None:
    with f.on("2018-10-02"):
        _two_periods(f.officer(), f.reviewer())
        ids = re.findall(r'\sid="([^"]+)"', got(client, ky="2018-Q3"))
    assert sorted(set(ids)) == sorted(ids)
