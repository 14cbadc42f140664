"""The form saves whatever was typed, at any time; what cannot be read stays on the page and in the draft."""

from __future__ import annotations

from decimal import Decimal

import pytest

from communes.models import Report
from communes.queries.drafts import draft_content
from tests import factories as f
from tests.factories_reports import address, opened, posted_by, signed_in, text_of

pytestmark = pytest.mark.django_db


def begun(key: str = "2018-Q3") -> Report:
    """A report of the commune's own officer, just begun."""
    with f.on("2018-10-02"):
        return f.started(f.commune(), key, by=f.officer())


def test_a_half_filled_form_is_saved_and_shown_again() -> None:
    """Numbers come back as they were understood."""
    report, client = begun(), signed_in(f.officer())
    with f.on("2018-10-02", 9, 42):
        fields = opened(client, report) | {
            "LD01": "1234,50",
            "limitations": "Kinh phí",
            "proposal-1": "Tờ rơi",
        }
        answer = client.post(address("report-edit", report), fields, follow=True)
        again = posted_by(answer.content.decode())
    assert answer.redirect_chain == [(address("report-edit", report), 302)]
    assert "Đã lưu lúc 09:42" in text_of(answer.content)
    assert again["LD01"] == "1.234,5"
    assert again["limitations"] == "Kinh phí"
    assert again["proposal-0"] == "Tờ rơi"
    assert again["version"] == "1"


def test_what_is_no_number_is_saved_as_typed_and_refused_at_its_field() -> None:
    """The summary on top links to the field."""
    report, client = begun(), signed_in(f.officer())
    with f.on("2018-10-02"):
        fields = opened(client, report) | {"LD01": "12 buổi"}
        page = client.post(address("report-edit", report), fields, follow=True).content.decode()
    assert posted_by(page)["LD01"] == "12 buổi"
    assert '<a href="#LD01">' in page
    assert 'id="LD01-error"' in page
    assert draft_content(report).answers["LD01"].unread == {"value": "12 buổi"}


def test_a_text_that_cannot_be_stored_keeps_the_rest_from_nothing() -> None:
    """422: everything else is saved, the refused text stands in its box with the reason."""
    report, client = begun(), signed_in(f.officer())
    with f.on("2018-10-02"):
        fields = opened(client, report) | {"LD01": "3", "next_tasks": "x" * 5001}
        answer = client.post(address("report-edit", report), fields)
    assert answer.status_code == 422
    again = posted_by(answer.content.decode())
    assert again["next_tasks"] == "x" * 5001
    assert draft_content(report).answers["LD01"].value == Decimal(3)
    assert b'<a href="#next_tasks">' in answer.content


def test_the_buttons_within_the_form_save_first() -> None:
    """What was typed is stored before the button's own work."""
    report, client = begun(), signed_in(f.officer())
    for move, target in (("check", "report-check"), ("nil", "report-nil")):
        with f.on("2018-10-02"):
            fields = opened(client, report) | {"LD01": str(len(move)), "move": move}
            answer = client.post(address("report-edit", report), fields)
        assert answer.headers["Location"] == address(target, report)
        assert draft_content(report).answers["LD01"].value == len(move)


def test_more_rows_for_proposals_come_by_a_button() -> None:
    """Without scripts: save, then the same form with more empty rows."""
    report, client = begun(), signed_in(f.officer())
    with f.on("2018-10-02"):
        fields = opened(client, report) | {"move": "rows"}
        answer = client.post(address("report-edit", report), fields, follow=True)
    rows = [name for name in posted_by(answer.content.decode()) if name.startswith("proposal-")]
    assert len(rows) == 6


def test_an_unknown_button_only_saves() -> None:
    """And a group that does not exist is 404, after what was typed is safe."""
    report, client = begun(), signed_in(f.officer())
    with f.on("2018-10-02"):
        fields = opened(client, report) | {"LD01": "3", "move": "nil-99"}
        assert client.post(address("report-edit", report), fields).status_code == 404
        fields = opened(client, report) | {"move": "explode"}
        assert client.post(address("report-edit", report), fields).status_code == 302
    assert draft_content(report).answers["LD01"].value == 3


def test_enter_in_a_field_saves_the_draft() -> None:
    """Browsers press the first button of a form: it must not be the one that says nothing occurred."""
    report, client = begun(), signed_in(f.officer())
    with f.on("2018-10-02"):
        page = client.get(address("report-edit", report)).content.decode()
    form = page[page.index('class="work-form') :]
    first = form[form.index("<button") :].split(">")[0]
    assert 'value="save"' in first


def test_a_report_that_is_sent_leads_from_its_form_to_its_page() -> None:
    """The form opens only while it can be written."""
    place = f.commune()
    alice = f.officer(place)
    with f.on("2018-10-02"):
        report = f.submitted(place, by=alice).report
        answer = signed_in(alice).get(address("report-edit", report))
    assert answer.headers["Location"] == address("report", report)


def test_a_report_is_begun_once_and_prefilled() -> None:
    """Two who begin at once write the same report."""
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    client = signed_in(alice)
    start = address("report-start", Report(commune=place, period=f.period("2018-Q3")))
    with f.on("2018-07-03"):
        f.accepted(place, "2018-Q2", by=alice, reviewer=bob, KT01=14)
    with f.on("2018-10-02"):
        first, second = client.post(start), client.post(start)
        report = Report.objects.get(commune=place, period=f.period("2018-Q3"))
        page = client.get(address("report-edit", report))
    assert first.headers["Location"] == second.headers["Location"] == address("report-edit", report)
    assert posted_by(page.content.decode())["KT01"] == "14"
    assert "Chép từ quý II/2018, cần xác nhận." in text_of(page.content)


def test_a_period_to_come_is_not_begun() -> None:
    """409 with the reason."""
    place = f.commune()
    start = address("report-start", Report(commune=place, period=f.period("2018-Q4")))
    with f.on("2018-09-30"):
        answer = signed_in(f.officer(place)).post(start)
    assert answer.status_code == 409
    assert not Report.objects.exists()
