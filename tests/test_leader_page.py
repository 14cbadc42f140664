"""The leader's page: what it says of a moment, who needs attention, what of it may be passed around."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from bg_portal import audit
from communes.actions import drafting, reviewing, sending
from communes.actions.instructing import Order, give_instruction, move_instruction
from communes.models import Report, Submission
from communes.roles import Role
from communes.vocabulary import InstructionStep
from tests import factories as f
from tests.city import browser, page, words

pytestmark = pytest.mark.django_db
PAGE = "/lam-viec/tong-quan/"
DUE = {"2018-Q1": "2018-04-06", "2018-Q2": "2018-07-06"}
LATE = {"2018-Q2": "2018-07-16", "2018-Q3": "2018-10-12"}


def leader(path: str = PAGE, day: str = "2018-10-15") -> str:
    return page(f.person("Giang", Role.LEADER), path, day)


def sent(key: str, day: str, slug: str = "da-mai", **changed: int) -> Submission:
    place = f.commune(slug)
    with f.on(day):
        return f.submitted(place, key, by=f.officer(place), **changed)


def accepted(key: str, day: str, slug: str = "da-mai", **changed: int) -> None:
    submission = sent(key, day, slug, **changed)
    with f.on(day, 15):
        reviewing.accept_submission(submission=submission, by=f.reviewer())


def test_the_first_line_says_period_cut_off_and_coverage() -> None:
    accepted("2018-Q2", DUE["2018-Q2"])
    text = leader(f"{PAGE}?ky=2018-Q2")
    assert "Tình hình đến hết quý II/2018" in text
    assert "30/06/2018" in text
    assert "<strong>1/16</strong> xã, phường" in text
    assert "Số liệu chưa đầy đủ" in text
    assert "Cập nhật 15:00, 06/07/2018" in text


def test_both_objectives_are_concluded_in_a_sentence_with_the_way_to_their_reasons() -> None:
    text = leader()
    assert text.count('class="say say--dense"') == 2
    assert text.count("Số này tính thế nào?") == 2


def test_who_is_late_twice_running_is_named_with_reason_and_date() -> None:
    sent("2018-Q2", LATE["2018-Q2"])
    sent("2018-Q3", LATE["2018-Q3"])
    text = leader()
    assert "Phường Đa Mai</a>: gửi báo cáo quý III/2018 muộn 05 ngày làm việc" in text
    assert "từ 05/10/2018" in text
    assert "Theo quy tắc nào?" in text


def returned(submission: Submission, day: str) -> None:
    with f.on(day, 16):
        reviewing.return_submission(submission=submission, by=f.reviewer(), comment="TT02: kiểm tra lại.")


def test_a_report_returned_twice_is_named() -> None:
    returned(sent("2016-Q4", "2017-01-03"), "2017-01-03")
    returned(again("2017-01-05"), "2017-01-05")
    assert "báo cáo quý IV/2016 trả lại 02 lần" in leader(day="2017-01-06")


def again(day: str) -> Submission:
    """The returned report, mended and sent once more."""
    report = Report.objects.get(commune__slug="da-mai", period=f.period("2016-Q4"))
    by = f.officer(report.commune)
    with f.on(day):
        content = f.full_content(report, LD01=7)
        report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=by)
        return sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=by)


def test_overdue_reports_are_counted_by_period_with_the_way_there() -> None:
    text = leader()
    assert "Báo cáo quá hạn quý III/2018: 16" in text
    assert '<a href="/lam-viec/125-kh-ubnd/2018-Q3/">' in text


def test_an_instruction_past_its_day_without_an_answer_waits_for_a_decision() -> None:
    place, giang = f.commune(), f.person("Giang", Role.LEADER)
    with f.on("2018-10-01"):
        for day in (date(2018, 10, 3), date(2018, 10, 12), date(2018, 10, 20)):
            last = give_instruction(
                order=Order(f.plan_loaded(), place, "Giao ban.", day, about_commune=place), by=giang
            )
    words = "Ý kiến chỉ đạo quá hạn"
    assert f'<a href="/lam-viec/y-kien-chi-dao/">{words}: 02 (lâu nhất 12 ngày)</a>' in leader()
    assert f"{words}: 01 (lâu nhất 01 ngày)" in leader(f"{PAGE}?ngay=2018-10-04")
    with f.on("2018-10-19"):
        move_instruction(instruction=last, step=InstructionStep.ANSWER, by=f.officer(), text="Đã họp.")
    assert f"{words}: 02" in leader(day="2018-10-22")
    assert words not in leader(day="2018-10-03")


def test_a_past_day_shows_what_was_known_then() -> None:
    accepted("2018-Q2", DUE["2018-Q2"])
    accepted("2018-Q2", "2018-07-10", "le-loi")
    then = leader(f"{PAGE}?ky=2018-Q2&ngay=2018-07-08")
    assert "<strong>1/16</strong>" in then
    assert "<strong>2/16</strong>" in leader(f"{PAGE}?ky=2018-Q2")


@pytest.mark.parametrize("asked", ["?ky=2018-Q9", "?ky=2018", "?ngay=2018-13-01", "?ngay=2099-01-01"])
def test_a_moment_that_does_not_exist_is_not_found(asked: str) -> None:
    with f.on("2018-10-15"):
        response = browser(f.person("Giang", Role.LEADER)).get(PAGE + asked)
    assert response.status_code == 404
    assert "quý II/2018" in words(response)


def row(text: str, title: str) -> str:
    return next(row for row in text.split("<tr>") if title in row)


def test_sensitive_numbers_below_five_and_restricted_ones_are_not_on_it() -> None:
    accepted("2018-Q2", DUE["2018-Q2"], SK01=3, SK02=60, MB01=0)
    text = leader(f"{PAGE}?ky=2018-Q2")
    assert "dưới 5" in row(text, "8. Vay vốn")
    assert "không so sánh" in row(text, "8. Vay vốn")
    assert "nạn nhân" not in text


def test_a_number_stands_with_the_year_to_date_and_the_communes_it_rests_on() -> None:
    accepted("2018-Q1", DUE["2018-Q1"], LD01=5)
    accepted("2018-Q2", DUE["2018-Q2"], LD01=6)
    told = row(leader(f"{PAGE}?ky=2018-Q2"), "1. Lãnh đạo")
    why = "/ke-hoach/125-kh-ubnd/chi-tieu/LD01/cach-tinh/?ky=2018-Q2"
    assert f'<a href="{why}">6</a>' in told
    assert f'<a href="{why}&khoang=nam">11</a>' in told
    assert "(1/16)" in told


def test_corrected_figures_are_counted() -> None:
    accepted("2018-Q2", DUE["2018-Q2"], LD01=5)
    assert "Không có số liệu chỉnh lý" in leader(f"{PAGE}?ky=2018-Q2")


def test_the_last_check_of_the_chain_is_told_with_its_hour() -> None:
    assert "Nhật ký: chưa được kiểm tra" in leader()
    with f.on("2018-10-15", 2):
        assert audit.check() is None
    assert "Nhật ký: hợp lệ lúc 02:00 hôm nay" in leader()
    assert "Nhật ký: hợp lệ lúc 02:00 ngày 15/10/2018" in leader(day="2018-10-16")


def test_a_leader_lands_on_it_and_others_on_the_desk() -> None:
    for role, landing in ((Role.LEADER, PAGE), (Role.REVIEWER, "/lam-viec/")):
        user = f.person("Hoa", role)
        answer = Client().post("/dang-nhap/", {"username": user.email, "password": f.PASSWORD})
        assert answer["Location"] == landing


def test_before_the_first_report_it_says_that_nothing_can_be_judged() -> None:
    text = leader(day="2017-01-10")
    assert "Chưa đủ cơ sở đánh giá" in text
    assert "Đây là kỳ đầu tiên của Kế hoạch." in text
    assert "<strong>0/16</strong>" in text
