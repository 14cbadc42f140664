"""What a check of the audit chain found is kept, so that it can be said when it was last whole."""

from __future__ import annotations

import pytest
from django.db import connection
from pytest_django import Settings

from bg_portal import audit
from bg_portal.audit.models import Check, Event
from bg_portal.dates import format_moment
from communes.management.commands.work import check_chain_if_missed
from tests import factories as f
from tests.append_only_fixture import lifted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_chain")]


def checked(day: str, hour: int = 2) -> Check:
    with f.on(day, hour):
        audit.check()
    last = audit.last_check()
    assert last is not None
    return last


def test_a_check_is_kept_with_its_hour_and_the_number_of_events(settings: Settings) -> None:
    settings.AUDIT_WITNESSES = {}
    audit.record(kind="person.signed_in", by=1, subject="communes.user:1", data={})
    last = checked("2018-10-03")
    assert (last.count, last.fault) == (1, "")
    assert format_moment(last.at) == "02:00, 03/10/2018"


def test_a_broken_chain_is_kept_as_such(settings: Settings) -> None:
    settings.AUDIT_WITNESSES = {}
    audit.record(kind="person.signed_in", by=1, subject="communes.user:1", data={})
    with lifted(connection):
        Event.objects.update(actor_id=2)
    last = checked("2018-10-03")
    assert (last.fault, last.sequence) == ("altered", 1)


def test_the_worker_makes_up_for_a_missed_night_and_only_for_that(settings: Settings) -> None:
    settings.AUDIT_WITNESSES = {}
    checked("2018-10-03")
    for day, checks in (("2018-10-04", 1), ("2018-10-05", 2), ("2018-10-05", 2)):
        with f.on(day, 1):
            check_chain_if_missed()
        assert Check.objects.count() == checks
