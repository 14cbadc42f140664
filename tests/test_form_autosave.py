"""The form saves by itself: the same address, answered in JSON, with the fields to be renewed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from communes.actions.sending import submit_report
from communes.queries.drafts import draft_content
from tests import factories as f
from tests.factories_reports import address, opened, signed_in

pytestmark = pytest.mark.django_db
AUTOSAVE = {"X-Portal-Autosave": "1"}


def test_each_save_renews_the_version_for_the_next() -> None:
    place = f.commune()
    alice = f.officer(place)
    client = signed_in(alice)
    with f.on("2018-10-02", 9, 42):
        report = f.started(place, by=alice)
        fields = opened(client, report) | {"LD01": "3"}
        first = client.post(address("report-edit", report), fields, headers=AUTOSAVE).json()
        fields |= first["fields"] | {"LD01": "4"}
        second = client.post(address("report-edit", report), fields, headers=AUTOSAVE).json()
    assert first["saved"] == "Đã lưu lúc 09:42"
    assert [first["fields"]["version"], second["fields"]["version"]] == ["1", "2"]
    assert draft_content(report).answers["LD01"].value == Decimal(4)


def test_what_cannot_be_stored_is_said_and_the_rest_saved() -> None:
    place = f.commune()
    alice = f.officer(place)
    client = signed_in(alice)
    with f.on("2018-10-02"):
        report = f.started(place, by=alice)
        fields = opened(client, report) | {"LD01": "3", "limitations": "x" * 5001}
        answer = client.post(address("report-edit", report), fields, headers=AUTOSAVE).json()
    assert "trừ những chỗ cần sửa" in answer["saved"]
    assert draft_content(report).answers["LD01"].value == Decimal(3)


def test_a_report_sent_meanwhile_is_not_saved() -> None:
    place = f.commune()
    alice = f.officer(place)
    client = signed_in(alice)
    with f.on("2018-10-02"):
        report = f.written(place, by=alice)
        fields = opened(client, report)
        submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
        answer = client.post(address("report-edit", report), fields, headers=AUTOSAVE)
    assert answer.status_code == 409
