"""Check before sending: what is missing first, then everything as it will be sent; and the sending itself."""

from __future__ import annotations

from typing import Any

import pytest

from communes.actions.drafting import save_draft
from communes.actions.periods import close_period
from communes.models import Report, Submission, User
from communes.vocabulary import ReportState
from tests import factories as f
from tests.factories_reports import address, signed_in, text_of

pytestmark = pytest.mark.django_db
CLEARED = {"name": "Nguyễn Văn An", "title": "Phó Chủ tịch", "on": "01/10/2018"}


@pytest.fixture
def alice() -> User:
    return f.officer(f.commune())


def send(alice: User, report: Report, **other: str) -> Any:
    """The check page's POST, of the draft as it is."""
    fields = {"checked": f.checked(Report.objects.get(pk=report.pk)), **CLEARED, **other}
    return signed_in(alice).post(address("report-check", report), fields)


def test_what_is_missing_stands_first_with_a_link_to_its_field(alice: User) -> None:
    with f.on("2018-10-02"):
        report = f.started(f.commune(), by=alice)
        page = signed_in(alice).get(address("report-check", report)).content.decode()
    link = f'<a href="{address("report-edit", report)}#LD01">LD01'
    assert page.index('id="missing"') < page.index(link) < page.index('id="answers"')
    assert "0/35" in page
    assert 'name="checked"' not in page


def test_an_offered_answer_waits_for_its_tick_there(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-07-03"):
        f.accepted(f.commune(), "2018-Q2", by=alice, reviewer=bob)
    with f.on("2018-10-02"):
        report = f.started(f.commune(), by=alice)
        page = signed_in(alice).get(address("report-check", report)).content.decode()
    assert f'<a href="{address("report-edit", report)}#KT01-confirmed">' in page
    assert "cần xác nhận" in page


def test_a_refusal_and_a_hint_lead_to_where_they_are_mended(alice: User) -> None:
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice, TT02=20_000, TT03=30_000)
        page = signed_in(alice).get(address("report-check", report)).content.decode()
    form = address("report-edit", report)
    assert page.index('id="refused"') < page.index(f'<a href="{form}#TT03">')
    assert page.index('id="unexplained"') < page.index(f'<a href="{form}#TT02-note">')


def test_it_is_sent_once_and_shows_its_receipt(alice: User) -> None:
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        page = signed_in(alice).get(address("report-check", report)).content.decode()
        assert f'name="checked" value="{f.checked(report)}"' in page
        first, again = send(alice, report), send(alice, report)
    assert first.headers["Location"] == again.headers["Location"] == address("receipt", report, 1)
    assert Submission.objects.count() == 1
    assert Submission.objects.get().reported_by == "Nguyễn Văn An, Phó Chủ tịch"


@pytest.mark.parametrize("lacking", ["name", "title", "on"])
def test_who_cleared_it_has_to_be_said(alice: User, lacking: str) -> None:
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        answer = send(alice, report, **{lacking: ""})
    assert answer.status_code == 422
    assert f'<a href="#id_{lacking}">' in answer.content.decode()
    kept = {"name": "Nguyễn Văn An", "title": "Phó Chủ tịch"}
    assert all(text in answer.content.decode() for name, text in kept.items() if name != lacking)
    assert not Submission.objects.exists()


def test_a_clearance_of_tomorrow_is_refused(alice: User) -> None:
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        assert send(alice, report, on="03/10/2018").status_code == 422


def test_a_draft_changed_since_the_page_was_shown_is_not_sent(alice: User) -> None:
    """409: the page again, as the draft is now, with who cleared it still there."""
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        before = f.checked(report)
        report = save_draft(
            report=report, content=f.full_content(report, LD01=8), version=report.draft_version, by=alice
        )
        answer = send(alice, report, checked=before)
    assert answer.status_code == 409
    assert "Nguyễn Văn An" in answer.content.decode()
    assert f.checked(report) in answer.content.decode()
    assert not Submission.objects.exists()


def test_before_the_day_after_the_cut_off_it_says_from_when(alice: User) -> None:
    with f.on("2018-09-30", 23, 59):
        report = f.written(f.commune(), by=alice)
        page = signed_in(alice).get(address("report-check", report))
        answer = send(alice, report, on="30/09/2018")
    assert "Gửi được từ thứ Hai, 01/10/2018" in text_of(page.content)
    assert 'name="checked"' not in page.content.decode()
    assert answer.status_code == 422
    assert not Submission.objects.exists()


def test_a_late_report_is_sent_and_told_so(alice: User) -> None:
    with f.on("2018-10-09"):
        report = f.written(f.commune(), by=alice)
        page = text_of(signed_in(alice).get(address("report-check", report)).content)
        answer = send(alice, report)
    assert "quá hạn 02 ngày làm việc" in page
    assert answer.status_code == 302


def test_a_closed_period_says_who_closed_it_why_and_who_opens_it(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-12", 17, 30):
        report = f.written(f.commune(), by=alice)
        close_period(period=report.period, comment="Đã chốt số liệu toàn thành phố", by=bob)
        page = text_of(signed_in(alice).get(address("report-check", report)).content)
        answer = send(alice, report)
    assert "Khóa lúc 17:30, 12/10/2018, người khóa: Bob. Lý do: Đã chốt số liệu toàn thành phố" in page
    assert "Chuyên viên tổng hợp của thành phố mở lại được" in page
    assert answer.status_code == 422
    assert Report.objects.get().state == ReportState.DRAFT


def test_once_it_is_sent_the_page_leads_to_the_report(alice: User) -> None:
    with f.on("2018-10-02"):
        report = f.submitted(f.commune(), by=alice).report
        page = signed_in(alice).get(address("report-check", report))
    assert page.headers["Location"] == address("report", report)


def test_sending_something_else_after_it_was_sent_is_told(alice: User) -> None:
    """409 with the way to the report as it is."""
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        send(alice, report)
        answer = send(alice, report, name="Trần Thị Bình")
    assert answer.status_code == 409
    assert address("report", report) in answer.content.decode()
