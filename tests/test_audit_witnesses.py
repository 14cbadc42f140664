"""Rows are guarded by the chain: their digests are computed anew and compared with their events."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.utils import translation
from pytest_django import Settings

from bg_portal import audit
from bg_portal.audit.models import Head
from bg_portal.audit.verification import Broken, Fault

pytestmark = pytest.mark.django_db

LIVE: dict[str, str | None] = {}


def witness() -> Iterator[tuple[str, str]]:
    for subject, digest in LIVE.items():
        if digest is None:
            raise ValueError("not a value that a program wrote")
        yield subject, digest


@pytest.fixture(autouse=True)
def three_rows_with_their_events(
    empty_chain: None, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.AUDIT_WITNESSES = {"ledger.entered": "tests.test_audit_witnesses.witness"}
    rows = {f"plans.entry:{number}": str(number) * 64 for number in (1, 2, 3)}
    for version, (subject, digest) in enumerate(rows.items(), start=1):
        data: dict[str, str | int | None] = {"version": version, "kind": "acceptance", "digest": digest}
        audit.record(kind="ledger.entered", by=1, subject=subject, data=data)
    monkeypatch.setattr("tests.test_audit_witnesses.LIVE", rows)


def test_rows_as_they_were_written_hold() -> None:
    assert audit.verify() is None


def test_a_changed_row_is_named_with_its_event() -> None:
    LIVE["plans.entry:2"] = "f" * 64
    assert audit.verify() == Broken(Fault.ROW_CHANGED, 2, "plans.entry:2")


def test_a_deleted_row_is_named_with_its_event() -> None:
    del LIVE["plans.entry:3"]
    assert audit.verify() == Broken(Fault.ROW_DELETED, 3, "plans.entry:3")


def test_all_rows_deleted_names_the_first() -> None:
    LIVE.clear()
    assert audit.verify() == Broken(Fault.ROW_DELETED, 1, "plans.entry:1")


def test_of_several_faults_the_first_event_is_named() -> None:
    LIVE["plans.entry:3"] = LIVE["plans.entry:9"] = "f" * 64
    del LIVE["plans.entry:1"]
    assert audit.verify() == Broken(Fault.ROW_DELETED, 1, "plans.entry:1")


def test_a_row_without_an_event_is_named() -> None:
    LIVE["plans.entry:9"] = "f" * 64
    assert audit.verify() == Broken(Fault.ROW_UNRECORDED, None, "plans.entry:9")


def test_rows_that_cannot_be_read_are_named_by_their_kind() -> None:
    LIVE["plans.entry:2"] = None
    assert audit.verify() == Broken(Fault.ROWS_UNREADABLE, None, "ledger.entered")


def test_events_of_other_kinds_need_no_row() -> None:
    audit.record(kind="plan.loaded", by=None, subject="plans.plan:1", data={"version": 1, "digest": "a"})
    assert audit.verify() is None


def test_the_command_says_how_far_the_chain_holds() -> None:
    out = io.StringIO()
    with translation.override("en"):
        call_command("verify_audit", stdout=out)
    head = Head.objects.get()
    assert out.getvalue() == f"The audit chain holds: 3 events, last hash {head.last_hash}.\n"
