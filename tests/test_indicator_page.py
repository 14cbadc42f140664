"""The page of an indicator says what the book says: the city over time, each commune, targets as decided."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.test import Client

from communes.actions.periods import close_period
from tests import factories as f
from tests.decisions import assign, target
from tests.histories import Book
from tests.page_cells import rows, words

pytestmark = pytest.mark.django_db
PAGE = "/ke-hoach/125-kh-ubnd/chi-tieu/{}/"


def said(client: Client, code: str, **asked: str) -> str:
    """The page's words, without markup."""
    answer = client.get(PAGE.format(code), asked)
    assert answer.status_code == 200
    return words(answer.content.decode())


def accepted(**figures: int) -> None:
    """One indicator of some communes in quý III/2018, by slug with _ for -."""
    Book().write({("LD01", slug.replace("_", "-"), "2018-Q3"): Decimal(n) for slug, n in figures.items()})


def test_a_total_with_gaps_says_at_least_and_of_how_many(client: Client) -> None:
    with f.on("2018-10-02"):
        accepted(da_mai=3, song_khe=4)
        page = said(client, "LD01", ky="2018-Q3")
    assert "≥ 7 (2/16)" in page


def test_zero_no_figures_and_nothing_accepted_are_told_apart(client: Client) -> None:
    """Đa Mai had none, Song Khê has reported but not this, of Mỹ Độ nothing is accepted."""
    with f.on("2018-10-02"):
        accepted(da_mai=0)
        Book().write({("LD03", "song-khe", "2018-Q3"): Decimal(1)})
        page = client.get(PAGE.format("LD01"), {"ky": "2018-Q3"}).content.decode()
    assert rows(page)["Đa Mai"][0] == "0"
    assert rows(page)["Song Khê"][0] == "[chưa nhập]"
    assert rows(page)["Mỹ Độ"][0] == "○ (chưa có báo cáo được chấp nhận)"


def test_nothing_is_said_to_lack_before_the_period_is_over(client: Client) -> None:
    with f.on("2018-09-30"):
        accepted(da_mai=3)
        page = client.get(PAGE.format("LD01"), {"ky": "2018-Q3"}).content.decode()
    assert rows(page)["Mỹ Độ"][0] == ""


def test_communes_stand_in_the_order_of_lists_and_never_by_value(client: Client) -> None:
    with f.on("2018-10-02"):
        accepted(da_mai=1, xuong_giang=99, song_khe=50)
        page = said(client, "LD01", ky="2018-Q3")
    places = [page.index(name) for name in ("Các phường", "Đa Mai", "Xương Giang", "Các xã", "Song Khê")]
    assert places == sorted(places)


def test_a_small_number_of_a_protected_indicator_is_below_five_and_its_total_a_range(client: Client) -> None:
    with f.on("2018-10-02"):
        Book().write({("TV02", "da-mai", "2018-Q3"): Decimal(3), ("TV02", "song-khe", "2018-Q3"): Decimal(9)})
        page = said(client, "TV02", ky="2018-Q3")
    assert "dưới 5" in page
    assert "≥ 10 (2/16)" in page


def test_a_revised_target_shows_what_was_first_decided_and_by_which_document(client: Client) -> None:
    with f.on("2018-10-02"):
        by = f.reviewer()
        assign(target("da-mai", 300), target("", 9000), by=by, number="12/QĐ-UBND")
        revised = (target("da-mai", 350, 300), target("", 9500, 9000))
        assign(*revised, by=by, number="40/QĐ-UBND", reason="Bổ sung kinh phí")
        page = said(client, "TT02", ky="2018-Q3")
    assert re.search(r"giao ban đầu 9.000 \(12/QĐ-UBND[^)]*\); nay là 9.500 \(40/QĐ-UBND", page)
    assert "350 giao ban đầu 300" in page
    assert "Bổ sung kinh phí" in page
    assert "1 đơn vị: 350" in page


def test_a_target_that_was_decided_later_is_not_on_the_page_of_an_earlier_day(client: Client) -> None:
    with f.on("2018-10-02"):
        assign(target("", 9000), by=f.reviewer())
        assert "9.000" in said(client, "TT02", ky="2018-Q3")
        assert "9.000" not in said(client, "TT02", ky="2018-Q3", ngay="2018-10-01")


