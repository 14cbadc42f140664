"""Recording events: listed kinds and keys, tokens only, inside a transaction, one after the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from django.db import close_old_connections, connection, transaction
from django.db.transaction import TransactionManagementError
from django.utils.timezone import get_default_timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from bg_portal import audit, clock
from bg_portal.audit.chain import GENESIS, hash_of
from bg_portal.audit.kinds import KINDS
from bg_portal.audit.models import Event, Head

MOMENT = datetime(2018, 10, 5, 9, 42, 7, 125, tzinfo=get_default_timezone())


def record(**changes: Any) -> Event:
    event: dict[str, Any] = {
        "kind": "report.moved",
        "by": 3,
        "subject": "communes.report:8",
        "data": {"move": "submit", "from": "draft", "to": "submitted", "number": 1},
    }
    return audit.record(**event | changes)


@pytest.mark.usefixtures("empty_chain")
def test_an_event_keeps_who_what_and_when_and_moves_the_head_on() -> None:
    with clock.standing_at(MOMENT):
        event = record()
    event.refresh_from_db()
    assert (event.sequence, event.at, event.actor_id, event.subject) == (1, MOMENT, 3, "communes.report:8")
    assert event.data["number"] == 1
    head = Head.objects.get()
    assert (head.count, head.last_hash) == (1, event.hash)


@pytest.mark.usefixtures("empty_chain")
def test_each_event_follows_the_one_before() -> None:
    first, second = record(), record()
    assert (first.previous_hash, second.previous_hash) == (GENESIS, first.hash)
    assert (first.sequence, second.sequence) == (1, 2)


@pytest.mark.usefixtures("empty_chain")
def test_an_event_read_from_the_database_has_the_hash_it_was_written_with() -> None:
    with clock.standing_at(MOMENT):
        record()
    event = Event.objects.get()
    assert event.computed_hash() == event.hash


@pytest.mark.usefixtures("empty_chain")
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "report.lost"}, "unknown kind"),
        ({"data": {"comment": "x"}}, "may not hold comment"),
        ({"data": {"move": "Thiếu số liệu quý III"}}, "move is not a token"),
        ({"data": {"move": "a sentence"}}, "move is not a token"),
        ({"data": {"move": "x" * 121}}, "move is not a token"),
        ({"data": {"move": 1.5}}, "move is neither"),
        ({"data": {"move": {"name": "x"}}}, "move is neither"),
        ({"subject": "Nguyễn Văn A"}, "subject is not a token"),
    ],
)
def test_free_text_names_and_unlisted_keys_stay_outside(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        record(**changes)
    assert Event.objects.count() == Head.objects.get().count == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("empty_chain")
def test_an_event_outside_a_transaction_is_refused() -> None:
    with pytest.raises(TransactionManagementError):
        record()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("empty_chain")
def test_an_event_vanishes_with_what_it_was_about() -> None:
    with transaction.atomic():
        record()
        transaction.set_rollback(True)
    assert Event.objects.count() == Head.objects.get().count == 0


def _record_in_a_thread(number: int) -> None:
    close_old_connections()
    try:
        with transaction.atomic():
            record(by=number)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("empty_chain")
def test_simultaneous_events_make_one_chain(settings: Settings) -> None:
    settings.AUDIT_WITNESSES = {}
    with ThreadPoolExecutor(4) as workers:
        list(workers.map(_record_in_a_thread, range(1, 13)))
    assert set(Event.objects.values_list("actor_id", flat=True)) == set(range(1, 13))
    assert Event.objects.count() == 12
    assert audit.verify() is None


def test_every_kind_says_whose_event_it_is() -> None:
    assert all(kind.count(".") == 1 and kind.islower() for kind in KINDS)


@given(st.datetimes(datetime(2016, 1, 1), datetime(2030, 1, 1)), st.integers(-12, 12))  # noqa: DTZ001
def test_the_hash_is_the_same_in_every_time_zone_and_order_of_keys(naive: datetime, hours: int) -> None:
    at = naive.replace(tzinfo=UTC)
    rest: dict[str, Any] = {
        "sequence": 1,
        "kind": "k",
        "actor_id": None,
        "subject": "s",
        "previous_hash": GENESIS,
    }
    one = hash_of(at=at, data={"a": 1, "b": "é"}, **rest)
    other = hash_of(at=at.astimezone(timezone(timedelta(hours=hours))), data={"b": "e\u0301", "a": 1}, **rest)
    assert one == other
