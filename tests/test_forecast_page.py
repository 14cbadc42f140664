"""The page of the forecast: inside only, with its method, its back-test and its reasons in words."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation

from communes.roles import Role
from plans.forecast import of_objective
from plans.models import Period, Plan
from plans.moments import Moment
from plans.presenting.outlooks import Told, told
from tests import factories as f
from tests.progress_books import A, B, C, book, series

pytestmark = pytest.mark.django_db
PAGE = "/lam-viec/du-bao/125-kh-ubnd/"


def page(role: Role, query: str = "", *, path: str = PAGE) -> str:
    client = Client()
    with f.on("2018-10-02"), translation.override("vi"):  # a page in English leaves its language behind
        f.plan_loaded()
        client.force_login(f.person("Giang", role))
        response = client.get(path + query)
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.LEADER, Role.INSPECTOR])
def test_whoever_sees_the_city_reads_it_with_the_reason_where_nothing_can_be_said(role: Role) -> None:
    html = page(role)
    assert "Mục tiêu 1. Xã, phường lồng ghép" in html
    assert "Chưa đủ cơ sở đánh giá" in html
    assert "chưa đầy đủ" in html
    assert "Chỉ dùng nội bộ, không công bố" in html


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.COMMUNE_LEADER, Role.OFFICER])
def test_nobody_else_does(role: Role, client: Client) -> None:
    at = f.commune() if role in (Role.COMMUNE_LEADER, Role.OFFICER) else None
    with f.on("2018-10-02"):
        client.force_login(f.person("An", role, at))
        assert client.get(PAGE).status_code == 403


def test_no_public_page_leads_there_or_says_it(client: Client) -> None:
    with f.on("2018-10-02"):
        f.plan_loaded()
        for path in ("/", "/ke-hoach/125-kh-ubnd/", "/ke-hoach/125-kh-ubnd/muc-tieu/MT1/"):
            html = client.get(path).content.decode()
            assert "du-bao" not in html
            assert "nguy cơ" not in html


def test_the_moment_asked_for_is_shown_and_a_wrong_one_answered_with_the_periods_there_are() -> None:
    assert "Tính đến hết quý I/2018" in page(Role.LEADER, "?ky=2018-Q1")
    assert "tính đến hết ngày 01/10/2018" in page(Role.LEADER, "?ngay=2018-10-01")
    client = Client()
    with f.on("2018-10-02"):
        client.force_login(f.person("Giang", Role.LEADER))
        assert client.get(f"{PAGE}?ky=2031-Q1").status_code == 404
        assert client.get("/lam-viec/du-bao/khong-co/").status_code == 404


def test_it_reads_in_english_too() -> None:
    assert "Will Plan 125/KH-UBND be made?" in page(Role.LEADER, path=f"/en{PAGE}")


def told_of(values: str) -> Told:
    """Objective 1, that one commune of three meets in the quarters marked 1, as seen from 2020-Q3."""
    places, codes = (A, B, C), ("LG11", "LG12", "LG21", "LG22", "LG31", "LG32")
    cells = [row for code in codes for place in (A, B) for row in series(code, place, "1" * 17)]
    cells += [row for code in codes for row in series(code, C, values)]
    known = book(cells)
    goal = known.document.goal("MT1")
    assert goal is not None
    assert known.participants("2020-Q3") == places
    moment = Moment(Period(year=2020, quarter=3), None, 1)
    return told(known, Plan(slug="125-kh-ubnd"), moment, of_objective(known, goal, "2020-Q3"))


def test_a_forecast_is_shown_with_its_range_and_how_the_same_would_have_done_before() -> None:
    shown = told_of("0" * 8 + "1" * 9)
    assert (shown.figure, shown.word, shown.mark) == ("3", "Dự báo đạt", "up")
    assert len(shown.tried) == 11
    assert (shown.tried[0].period, shown.tried[0].said, shown.tried[0].miss) == ("quý IV/2017", "2", "−1")
    assert shown.misses.startswith("Kiểm nghiệm trên 11 dự báo: sai số tuyệt đối bình quân 0,")
    assert "lần" in shown.misses


def test_what_falls_short_is_called_at_risk_with_the_pace_it_would_need() -> None:
    shown = told_of("0" * 17)
    facts = {str(row.term): str(row.value) for row in shown.facts}
    assert (shown.figure, shown.word, shown.tone) == ("2", "Có nguy cơ không đạt", "act")
    assert facts["Mức cần đạt bình quân mỗi kỳ"] == "1"
    assert facts["Nhịp hiện tại bình quân mỗi kỳ"] == "0"