def test_of_a_restricted_indicator_nothing_by_commune_or_quarter_is_said_and_why(client: Client) -> None:
    with f.on("2018-10-02"):
        Book().write({("MB01", "da-mai", "2018-Q3"): Decimal(7)})
        page = said(client, "MB01", ky="2018-Q3")
    assert "Không công bố theo xã, phường hoặc theo kỳ, để bảo vệ cá nhân" in page
    assert "Đa Mai" not in page
    assert "So với kế hoạch" not in page
    assert " 7 " not in page


def test_the_page_says_which_moment_it_shows_and_leads_back_to_now(client: Client) -> None:
    with f.on("2018-10-02"):
        page = client.get(PAGE.format("LD01"), {"ky": "2018-Q2", "ngay": "2018-10-01"}).content.decode()
    assert "tính đến hết ngày 01/10/2018" in page
    assert 'href="?ky=2018-Q2"' in page
    assert 'href="?ky=2018-Q1&amp;ngay=2018-10-01" rel="prev"' in page
    assert 'href="?ky=2018-Q3&amp;ngay=2018-10-01" rel="next"' in page


def test_no_period_that_has_not_begun_is_led_to(client: Client) -> None:
    with f.on("2018-10-02"):
        assert 'rel="next"' not in client.get(PAGE.format("LD01"), {"ky": "2018-Q4"}).content.decode()


@pytest.mark.parametrize("asked", ["ky=2018-Q7", "ngay=2099-01-01", "ky=2018-Q3&ngay=1"])
def test_a_nonsense_moment_is_answered_with_the_periods_there_are(client: Client, asked: str) -> None:
    answer = client.get(f"{PAGE.format('LD01')}?{asked}")
    assert answer.status_code == 404
    assert "?ky=2018-Q3" in answer.content.decode()


def test_it_reads_in_english(client: Client) -> None:
    with f.on("2018-10-02"):
        accepted(da_mai=3)
        page = client.get(f"/en{PAGE.format('LD01')}", {"ky": "2018-Q3"}).content.decode()
    assert "Directives issued" in page
    assert "Against the same period" in page


def test_of_a_stock_the_running_year_is_what_stands_at_the_periods_end(client: Client) -> None:
    with f.on("2018-10-02"):
        Book().write({("VD02", "da-mai", "2018-Q3"): Decimal(8)})
        page = client.get(PAGE.format("VD02"), {"ky": "2018-Q3"}).content.decode()
    assert rows(page)["Năm 2018, đến hết quý III/2018"][0] == "≥ 8 (1/16)"


def test_a_restricted_indicator_shows_the_citys_closed_year_alone(client: Client) -> None:
    bob = f.reviewer()
    with f.on("2019-01-20"):
        Book().write({("MB01", "da-mai", f"2018-Q{n}"): Decimal(7) for n in (1, 2, 3, 4)})
        for n in (1, 2, 3, 4):
            close_period(period=f.period(f"2018-Q{n}"), comment="Hết hạn nhận báo cáo.", by=bob)
        page = client.get(PAGE.format("MB01"), {"ky": "2018-Q4"}).content.decode()
    assert rows(page)["Năm 2018"] == ["28 (4/64)"]
    assert rows(page)["Năm 2017"] == ["chưa khóa các kỳ báo cáo"]


def test_of_what_makes_no_sum_over_communes_nothing_is_public(client: Client) -> None:
    with f.on("2018-10-02"):
        page = said(client, "DM02", ky="2018-Q3")
    assert "Không công bố số liệu nào" in page
    assert "Năm 2017" not in page


def test_the_running_year_stands_beside_the_same_months_of_the_year_before(client: Client) -> None:
    """Six months of 2018 against six of 2017; those of 2019 have other days and get no percentage."""
    months = ("2017-Q1", "2017-Q2", "2018-Q1", "2018-Q2", "2019-Q1", "2019-Q2")
    cells = {("LD01", "da-mai", key): Decimal(20 + 5 * number) for number, key in enumerate(months)}
    with f.on("2019-07-02"):
        Book().write(cells)
        page = said(client, "LD01", ky="2018-Q2")
        later = said(client, "LD01", ky="2019-Q2")
    assert "Năm 2018, đến hết quý II/2018 ≥ 65 (1/16) tăng 44,4% so với cùng kỳ năm 2017" in page
    assert "85 (165 ngày), cùng kỳ 65 (181 ngày)" in later
