"""Accepting, returning, reopening, extending on their pages: one wins, the other keeps what was typed."""

from __future__ import annotations

import pytest

from communes.actions import drafting, reviewing, sending
from communes.models import Extension, Report, Submission
from communes.queries.submissions import last_submission
from communes.roles import Role
from tests import factories as f
from tests.city import DAY, address, browser, words

pytestmark = pytest.mark.django_db


def sent() -> Submission:
    with f.on(DAY):
        return f.submitted(f.commune(), by=f.officer())


def state() -> str:
    return Report.objects.get().state


def test_a_reviewer_accepts_what_was_read() -> None:
    sent()
    with f.on(DAY):
        response = browser(f.reviewer()).post(
            address("report-accept", f.commune()), {"number": "1"}, follow=True
        )
    assert state() == "accepted"
    assert "Đã chấp nhận báo cáo; số liệu đã được công bố." in words(response)


def test_accepting_a_sending_that_was_replaced_meanwhile_is_noticed() -> None:
    first = sent()
    with f.on(DAY):
        reviewing.return_submission(submission=first, by=f.reviewer(), comment="LD01")
        report = Report.objects.get()
        content = f.full_content(report, LD01=9)
        alice = first.entered_by
        report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=alice)
        sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
        response = browser(f.reviewer()).post(address("report-accept", f.commune()), {"number": "1"})
    assert response.status_code == 409
    assert "9 văn bản" in words(response)
    assert state() == "submitted"


@pytest.mark.parametrize("number", ["", "2", "x", "1e309", "\x00"])
def test_accepting_what_was_never_sent_is_not_found(number: str) -> None:
    sent()
    with f.on(DAY):
        response = browser(f.reviewer()).post(address("report-accept", f.commune()), {"number": number})
    assert response.status_code == 404
    assert state() == "submitted"


def test_accepting_twice_tells_that_it_was_done() -> None:
    sent()
    with f.on(DAY):
        for reviewer, status in ((f.reviewer(), 302), (f.reviewer(), 409)):
            response = browser(reviewer).post(address("report-accept", f.commune()), {"number": "1"})
            assert response.status_code == status


def test_own_work_is_refused_on_the_page() -> None:
    bob = f.reviewer()
    with f.on(DAY):
        f.submitted(f.commune(), by=bob)
        response = browser(bob).post(address("report-accept", f.commune()), {"number": "1"})
    assert response.status_code == 403
    assert state() == "submitted"


def test_returning_asks_for_what_has_to_be_corrected() -> None:
    sent()
    with f.on(DAY):
        client = browser(f.reviewer())
        assert client.post(address("report-return", f.commune()), {"number": "1"}).status_code == 422
        typed = {"number": "1", "comment": "LD01: bổ sung.\r\nTT02: giải trình."}
        client.post(address("report-return", f.commune()), typed)
    assert state() == "returned"
    assert Report.objects.get().passages.get(move="return").comment == "LD01: bổ sung.\nTT02: giải trình."


def test_returning_what_was_accepted_meanwhile_keeps_the_reason() -> None:
    submission = sent()
    with f.on(DAY):
        reviewing.accept_submission(submission=submission, by=f.reviewer())
        typed = {"number": "1", "comment": "Nội dung đã gõ."}
        response = browser(f.reviewer()).post(address("report-return", f.commune()), typed)
        seen = browser(f.reviewer()).get(address("report-return", f.commune()))
    assert (response.status_code, seen.status_code) == (409, 409)
    assert "Nội dung đã gõ." in words(response)
    assert state() == "accepted"


def test_reopening_leads_to_a_replacement() -> None:
    submission = sent()
    with f.on(DAY):
        reviewing.accept_submission(submission=submission, by=f.reviewer())
        browser(f.reviewer()).post(address("report-reopen", f.commune()), {"comment": "Chỉnh lý LD01."})
    assert (state(), Report.objects.get().kind) == ("reopened", "replacement")
    assert last_submission(Report.objects.get()) == submission


@pytest.mark.parametrize(
    ("until", "status"),
    [("12/10/2018", 302), ("13/10/2018", 422), ("31/02/2018", 422), ("05/10/2018", 400), ("x", 422)],
    ids=["a Friday", "a Saturday", "no day", "not later", "nonsense"],
)
def test_an_extension_needs_a_later_working_day(until: str, status: int) -> None:
    f.plan_loaded()
    with f.on(DAY):
        typed = {"until": until, "reason": "Mưa lũ kéo dài."}
        response = browser(f.reviewer()).post(address("report-extend", f.commune()), typed)
    assert response.status_code == status
    assert Extension.objects.count() == (1 if status == 302 else 0)
    if status != 302:
        assert "Mưa lũ kéo dài." in words(response)


@pytest.mark.parametrize("role", [Role.LEADER, Role.INSPECTOR, Role.ADMINISTRATOR])
@pytest.mark.parametrize("name", ["report-accept", "report-return", "report-reopen", "report-extend"])
def test_nobody_else_decides(role: Role, name: str) -> None:
    sent()
    with f.on(DAY):
        typed = {"number": "1", "comment": "LD01", "until": "12/10/2018", "reason": "Lý do."}
        response = browser(f.person("Minh", role)).post(address(name, f.commune()), typed)
    assert response.status_code == 404
    assert state() == "submitted"
