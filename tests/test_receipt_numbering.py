"""Number, day and signer of the document come after sending; nothing is reopened for them."""

from __future__ import annotations

from datetime import date

import pytest

from bg_portal.audit.models import Event
from communes.actions.numbering import number_report
from communes.models import Report, User
from communes.refusals import Refused
from communes.vocabulary import ReportState
from tests import factories as f
from tests.factories_reports import address, signed_in, text_of

pytestmark = pytest.mark.django_db
NUMBERED = {
    "document_number": "37/BC-UBND",
    "document_date": "3/10/2018",
    "signer": "Nguyễn Văn An",
    "signer_title": "Phó Chủ tịch",
}


@pytest.fixture
def alice() -> User:
    return f.officer(f.commune())


def test_they_are_stored_without_touching_what_was_sent(alice: User) -> None:
    with f.on("2018-10-04"):
        submission = f.submitted(f.commune(), by=alice)
        answer = signed_in(alice).post(address("report-number", submission.report), NUMBERED)
        receipt = text_of(signed_in(alice).get(address("receipt", submission.report, 1)).content)
    report = Report.objects.get()
    assert answer.headers["Location"] == address("report", submission.report)
    assert (report.document_number, report.document_date) == ("37/BC-UBND", date(2018, 10, 3))
    assert report.state == ReportState.SUBMITTED
    assert "37/BC-UBND, 03/10/2018" in receipt
    assert Event.objects.filter(kind="report.numbered").count() == 1


def test_the_same_again_is_no_event(alice: User) -> None:
    with f.on("2018-10-04"):
        report = f.submitted(f.commune(), by=alice).report
        for _ in range(2):
            signed_in(alice).post(address("report-number", report), NUMBERED)
    assert Event.objects.filter(kind="report.numbered").count() == 1


def test_a_day_to_come_is_refused_and_what_was_typed_kept(alice: User) -> None:
    with f.on("2018-10-04"):
        report = f.submitted(f.commune(), by=alice).report
        fields = NUMBERED | {"document_date": "5/10/2018"}
        answer = signed_in(alice).post(address("report-number", report), fields)
    assert answer.status_code == 422
    assert 'value="37/BC-UBND"' in answer.content.decode()
    assert Report.objects.get().document_number == ""


def test_who_may_not_number_it_is_refused_by_page_and_action(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-04"):
        report = f.submitted(f.commune(), by=alice).report
        assert signed_in(bob).post(address("report-number", report), NUMBERED).status_code == 404
        with pytest.raises(Refused):
            number_report(
                report=report, document_number="1", document_date=None, signer="", signer_title="", by=bob
            )
