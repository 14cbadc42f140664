"""Append-only tables: the database itself refuses to change or delete a row, and says which table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from bg_portal import append_only, audit
from bg_portal.audit.models import Event, Head
from tests.append_only_fixture import lifted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_chain")]


@pytest.fixture
def event() -> Event:
    return audit.record(kind="period.closed", by=1, subject="plans.period:4", data={})


def execute(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        (lambda: Event.objects.update(kind="period.reopened"), "UPDATE"),
        (lambda: Event.objects.all().delete(), "DELETE"),
        (lambda: execute("UPDATE audit_event SET kind = 'x'"), "UPDATE"),
        (lambda: execute("DELETE FROM audit_event"), "DELETE"),
    ],
)
def test_a_row_is_neither_changed_nor_deleted(
    event: Event, change: Callable[[], object], refused: str
) -> None:
    refusal = f"audit_event is append-only: {refused} refused"
    with pytest.raises(IntegrityError, match=refusal), transaction.atomic():
        change()
    assert Event.objects.get() == event


@pytest.mark.postgresql
def test_a_table_is_not_truncated(event: Event) -> None:
    with pytest.raises(IntegrityError, match="audit_event is append-only: TRUNCATE refused"):
        execute("TRUNCATE audit_event")


@pytest.mark.postgresql
def test_an_upsert_does_not_pass(event: Event) -> None:
    with pytest.raises(IntegrityError, match="UPDATE refused"):
        execute(
            "INSERT INTO audit_event SELECT * FROM audit_event "
            "ON CONFLICT (sequence) DO UPDATE SET kind = 'x'"
        )


@pytest.mark.sqlite
def test_insert_or_replace_does_not_pass(event: Event) -> None:
    with pytest.raises(IntegrityError, match="DELETE refused"):
        execute("INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event")


@pytest.mark.sqlite
def test_a_connection_that_lets_insert_or_replace_pass_is_reported() -> None:
    execute("PRAGMA recursive_triggers = OFF")
    try:
        assert append_only.triggers_missing(connection) == ["recursive_triggers"]
    finally:
        execute("PRAGMA recursive_triggers = ON")


def test_rows_are_still_added(event: Event) -> None:
    audit.record(kind="period.reopened", by=1, subject="plans.period:4", data={})
    assert Event.objects.count() == 2


def test_every_protected_table_has_its_triggers() -> None:
    assert append_only.triggers_missing(connection) == []


@pytest.mark.parametrize(
    "label",
    [
        "audit.Event",
        "audit.Check",
        "plans.Entry",
        "plans.Reading",
        "plans.AnnouncementVersion",
        "plans.AnnouncementMove",
        "plans.CommentMove",
        "communes.Submission",
        "communes.Passage",
        "communes.Extension",
        "communes.PeriodMove",
        "communes.SentProposal",
        "communes.ProposalAnswer",
        "communes.Instruction",
        "communes.InstructionMove",
    ],
)
def test_what_was_decided_sent_and_recorded_is_protected(label: str) -> None:
    table = apps.get_model(label)._meta.db_table
    names = {trigger.name for trigger in append_only.triggers(connection)}
    assert {f"{table}_no_update", f"{table}_no_delete"} <= names


def test_a_trigger_that_was_dropped_is_named_and_comes_back_with_the_next_migration(event: Event) -> None:
    trigger = append_only.triggers(connection)[0]
    execute(trigger.drop)
    assert append_only.triggers_missing(connection) == [trigger.name]
    call_command("migrate", verbosity=0)
    assert append_only.triggers_missing(connection) == []


@pytest.mark.postgresql
def test_a_trigger_that_was_disabled_is_named_and_installed_anew() -> None:
    trigger = append_only.triggers(connection)[0]
    table = trigger.name.removesuffix("_no_update")
    execute(f'ALTER TABLE "{table}" DISABLE TRIGGER "{trigger.name}"')
    assert append_only.triggers_missing(connection) == [trigger.name]
    append_only.install(connection)
    assert append_only.triggers_missing(connection) == []


def test_tests_may_lift_the_triggers_and_get_them_back(event: Event) -> None:
    with lifted(connection):
        Event.objects.all().delete()
    assert append_only.triggers_missing(connection) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", [1, 2])
def test_transactional_tests_leave_a_guarded_chain_behind(round_: int) -> None:
    assert Event.objects.count() == Head.objects.get().count == 0
    assert append_only.triggers_missing(connection) == []
    with transaction.atomic():
        audit.record(kind="period.closed", by=None, subject="plans.period:4", data={})
