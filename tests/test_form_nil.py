"""“Nothing occurred”: zeros for what flows, in one group or everywhere, never over what was typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bg_portal.audit.models import Event
from communes.models import Report, User
from communes.queries.drafts import draft_content
from communes.vocabulary import ReportKind
from tests import factories as f
from tests.factories_reports import address, opened, signed_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice() -> User:
    return f.officer(f.commune())


@pytest.fixture
def report(alice: User) -> Report:
    """Quarter III, just begun."""
    with f.on("2018-10-02"):
        return f.started(f.commune(), by=alice)


def test_one_group_gets_its_zeros_after_what_was_typed_is_saved(alice: User, report: Report) -> None:
    client = signed_in(alice)
    with f.on("2018-10-02"):
        fields = opened(client, report) | {"VD01": "5", "SK01": "2", "move": "nil-8"}
        answer = client.post(address("report-edit", report), fields)
    assert answer.headers["Location"].endswith("/soan/#m8")
    answers = draft_content(report).answers
    assert {c: answers[c].value for c in ("VD01", "SK01", "SK02", "MB01")} == {
        "VD01": 5,
        "SK01": 2,
        "SK02": 0,
        "MB01": 0,
    }
    assert "LD01" not in answers
    assert "MB02" not in answers


def test_the_whole_report_needs_the_sentence(alice: User, report: Report) -> None:
    client = signed_in(alice)
    with f.on("2018-10-02"):
        page = client.get(address("report-nil", report))
        refused = client.post(address("report-nil", report), {"version": "0"})
        done = client.post(address("report-nil", report), {"version": "0", "confirmed": "1"})
    assert "các số liệu có đến cuối kỳ đã được đối chiếu" in text_of(page.content)
    assert refused.status_code == 422
    assert b'href="#confirmed"' in refused.content
    assert done.headers["Location"] == address("report-edit", report)
    answers = draft_content(report).answers
    assert answers["LD01"].value == Decimal(0)
    assert not {"KT01", "LG11", "TT00"} & set(answers)
    assert Report.objects.get().kind == ReportKind.NIL
    assert Event.objects.filter(kind="report.nil_filled").count() == 1


def test_the_page_names_what_already_happened(alice: User, report: Report) -> None:
    client = signed_in(alice)
    with f.on("2018-10-02"):
        client.post(address("report-edit", report), opened(client, report) | {"LD01": "4"})
        page = text_of(client.get(address("report-nil", report)).content)
    assert page.index("được giữ nguyên") < page.index("LD01") < page.index("Ghi 0 vào")


def test_a_stale_page_changes_nothing(alice: User, report: Report) -> None:
    client = signed_in(alice)
    with f.on("2018-10-02"):
        client.post(address("report-edit", report), opened(client, report) | {"LD01": "4"})
        for version in ("0", "", "x"):
            answer = client.post(address("report-nil", report), {"version": version, "confirmed": "1"})
            assert answer.status_code == 409
    assert set(draft_content(report).answers) == {"LD01"}


def test_a_group_without_open_flows_has_no_such_button(alice: User, report: Report) -> None:
    with f.on("2018-10-02"):
        page = signed_in(alice).get(address("report-edit", report)).content.decode()
    assert 'value="nil-1"' in page
    assert 'value="nil-2"' not in page
    assert 'value="nil-6"' not in page
