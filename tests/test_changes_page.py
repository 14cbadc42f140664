"""The page of what changed names each figure that reads otherwise and its cause, and how objectives moved."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from django.test import Client

from communes.actions import drafting, reviewing, sending
from communes.actions.figures import withdraw_figure
from communes.actions.periods import close_period, grant_extension
from communes.models import Report, User
from communes.vocabulary import RecognitionStep
from plans.actions.storing import store_document
from plans.models import Indicator
from plans.queries import plan_document
from tests import decisions as d
from tests import factories as f
from tests.factories_reports import text_of

pytestmark = pytest.mark.django_db
PAGE = "/ke-hoach/125-kh-ubnd/thay-doi/"


def page(client: Client, path: str = PAGE, **days: str) -> str:
    answer = client.get(path, days)
    assert answer.status_code == 200
    return text_of(answer.content)


def replaced(report: Report, *, by: User, reviewer: User, **changed: int) -> None:
    """Reopened, corrected, sent and accepted again."""
    report = Report.objects.get(pk=report.pk)
    reviewing.reopen_report(report=report, by=reviewer, comment="LD01: kiểm tra lại")
    report = Report.objects.get(pk=report.pk)
    content = f.full_content(report, **changed)
    report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=by)
    again = sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=by)
    reviewing.accept_submission(submission=again, by=reviewer)


def seven_then_nine() -> None:
    """Accepted on 2 October 2018 and replaced on the 5th."""
    place, bob = f.commune(), f.reviewer()
    alice = f.officer(place)
    with f.on("2018-10-02"):
        report = f.accepted(place, by=alice, reviewer=bob, LD01=7).report
    with f.on("2018-10-05"):
        replaced(report, by=alice, reviewer=bob, LD01=9)


def test_a_first_report_is_summed_up_and_its_figures_lie_beneath(client: Client) -> None:
    place = f.commune()
    with f.on("2018-10-02"):
        f.accepted(place, by=f.officer(place), reviewer=f.reviewer(), LD01=7)
        text = page(client)
    assert "Báo cáo được chấp nhận, quý III/2018" in text
    assert "Phường Đa Mai, báo cáo được chấp nhận ngày 02/10/2018" in text
    assert "chưa có 7" in text


LATE = "Báo cáo muộn: gửi sau hạn, quý III/2018"
"""The head under which late reports are told; that quarter is due on 5 October."""


def test_a_report_that_was_sent_after_its_due_date_is_told_as_late(client: Client) -> None:
    place = f.commune()
    with f.on("2018-10-20"):
        f.accepted(place, by=f.officer(place), reviewer=f.reviewer())
        assert LATE in page(client)


def test_a_report_in_time_is_not_called_late_for_the_city_s_slowness_or_for_a_second_sending(
    client: Client,
) -> None:
    place, bob = f.commune(), f.reviewer()
    alice = f.officer(place)
    with f.on("2018-10-02"):
        first = f.submitted(place, by=alice)
    with f.on("2018-10-20"):
        reviewing.return_submission(submission=first, by=bob, comment="LD01: kiểm tra lại")
        report = Report.objects.get(pk=first.report.pk)
        again = sending.submit_report(
            report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice
        )
        reviewing.accept_submission(submission=again, by=bob)
        text = page(client)
    assert LATE not in text
    assert "Báo cáo được chấp nhận, quý III/2018" in text


def test_an_extension_makes_a_report_timely_from_the_day_it_was_granted(client: Client) -> None:
    place, bob = f.commune(), f.reviewer()
    with f.on("2018-10-20"):
        period = f.accepted(place, by=f.officer(place), reviewer=bob).report.period
    with f.on("2018-10-21"):
        grant_extension(commune=place, period=period, until=date(2018, 10, 30), reason="Mưa lũ", by=bob)
        assert LATE not in page(client)
        assert LATE in page(client, tu="2018-10-19", den="2018-10-20")


def test_a_correction_is_told_with_the_value_before_and_after(client: Client) -> None:
    seven_then_nine()
    with f.on("2018-10-05"):
        text = page(client, tu="2018-10-03")
    assert "Phường Đa Mai, báo cáo thay thế được chấp nhận ngày 05/10/2018: 1 số liệu" in text
    assert "7 9" in text
    assert "kiểm tra lại" not in text, "reasons given inside stay inside"


def test_each_other_cause_is_named_with_the_words_of_who_decided_it(client: Client) -> None:
    plan, place, bob = f.plan_loaded(), f.commune(), f.reviewer()
    with f.on("2018-10-02"):
        report = f.accepted(place, by=f.officer(place), reviewer=bob, LD01=7).report
    with f.on("2018-10-05"):
        ld01 = Indicator.objects.get(plan=plan, code="LD01")
        withdraw_figure(report=report, indicator=ld01, reason="Nhầm kỳ", by=bob)
        grant_extension(
            commune=f.commune("song-khe"),
            period=report.period,
            until=date(2018, 10, 30),
            reason="Mưa lũ",
            by=bob,
        )
        close_period(period=f.period("2017-Q1"), comment="Hết hạn", by=bob)
        d.register("da-mai")
        d.assign(d.target("", 500), by=bob)
        document = plan_document(plan)
        leaves = replace(document.participation[0], to_period="2019-Q4")
        bent = replace(document, notes_vi="Ghi chú mới", participation=(leaves, *document.participation[1:]))
        store_document(document=bent, source="admin:plan", cause="Công văn 15/UBND", by=None)
    with f.on("2019-03-01"):
        d.record(RecognitionStep.RECOGNISE, "da-mai", by=bob, document=d.document())
        text = page(client, tu="2018-10-03")
    for told in (
        "Số liệu rút xuống để chỉnh lý",
        "Đơn vị được gia hạn",
        "Khóa kỳ báo cáo",
        "Giao, điều chỉnh chỉ tiêu",
        "chưa giao 500",
        "Xã, phường tham gia hoặc thôi tham gia",
        "Sửa kế hoạch",
        "Công văn 15/UBND",
        "Ghi chú mới",
        "Quyết định công nhận tiêu chuẩn lành mạnh",
        "04/QĐ-UBND",
        "chưa có được công nhận",
    ):
        assert told in text, told
    assert "Nhầm kỳ" not in text
    assert "Mưa lũ" not in text


def test_objectives_move_through_named_communes(client: Client) -> None:
    place = f.commune()
    with f.on("2018-10-02"):
        f.accepted(place, by=f.officer(place), reviewer=f.reviewer())
    with f.on("2018-10-03"):
        text = page(client)
    assert "Chưa có số liệu → Đáp ứng (1): phường Đa Mai" in text


def test_every_figure_leads_to_how_it_was_worked_out_as_known_then(client: Client) -> None:
    seven_then_nine()
    with f.on("2018-10-05"):
        html = client.get(PAGE, {"tu": "2018-09-30", "den": "2018-10-02"}).content.decode()
        leading = dict(re.findall(r'href="([^"]*/cach-tinh/[^"]*)">([^<]+)<', html))
        own = "/ke-hoach/125-kh-ubnd/chi-tieu/LD01/cach-tinh/?ky=2018-Q3&amp;ngay=2018-10-02&amp;xa=da-mai"
        assert leading[own] == "7"
        assert "ngay=2018-09-30" in " ".join(leading), "what stood before is explained as it was"
        for address in {own, *list(leading)[:4]}:
            assert leading[address] in text_of(client.get(unescape(address)).content), address


def test_between_two_past_days_later_changes_are_not_told(client: Client) -> None:
    place, bob = f.commune(), f.reviewer()
    alice = f.officer(place)
    with f.on("2018-10-02"):
        report = f.accepted(place, by=alice, reviewer=bob, LD01=7).report
        first = page(client, tu="2018-09-30")
    with f.on("2018-10-05"):
        replaced(report, by=alice, reviewer=bob, LD01=9)
        again = page(client, tu="2018-09-30", den="2018-10-02")
    lines = "Phường Đa Mai, báo cáo được chấp nhận ngày 02/10/2018"
    assert lines in first
    assert lines in again
    assert "báo cáo thay thế" not in again


@pytest.mark.parametrize(
    "asked",
    ["tu=x", "tu=2018-02-30", "den=2099-01-01", "tu=2000-01-01", "tu=2018-10-02&den=2018-10-01", "tu=1"],
)
def test_days_between_which_nothing_can_be_compared_are_answered_with_some_that_can(
    client: Client, asked: str
) -> None:
    with f.on("2018-10-02"):
        answer = client.get(f"{PAGE}?{asked}")
    assert answer.status_code == 404
    assert "?tu=2018-06-30" in answer.content.decode()


def test_there_is_an_english_page_and_none_of_another_plan(client: Client) -> None:
    with f.on("2018-10-02"):
        assert "What changed since 30/06/2018" in page(client, f"/en{PAGE}")
        assert client.get("/ke-hoach/1-kh/thay-doi/").status_code == 404


def test_days_are_typed_as_people_write_them_and_as_addresses_do(client: Client) -> None:
    f.accepted(f.commune(), "2018-Q1", by=f.officer(), reviewer=f.reviewer())
    with f.on("2018-10-02"):
        typed = client.get(PAGE, {"tu": "01/10/2018", "den": "2/10/2018"})
        assert typed.status_code == 200
        assert 'value="01/10/2018"' in typed.content.decode()
        for wrong in ("31/02/2018", "20181001", "2018-W40-1", "2018-1-01", "mai"):
            assert client.get(PAGE, {"tu": wrong}).status_code == 404, wrong
