"""Whatever somebody does to the events by SQL, triggers dropped, is found and the first broken one named."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django import Settings

from bg_portal import audit
from bg_portal.audit.models import Event, Head
from bg_portal.audit.verification import Broken, Fault
from tests.append_only_fixture import lifted


def chain(length: int = 6) -> None:
    for number in range(1, length + 1):
        data: dict[str, str | int | None] = {"number": number, "digest": "0" * 64}
        audit.record(kind="submission.sent", by=number, subject=f"communes.submission:{number}", data=data)


def execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def forge(sequence: int, *, follow: int | None = None) -> None:
    """Somebody who knows the code: an event with a hash of its own, following whichever is wanted."""
    event = Event.objects.get(sequence=sequence)
    event.actor_id = 99
    if follow is not None:
        event.previous_hash = Event.objects.get(sequence=follow).hash
    event.hash = event.computed_hash()
    event.save(force_update=True)


@pytest.fixture(autouse=True)
def six_events_without_triggers(empty_chain: None, settings: Settings) -> Iterator[None]:
    settings.AUDIT_WITNESSES = {}
    chain()
    with lifted(connection):
        yield


def test_a_chain_that_nobody_touched_holds() -> None:
    assert audit.verify() is None


def test_an_empty_chain_holds() -> None:
    execute("DELETE FROM audit_event")
    Head.objects.all().delete()
    Head.objects.create()
    assert audit.verify() is None


@pytest.mark.parametrize(
    ("statement", "fault", "sequence"),
    [
        ("UPDATE audit_event SET actor_id = 99 WHERE sequence = 3", Fault.ALTERED, 3),
        ("UPDATE audit_event SET actor_id = NULL WHERE sequence = 3", Fault.ALTERED, 3),
        ("UPDATE audit_event SET kind = 'report.moved' WHERE sequence = 1", Fault.ALTERED, 1),
        ("UPDATE audit_event SET subject = 'x.y:1' WHERE sequence = 6", Fault.ALTERED, 6),
        ("UPDATE audit_event SET data = '{}' WHERE sequence = 2", Fault.ALTERED, 2),
        ("UPDATE audit_event SET data = '7' WHERE sequence = 2", Fault.ALTERED, 2),
        ("UPDATE audit_event SET at = '2016-11-07 00:00:00' WHERE sequence = 4", Fault.ALTERED, 4),
        ("UPDATE audit_event SET hash = 'f' WHERE sequence = 5", Fault.ALTERED, 5),
        ("UPDATE audit_event SET previous_hash = 'f' WHERE sequence = 5", Fault.ALTERED, 5),
        ("DELETE FROM audit_event WHERE sequence = 1", Fault.DELETED, 1),
        ("DELETE FROM audit_event WHERE sequence = 3", Fault.DELETED, 3),
        ("DELETE FROM audit_event WHERE sequence = 6", Fault.DELETED, 6),
        ("DELETE FROM audit_event WHERE sequence > 2", Fault.DELETED, 3),
        ("DELETE FROM audit_event", Fault.DELETED, 1),
        ("UPDATE audit_event SET sequence = 7 WHERE sequence = 3", Fault.DELETED, 3),
        ("DELETE FROM audit_head", Fault.HEAD_LOST, None),
        ("UPDATE audit_head SET count = 4", Fault.HEAD_CHANGED, 4),
        ("UPDATE audit_head SET count = 7", Fault.DELETED, 7),
        ("UPDATE audit_head SET last_hash = 'f'", Fault.HEAD_CHANGED, 6),
    ],
)
def test_one_statement_is_found(statement: str, fault: Fault, sequence: int | None) -> None:
    execute(statement)
    broken = audit.verify()
    assert broken is not None
    assert (broken.fault, broken.sequence) == (fault, sequence)


@pytest.mark.sqlite
@pytest.mark.parametrize("value", ["'yesterday'", "'2016-13-45 00:00:00'", "''"])
def test_a_value_that_cannot_be_read_is_found(value: str) -> None:
    execute(f"UPDATE audit_event SET at = {value} WHERE sequence = 4")
    broken = audit.verify()
    assert broken is not None
    assert (broken.fault, broken.sequence) == (Fault.ALTERED, 4)


def test_two_events_that_changed_places_are_found() -> None:
    execute(
        "UPDATE audit_event SET sequence = 100 WHERE sequence = 2",
        "UPDATE audit_event SET sequence = 2 WHERE sequence = 4",
        "UPDATE audit_event SET sequence = 4 WHERE sequence = 100",
    )
    assert audit.verify() == Broken(Fault.ALTERED, 2, "communes.submission:4")


def test_an_event_appended_behind_the_head_is_found() -> None:
    execute(
        "INSERT INTO audit_event (sequence, at, kind, actor_id, subject, data, previous_hash, hash) "
        "SELECT 7, at, kind, actor_id, subject, data, hash, 'forged' FROM audit_event WHERE sequence = 6"
    )
    assert audit.verify() == Broken(Fault.ADDED, 7, "communes.submission:6")


def test_an_event_put_before_the_first_is_found() -> None:
    execute(
        "INSERT INTO audit_event (sequence, at, kind, actor_id, subject, data, previous_hash, hash) "
        "SELECT 0, at, kind, actor_id, subject, data, hash, 'forged' FROM audit_event WHERE sequence = 6"
    )
    assert audit.verify() == Broken(Fault.ADDED, 0, "communes.submission:6")


def test_an_altered_event_with_a_hash_made_to_fit_breaks_the_next_one() -> None:
    forge(3)
    assert audit.verify() == Broken(Fault.UNLINKED, 4, "communes.submission:4")


def test_a_tail_written_anew_does_not_meet_the_head() -> None:
    forge(4)
    forge(5, follow=4)
    forge(6, follow=5)
    assert audit.verify() == Broken(Fault.HEAD_CHANGED, 6)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", r"event 3 \(communes.submission:3\): its content was changed after it was written"),
        ("vi", r"sự kiện số 3 \(communes.submission:3\): nội dung bị sửa sau khi ghi"),
    ],
)
def test_the_command_names_the_event_and_fails(language: str, words: str) -> None:
    execute("UPDATE audit_event SET actor_id = 99 WHERE sequence = 3")
    with translation.override(language), pytest.raises(CommandError, match=words) as failed:
        call_command("verify_audit")
    assert failed.value.returncode == 1


def test_the_command_fails_where_triggers_are_missing() -> None:
    with translation.override("en"), pytest.raises(CommandError, match=r"Missing.*audit_event_no_update"):
        call_command("verify_audit")


class AnyTampering(TestCase):
    """Any change of any column of any event is found, at that event or at the very next."""

    CHANGES: tuple[Callable[[Event], None], ...] = (
        lambda event: setattr(event, "actor_id", 99),
        lambda event: setattr(event, "kind", "other"),
        lambda event: setattr(event, "subject", "x.y:0"),
        lambda event: event.data.update(number=99),
        lambda event: setattr(event, "previous_hash", "f" * 64),
    )

    @given(st.integers(1, 6), st.sampled_from(CHANGES), st.booleans())
    def test_is_found(self, sequence: int, change: Callable[[Event], None], rehash: bool) -> None:
        event = Event.objects.get(sequence=sequence)
        change(event)
        if rehash:
            event.hash = event.computed_hash()
        event.save(force_update=True)
        broken = audit.verify()
        assert broken is not None
        assert broken.sequence is not None
        assert broken.sequence - sequence in ({0, 1} if rehash else {0})
