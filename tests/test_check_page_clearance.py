"""Where the plan asks for it, the commune's leader clears the report; on paper the signature does."""

from __future__ import annotations

import pytest

from communes.models import Report, Submission, User
from communes.roles import Role
from communes.vocabulary import ReportState
from tests import factories as f
from tests.factories_reports import address, asking_for_clearance, signed_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice() -> User:
    asking_for_clearance()
    return f.officer(f.commune())


@pytest.fixture
def leader() -> User:
    return f.person("Dũng", Role.COMMUNE_LEADER, f.commune())


def now(report: Report) -> Report:
    """The report as it is stored now."""
    return Report.objects.select_related("commune", "period__plan").get(pk=report.pk)


def test_the_leader_clears_and_the_officer_sends(alice: User, leader: User) -> None:
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        page = signed_in(leader).get(address("report-check", report)).content.decode()
        assert address("report-clear", report) in page
        cleared = signed_in(leader).post(address("report-clear", report), {"checked": f.checked(report)})
        assert cleared.headers["Location"] == address("report", report)
        page = text_of(signed_in(alice).get(address("report-check", report)).content)
        answer = signed_in(alice).post(address("report-check", report), {"checked": f.checked(now(report))})
    assert "Đã duyệt: Dũng" in page
    assert answer.headers["Location"] == address("receipt", report, 1)


def test_the_officer_cannot_send_before(alice: User, leader: User) -> None:
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        page = text_of(signed_in(alice).get(address("report-check", report)).content)
        answer = signed_in(alice).post(address("report-check", report), {"checked": f.checked(report)})
    assert "yêu cầu lãnh đạo xã, phường duyệt trước khi gửi" in page
    assert answer.status_code == 409
    assert not Submission.objects.exists()


def test_a_draft_changed_since_the_leader_looked_is_not_cleared(alice: User, leader: User) -> None:
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        answer = signed_in(leader).post(address("report-clear", report), {"checked": "0" * 64})
    assert answer.status_code == 409
    assert now(report).state == ReportState.DRAFT


def test_a_cleared_report_can_be_taken_back_into_the_form(alice: User, leader: User) -> None:
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        signed_in(leader).post(address("report-clear", report), {"checked": f.checked(report)})
        edit = signed_in(alice).get(address("report-edit", report))
        answer = signed_in(alice).post(address("report-recall", report))
        again = signed_in(alice).post(address("report-recall", report))
    assert edit.headers["Location"] == address("report", report)
    assert answer.headers["Location"] == address("report-edit", report)
    assert again.status_code == 409
    assert now(report).state == ReportState.DRAFT


def test_the_leader_neither_writes_nor_sends(alice: User, leader: User) -> None:
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        client = signed_in(leader)
        assert client.get(address("report-edit", report)).status_code == 404
        assert client.post(address("report-check", report), {}).status_code == 404


def test_a_paper_report_asks_who_signed_it(alice: User) -> None:
    """The reviewer sends it on the commune's behalf; the signature is its clearance."""
    bob = f.reviewer()
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=bob)
        page = text_of(signed_in(bob).get(address("report-check", report)).content)
        signed = {"name": "Nguyễn Văn An", "title": "Chủ tịch", "on": "01/10/2018"}
        fields = {"checked": f.checked(report), **signed}
        answer = signed_in(bob).post(address("report-check", report), fields)
        receipt = text_of(signed_in(bob).get(address("receipt", report, 1)).content)
    assert "Người ký (họ và tên)" in page
    assert answer.status_code == 302
    assert Submission.objects.get().on_paper
    assert "Người ký bản giấy Nguyễn Văn An, Chủ tịch, 01/10/2018" in receipt
