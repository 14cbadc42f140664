"""The board of a period: every commune with its state and punctuality; the switch between periods."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from communes.actions import drafting, sending
from communes.actions.periods import close_period
from communes.models import Submission
from communes.roles import Role
from plans.queries import plan_document
from tests import factories as f
from tests.city import DAY, address, browser, page

pytestmark = pytest.mark.django_db


def board(day: str = DAY, role: Role = Role.REVIEWER) -> str:
    f.plan_loaded()
    return page(f.person("Bob", role), address("period-desk"), day)


def row_of(text: str, name: str) -> str:
    """The row of one commune."""
    rows = text.split("<tr>")
    return next(row for row in rows if f">{name}</a>" in row)


def sent(slug: str, day: str) -> Submission:
    place = f.commune(slug)
    with f.on(day):
        return f.submitted(place, by=f.officer(place))


def test_all_sixteen_stand_by_kind_in_vietnamese_order() -> None:
    text = board()
    names = ["Các phường", "Dĩnh Kế", "Đa Mai", "Xương Giang", "Các xã", "Dĩnh Trì", "Đồng Sơn", "Tân Tiến"]
    places = [text.index(f">{name}<") for name in names]
    assert places == sorted(places)
    assert text.count('class="state') - text.count("state--label") >= 16


def test_a_row_says_when_it_was_sent_and_by_how_many_working_days_it_was_late() -> None:
    sent("da-mai", "2018-10-05")
    sent("le-loi", "2018-10-09")
    text = board("2018-10-10")
    assert "Đúng hạn" in row_of(text, "Đa Mai")
    assert "Muộn 02 ngày làm việc" in row_of(text, "Lê Lợi")
    assert "09:00, 09/10/2018" in row_of(text, "Lê Lợi")
    assert "Quá hạn 03 ngày làm việc" in row_of(text, "Mỹ Độ")
    assert "1 đúng hạn, 1 muộn" in text


def test_nothing_to_report_is_a_state_of_its_own() -> None:
    place, alice = f.commune(), f.officer()
    with f.on(DAY):
        report = f.started(place, by=alice)
        report = drafting.fill_nil(report=report, measure=None, version=report.draft_version, by=alice)
        content = f.full_content(report)
        zeros = {
            code: replace(answer, value=Decimal(0))
            for code, answer in content.answers.items()
            if plan_document(report.period.plan).indicator(code).nil_fills
        }
        content = replace(content, answers={**content.answers, **zeros})
        report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=alice)
        sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
    text = board()
    assert "không phát sinh" in row_of(text, "Đa Mai")
    assert "1 không phát sinh" in text


def test_every_period_can_be_switched_to_and_this_one_is_marked() -> None:
    text = board()
    assert text.count("/lam-viec/125-kh-ubnd/20") >= 17
    assert 'aria-current="true">III/2018</a>' in text


def test_an_extension_is_offered_to_who_may_grant_it_and_only_where_it_helps() -> None:
    sent("da-mai", "2018-10-02")
    text = board()
    assert address("report-extend", f.commune("le-loi")) in text
    assert address("report-extend", f.commune("da-mai")) not in text
    assert "/gia-han/" not in board(role=Role.LEADER)


def test_a_closed_period_says_why_and_who_never_sent() -> None:
    bob = f.reviewer()
    with f.on("2018-10-20"):
        close_period(period=f.period(), comment="Đã tổng hợp báo cáo thành phố.", by=bob)
    text = board("2018-10-21")
    assert "Đã tổng hợp báo cáo thành phố." in text
    assert "Không gửi trước khi khóa kỳ" in row_of(text, "Đa Mai")
    assert address("period-open") in text
    assert "Nội dung đôn đốc" not in text


@pytest.mark.parametrize("key", ["2018", "2018-Q5", "2016-Q1", "x"])
def test_what_is_no_quarter_of_the_plan_is_not_found(key: str) -> None:
    with f.on(DAY):
        assert browser(f.reviewer()).get(address("period-desk", key=key)).status_code == 404


def test_a_period_that_has_not_begun_shows_nothing_due() -> None:
    text = page(f.reviewer(), address("period-desk", key="2020-Q4"))
    assert "Chưa đến hạn" in text
    assert "Nội dung đôn đốc" not in text
