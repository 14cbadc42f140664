"""The nightly work forgets what the privacy notice says it forgets, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session

from bg_portal import clock, outbox
from bg_portal.outbox.models import Message
from communes.management.commands.work import forget

pytestmark = pytest.mark.django_db


def message(key: str, days: int) -> None:
    at = clock.now() - timedelta(days=days)
    Message.objects.create(
        key=key, to="an@example.vn", subject="Nhắc hạn", body="", created_at=at, not_before=at, claimed_at=at
    )


def test_old_mails_lose_their_addressee_and_keep_their_key() -> None:
    message("old", outbox.KEPT_DAYS + 1)
    message("young", outbox.KEPT_DAYS - 1)
    forget()
    told = dict(Message.objects.values_list("key", "to"))
    assert told == {"old": "", "young": "an@example.vn"}


def test_failed_sign_ins_and_sessions_that_are_over_go() -> None:
    AccessAttempt.objects.create(username="an@example.vn", ip_address="10.0.0.1", failures_since_start=2)
    now = clock.now()
    Session.objects.create(session_key="over", session_data="", expire_date=now - timedelta(hours=1))
    Session.objects.create(session_key="here", session_data="", expire_date=now + timedelta(hours=1))
    forget()
    assert AccessAttempt.objects.count() == 0
    assert list(Session.objects.values_list("session_key", flat=True)) == ["here"]
