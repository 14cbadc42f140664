"""Pages of a measure and of a period show each indicator as the book has it, and what is not there."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.test import Client

from plans.actions.storing import store_document
from plans.indicators import indicator_result
from plans.models import Plan
from plans.overview import book_now
from plans.presenting.figures import figure_said
from plans.queries import plan_document
from tests import factories as f
from tests.decisions import assign, target
from tests.histories import Book
from tests.page_cells import rows, words

pytestmark = pytest.mark.django_db
PLAN = "/ke-hoach/125-kh-ubnd"
HEADS = [
    "Thực hiện trong kỳ",
    "Lũy kế từ đầu năm",
    "Kế hoạch năm",
    "So với kế hoạch (%)",
    "So với cùng kỳ",
]


def got(client: Client, path: str, **asked: str) -> str:
    answer = client.get(f"{PLAN}/{path}", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def _reported() -> None:
    """Two quarters of two communes, with a target."""
    assign(target("", 400), by=f.reviewer())
    answers = {"TT00": 1, "TT01a": 2, "TT01b": 0, "TT01c": 3, "TT03": 7, "TV01": 0, "TV02": 3}
    heard = {("da-mai", "2018-Q2"): 60, ("da-mai", "2018-Q3"): 60, ("song-khe", "2018-Q3"): 40}
    outcomes = {(code, *place): Decimal(value) for place in heard for code, value in answers.items()}
    Book().write(outcomes | {("TT02", *place): Decimal(value) for place, value in heard.items()})


@pytest.mark.parametrize("path", ["nhiem-vu/3/?ky=2018-Q3", "ky/2018-Q3/"])
def test_each_row_says_what_the_book_says(client: Client, path: str) -> None:
    with f.on("2018-10-02"):
        _reported()
        html = got(client, path)
        book = book_now(f.plan_loaded(), public=True)[0]
    shown = rows(html)
    for indicator in book.document.indicators_of(3):
        found = indicator_result(book, indicator.code, "2018-Q3")
        cells = shown[f"{indicator.name_vi} {indicator.code}"]
        said = figure_said(found.quarter)
        assert cells[1].startswith(words(f"{said.text} ({said.coverage})")), indicator.code
        if found.year:
            year = figure_said(found.year)
            assert cells[2].startswith(words(f"{year.text} ({year.coverage})")), indicator.code


def test_the_table_has_the_five_heads_that_officials_know(client: Client) -> None:
    with f.on("2018-10-02"):
        assert rows(got(client, "nhiem-vu/1/"))["Chỉ tiêu"][1:] == HEADS


def test_against_the_plan_stands_all_that_the_year_so_far_can_be(client: Client) -> None:
    """60 + 60 + 40 of 400, with fourteen communes missing."""
    with f.on("2018-10-02"):
        _reported()
        cells = rows(got(client, "nhiem-vu/3/", ky="2018-Q3"))["Số lượt người dự tuyên truyền trực tiếp TT02"]
    assert cells[3] == "400"
    assert cells[4].startswith("≥ 40%")


def test_every_figure_leads_to_how_it_is_worked_out(client: Client) -> None:
    with f.on("2018-10-02"):
        _reported()
        html = got(client, "nhiem-vu/3/", ky="2018-Q3")
    why = f"{PLAN}/chi-tieu/TT02/cach-tinh/?ky=2018-Q3"
    assert f'href="{why}"' in html
    assert f'href="{why}&amp;khoang=nam"' in html
    assert client.get(f"{why}&khoang=nam").status_code == 200


def test_a_restricted_indicator_says_only_that_it_is_not_published(client: Client) -> None:
    with f.on("2018-10-02"):
        Book().write({("MB01", "da-mai", "2018-Q3"): Decimal(7)})
        shown = rows(got(client, "nhiem-vu/8/", ky="2018-Q3"))
    cells = next(cells for head, cells in shown.items() if head.endswith("MB01"))
    assert cells[1:] == ["không công bố theo xã, phường hoặc theo kỳ, để bảo vệ cá nhân"]


def test_a_period_says_how_many_have_reported_and_names_nobody(client: Client) -> None:
    with f.on("2018-10-02"):
        _reported()
        page = words(got(client, "ky/2018-Q3/"))
    assert "2 có báo cáo đã chấp nhận 14 chưa có" in page
    assert "Chưa có báo cáo được chấp nhận" not in page


def test_a_plan_may_let_the_public_see_who_has_not(client: Client) -> None:
    with f.on("2018-10-02"):
        _reported()
        named = replace(plan_document(f.plan_loaded()), names_public=True)
        assert store_document(document=named, source="test", cause="test", by=None)
        page = words(got(client, "ky/2018-Q3/"))
    silent = page.partition("Chưa có báo cáo được chấp nhận:")[2].partition("Mục tiêu 1")[0]
    assert "Mỹ Độ" in silent
    assert "Đa Mai" not in silent


def test_a_period_says_its_days_and_with_what_it_compares(client: Client) -> None:
    """The short first quarter of 2019 and the one a year later have other lengths."""
    with f.on("2020-04-01"):
        page = words(got(client, "ky/2020-Q1/"))
    assert "Chốt số liệu ngày 14/03/2020" in page
    assert "Kỳ này có 91 ngày, cùng kỳ năm 2019 có 73 ngày" in page


def test_the_last_days_of_the_plan_belong_to_no_period(client: Client) -> None:
    with f.on("2020-12-16"):
        assert "từ ngày 15/12/2020 đến ngày 31/12/2020 không thuộc kỳ" in words(got(client, "ky/2020/"))
        assert "không thuộc kỳ báo cáo" not in words(got(client, "ky/2019/"))


@pytest.mark.parametrize("path", ["ky/2018-Q9/", "ky/2018-Q3/?ngay=2099-01-01", "nhiem-vu/1/?ky=x"])
def test_a_nonsense_moment_is_answered_with_the_periods_there_are(client: Client, path: str) -> None:
    answer = client.get(f"{PLAN}/{path}")
    assert answer.status_code == 404
    assert "quý III/2018" in answer.content.decode()


def test_they_read_in_english(client: Client) -> None:
    with f.on("2018-10-02"):
        page = client.get(f"/en{PLAN}/ky/2018-Q3/").content.decode()
    assert "Reports with figures" in page
    assert Plan.objects.get().title_en
