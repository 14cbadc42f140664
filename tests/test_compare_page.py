"""Communes against the median, beside each other, and two moments: what is shown, and never a rank."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from communes.views import comparing
from tests import factories as f
from tests.documents import plan_125

pytestmark = pytest.mark.django_db
PAGE = "/ke-hoach/125-kh-ubnd/so-sanh/"


@pytest.fixture
def reported() -> None:
    """Two communes have an accepted report for 2018-Q3, one of them for 2018-Q2 too."""
    with f.on("2018-10-02"):
        bob, mai, khe = f.reviewer(), f.commune("da-mai"), f.commune("song-khe")
        f.accepted(mai, "2018-Q3", by=f.officer(mai), reviewer=bob, LD01=7, SK01=2)
        f.accepted(khe, "2018-Q3", by=f.officer(khe), reviewer=bob, LD01=4, SK01=9)
        f.accepted(mai, "2018-Q2", by=f.officer(mai), reviewer=bob, LD01=5, SK01=3)


def page(query: str = "", *, path: str = PAGE) -> str:
    with f.on("2018-10-02"), translation.override("vi"):
        response = Client().get(path + query)
    assert response.status_code == 200, query
    return str(response.content.decode())


def row(html: str, code: str) -> list[str]:
    """The words of a row of the table of indicators, cell by cell."""
    table = html[html.index('id="chi-tieu"') :]
    found = next(part for part in table.split("<tr>") if f">{code}</td>" in part)
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", found, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", cell).split()) for cell in cells]


@pytest.mark.usefixtures("reported")
def test_a_commune_stands_beside_the_median_of_those_with_figures() -> None:
    own = row(page("?xa=da-mai&ky=2018-Q3"), "LD01")
    assert own[1:] == ["LD01", "văn bản", "7", "5,5 (2/16)", "cao hơn trung vị"]


@pytest.mark.usefixtures("reported")
def test_small_numbers_are_ranges_and_the_median_is_computed_from_them() -> None:
    own = row(page("?xa=da-mai&ky=2018-Q3"), "SK01")
    assert own[3].startswith("dưới 5")
    assert own[4] == "5 - 6,5 (2/16)"
    assert own[5] == "thấp hơn trung vị"


@pytest.mark.usefixtures("reported")
def test_communes_stand_beside_each_other_in_the_order_asked_for() -> None:
    html = page("?xa=song-khe&xa=da-mai&ky=2018-Q3")
    assert row(html, "LD01")[3:5] == ["4", "7"]
    assert html.index("Xã Song Khê</a>") < html.index("Phường Đa Mai</a>")
    assert "MB01" not in html  # not published by commune


@pytest.mark.usefixtures("reported")
def test_two_periods_of_a_commune_stand_beside_each_other_with_the_difference() -> None:
    own = row(page("?xa=da-mai&ky=2018-Q3&voi=2018-Q2"), "LD01")
    assert own[3:] == ["7", "5", "+2"]


@pytest.mark.usefixtures("reported")
def test_two_days_say_what_was_known_then_and_now() -> None:
    html = page("?xa=da-mai&ky=2018-Q3&voi=2018-10-01")
    assert "tính đến hết ngày 01/10/2018" in html
    assert row(html, "LD01")[3:] == ["7", "○ (chưa có báo cáo được chấp nhận)", ""]


@pytest.mark.usefixtures("reported")
def test_a_day_that_was_typed_counts_although_the_form_offers_a_period_too() -> None:
    typed = page("?xa=da-mai&ky=2018-Q3&voi=2018-Q2&voi=01/10/2018")
    assert row(typed, "LD01") == row(page("?xa=da-mai&ky=2018-Q3&voi=2018-10-01"), "LD01")
    assert row(typed, "LD01") != row(page("?xa=da-mai&ky=2018-Q3&voi=2018-Q2"), "LD01")


@pytest.mark.usefixtures("reported")
def test_nobody_who_has_no_figures_is_shown_with_nothing_happened() -> None:
    html = page("?xa=le-loi&ky=2018-Q3")
    assert row(html, "LD01")[3] == "○ (chưa có báo cáo được chấp nhận)"
    assert "Chưa có số liệu" in html


@pytest.mark.usefixtures("reported")
def test_every_figure_leads_to_its_why_at_the_moment_shown() -> None:
    html = page("?xa=da-mai&ky=2018-Q3&khoang=nam")
    assert "/chi-tieu/LD01/cach-tinh/?ky=2018-Q3&amp;khoang=nam&amp;xa=da-mai" in html
    assert "/muc-tieu/MT1/cach-tinh/?ky=2018-Q3&amp;xa=da-mai" in html


@pytest.mark.usefixtures("reported")
def test_the_table_is_sorted_and_filtered_by_its_address() -> None:
    html = page("?xa=da-mai&ky=2018-Q3&xep=-so1&loc=tuyen+truyen")
    assert 'aria-sort="descending"' in html
    assert "LG11</td>" not in html
    assert html.index("TT02</td>") < html.index("TT01a</td>")
    assert "Không có chỉ tiêu nào" in page("?loc=khong-co-tu-nay")


def test_words_to_filter_by_are_read_to_a_length_that_is_said() -> None:
    f.plan_loaded()
    said = "Chỉ đọc 100 ký tự đầu"
    assert said in page(f"?loc={'a' * 101}")
    assert said not in page(f"?loc={'a' * 100}")


def test_without_a_question_the_city_is_shown_and_nothing_is_ranked() -> None:
    f.plan_loaded()
    html = page()
    assert "Toàn thành phố" in html
    assert "Không xếp hạng, không chấm điểm" in html


@pytest.mark.parametrize(
    ("key", "before"),
    [("2018-Q3", "2017-Q3"), ("2017-Q1", "2016-Q4"), ("2016-Q4", ""), ("2018", "2017"), ("2016", "")],
)
def test_beside_it_the_same_period_of_the_year_before_else_the_one_before(key: str, before: str) -> None:
    assert comparing._before(plan_125(), key) == before


def test_at_most_four_communes_are_shown_and_a_fifth_said_to_be_left_out() -> None:
    f.plan_loaded()
    five = "?" + "&".join(f"xa={slug}" for slug in ("da-mai", "le-loi", "my-do", "song-khe", "song-mai"))
    html = page(five)
    assert "Chỉ hiển thị 4 đơn vị đầu tiên" in html
    assert "so4" in html
    assert "so5" not in html


@pytest.mark.parametrize(
    "query", ["?xa=khong-co", "?ky=2031", "?voi=x", "?voi=2099-01-01", "?khoang=x", "?xa=%00", "?voi=%00"]
)
def test_nonsense_is_not_found(client: Client, query: str) -> None:
    with f.on("2018-10-02"):
        f.plan_loaded()
        answer: Any = client.get(PAGE + query)
    assert answer.status_code == 404


@pytest.mark.usefixtures("reported")
def test_the_page_costs_few_queries_whatever_it_compares(django_assert_max_num_queries: Any) -> None:
    queries = ("", "?xa=da-mai&xa=song-khe&ky=2018-Q3", "?xa=da-mai&ky=2018-Q3&voi=2018-10-01")
    for query in queries:
        page(query)
    with f.on("2018-10-02"), translation.override("vi"):
        for query in queries:
            with django_assert_max_num_queries(12):
                Client().get(PAGE + query)
