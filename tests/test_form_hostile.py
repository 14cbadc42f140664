"""Whatever is posted to the pages of a report: a clear 4xx or words at the field, never a failure."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from communes.models import Report
from communes.queries.drafts import draft_content
from tests import factories as f
from tests.factories_reports import address, opened, signed_in

pytestmark = pytest.mark.django_db
HOSTILE = [
    "a\x00b",
    "\u202edefghi",
    "co\u0302ng",
    "1e309",
    "nan",
    "-1",
    "9" * 400,
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "x" * 6_000,
    "\ufeff",
    "🙂",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_every_field_takes_anything(typed: str) -> None:
    """Saved, or shown again with words; the markup of what was typed is text."""
    place = f.commune()
    alice = f.officer(place)
    client = signed_in(alice)
    with f.on("2018-10-02"):
        report = f.started(place, by=alice)
        fields = dict.fromkeys(opened(client, report), typed) | {"version": "0"}
        answer = client.post(address("report-edit", report), fields, follow=True)
        page = client.get(address("report-edit", report))
    assert answer.status_code in (200, 422)
    assert page.status_code == 200
    assert b"<script>alert(1)" not in answer.content + page.content


@pytest.mark.parametrize("typed", HOSTILE)
def test_every_other_form_takes_anything(typed: str) -> None:
    """Sending, clearing, numbering: refused with a page."""
    place = f.commune()
    alice = f.officer(place)
    client = signed_in(alice)
    names = ("name", "title", "on", "checked", "document_number", "document_date", "signer", "version")
    fields = dict.fromkeys((*names, "signer_title", "move", "opened"), typed)
    with f.on("2018-10-02"):
        report = f.written(place, by=alice)
        pages = ("report-check", "report-number", "report-nil", "report-copy", "report-recall")
        statuses = {page: client.post(address(page, report), fields).status_code for page in pages}
    assert all(status < 500 for status in statuses.values())
    assert statuses["report-check"] == 422
    assert statuses["report-copy"] == 409


def test_other_codes_and_doubled_fields_change_nothing_else() -> None:
    """An indicator that is not asked, a measure that is not there, the same field twice."""
    place = f.commune()
    alice = f.officer(place)
    client = signed_in(alice)
    with f.on("2018-10-02"):
        report = f.started(place, by=alice)
        query = QueryDict(mutable=True)
        query.update({"version": "0", "DM01": "1", "TT01": "5", "XX99": "1", "account-99": "x"})
        query.setlist("LD01", ["1", "2"])
        body = query.urlencode()
        kind = "application/x-www-form-urlencoded"
        answer = client.post(address("report-edit", report), body, content_type=kind)
    assert answer.status_code == 302
    content = draft_content(report)
    assert set(content.answers) == {"LD01"}
    assert content.answers["LD01"].value == 2
    assert content.accounts == {}


@pytest.mark.parametrize("period", ["2018", "2018-Q5", "9999-Q9", "x", "2018-q3", "0000-Q1"])
def test_no_other_period_is_found(period: str) -> None:
    place = f.commune()
    client = signed_in(f.officer(place))
    for page in ("soan", "kiem-tra", "phieu/1", "so-van-ban", "bieu-trong", "phieu-cung-cap"):
        assert client.get(f"/lam-viec/125-kh-ubnd/{period}/da-mai/{page}/").status_code == 404


def test_numbers_in_addresses_that_name_nothing_are_not_found() -> None:
    place = f.commune()
    alice = f.officer(place)
    client = signed_in(alice)
    with f.on("2018-10-02"):
        report = f.written(place, by=alice)
        for number in (0, 7, 99_999, 10**30):
            assert client.get(address("receipt", report, number)).status_code == 404
            assert client.get(address("provider-sheet", report, number + 1000)).status_code == 404


def test_a_stranger_finds_none_of_these_pages() -> None:
    """Another commune's report is a 404, to look at and to post to."""
    place = f.commune()
    alice, carol = f.officer(place), signed_in(f.stranger())
    with f.on("2018-10-02"):
        report = f.submitted(place, by=alice).report
        pages = ["report-edit", "report-check", "report-nil", "report-copy", "report-clear"]
        pages += ["report-recall", "report-number", "report-start"]
        for page in pages:
            assert carol.post(address(page, report), {"version": "0"}).status_code == 404
        for page in ("report-edit", "report-check", "report-nil", "report-number", "report-blank"):
            assert carol.get(address(page, report)).status_code == 404
        assert carol.get(address("receipt", report, 1)).status_code == 404


def test_texts_of_the_form_are_shown_as_text() -> None:
    place = f.commune()
    alice = f.officer(place)
    client = signed_in(alice)
    with f.on("2018-10-02"):
        report = f.started(place, by=alice)
        fields = opened(client, report) | {"limitations": "<b>đậm</b>"}
        client.post(address("report-edit", report), fields)
        page = client.get(address("report-check", report))
    assert "&lt;b&gt;đậm&lt;/b&gt;" in page.content.decode()
    assert Report.objects.get().limitations == "<b>đậm</b>"
