"""The page of a commune says how it stands to the objectives, and how far its year is, at a moment."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.test import Client

from tests import factories as f
from tests.decisions import assign, target
from tests.histories import Book
from tests.page_cells import rows, words

pytestmark = pytest.mark.django_db
PAGE = "/xa-phuong/da-mai/"


def got(client: Client, **asked: str) -> str:
    answer = client.get(PAGE, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def attended(**quarters: int) -> None:
    """How many heard of it in Đa Mai, by quarter such as q1_2018."""
    keys = {name: f"{name[3:]}-Q{name[1]}" for name in quarters}
    Book().write({("TT02", "da-mai", keys[name]): Decimal(n) for name, n in quarters.items()})


def row(html: str, code: str) -> list[str]:
    """Unit, four quarters, year to date, target, percent, comparison."""
    return next(cells for head, cells in rows(html).items() if head.endswith(f" {code}"))


def test_each_criterion_stands_with_its_state_and_reason(client: Client) -> None:
    place = f.commune()
    with f.on("2018-10-02"):
        f.accepted(place, by=f.officer(place), reviewer=f.reviewer())
        page = words(got(client, ky="2018-Q3"))
    assert "Mục tiêu 1. Xã, phường lồng ghép và tổ chức thực hiện Đáp ứng từ quý III/2018" in page
    assert re.search(r"Đạt Giảm nghèo: có văn bản Văn bản số \S+ ngày \S+ còn hiệu lực", page)
    assert "Đạt Giảm nghèo: có thực hiện Có tổ chức hoạt động trong quý III/2018" in page


def test_the_year_so_far_stands_beside_its_target_with_its_coverage(client: Client) -> None:
    with f.on("2018-10-02"):
        assign(target("da-mai", 200), by=f.reviewer())
        attended(q1_2018=60, q3_2018=90)
        cells = row(got(client, ky="2018-Q3"), "TT02")
    assert cells[1:5] == ["60", "○ (chưa có báo cáo được chấp nhận)", "90", ""]
    assert cells[5] == "≥ 150 (2/3)"
    assert cells[6] == "200"
    assert cells[7].startswith("≥ 75%")


def test_the_year_so_far_ends_with_the_period_that_is_shown(client: Client) -> None:
    with f.on("2018-10-02"):
        attended(q1_2018=60, q2_2018=5, q3_2018=90)
        assert row(got(client, ky="2018-Q2"), "TT02")[5] == "65 (2/2)"


def test_the_same_period_of_the_year_before_stands_beside_it(client: Client) -> None:
    with f.on("2018-10-02"):
        attended(q3_2017=60, q3_2018=90)
        assert row(got(client, ky="2018-Q3"), "TT02")[8] == "tăng 50% so với cùng kỳ năm 2017"


def test_what_was_accepted_later_is_not_on_the_page_of_an_earlier_day(client: Client) -> None:
    with f.on("2018-10-02"):
        attended(q3_2018=91)
    with f.on("2018-10-03"):
        page = got(client, ky="2018-Q3", ngay="2018-10-01")
        assert "tính đến hết ngày 01/10/2018" in page
        assert ">91<" not in page
        assert ">91<" in got(client, ky="2018-Q3")


def test_a_year_stands_for_its_last_quarter_or_for_the_present_one(client: Client) -> None:
    with f.on("2018-10-02"):
        assert "<strong>Quý III/2018</strong>" in got(client, nam="2018")
        assert "<strong>Quý IV/2017</strong>" in got(client, nam="2017")


def test_every_figure_leads_to_how_it_comes_about_and_its_quarter_to_the_report(client: Client) -> None:
    place = f.commune()
    with f.on("2018-10-02"):
        f.accepted(place, by=f.officer(place), reviewer=f.reviewer())
        html = got(client, ky="2018-Q3")
        (why,) = re.findall(r'href="([^"]+)">[^<]+</a> <small class="soft">\(1/3\)', html)[:1]
        assert client.get(why.replace("&amp;", "&")).status_code == 200
    assert re.search(r'<a href="/nguon/[^"]+">Quý III</a>', html)


@pytest.mark.parametrize("asked", [{"nam": "1999"}, {"ky": "2018-Q9"}, {"ngay": "2099-01-01"}])
def test_nonsense_is_not_found(client: Client, asked: dict[str, str]) -> None:
    assert client.get(PAGE, asked).status_code == 404


def test_restricted_indicators_are_not_on_it(client: Client) -> None:
    with f.on("2018-10-02"):
        Book().write({("MB01", "da-mai", "2018-Q3"): Decimal(7)})
        assert "MB01" not in got(client, ky="2018-Q3")


def test_a_revised_target_stands_with_the_one_that_was_decided_first(client: Client) -> None:
    """Both from the day of the revision on; of the day before only the one that stood then."""
    by = f.reviewer()
    with f.on("2018-10-02"):
        attended(q3_2018=90)
        assign(target("da-mai", 300), by=by)
    with f.on("2018-10-04"):
        assign(target("da-mai", 450, before=300), by=by, reason="Bổ sung kinh phí", number="40/QĐ-UBND")
        now = row(got(client, ky="2018-Q3"), "TT02")
        before = row(got(client, ky="2018-Q3", ngay="2018-10-03"), "TT02")
    assert now[6] == "450 giao ban đầu 300"
    assert before[6] == "300"
