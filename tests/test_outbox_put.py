"""Mail is written down with what it is about: once for a key, gone with its transaction."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction

from bg_portal import clock, outbox
from bg_portal.outbox.models import Message

pytestmark = pytest.mark.django_db


def put(key: str = "k", subject: str = "Nhắc gửi báo cáo") -> None:
    outbox.put(key=key, to="officer@example.vn", subject=subject, body="Hạn gửi: 08/01/2018")


def test_a_message_is_written_down_and_not_sent_yet() -> None:
    put()
    message = Message.objects.get()
    assert (message.key, message.to, message.sent_at) == ("k", "officer@example.vn", None)
    assert mail.outbox == []


def test_a_key_is_used_once() -> None:
    put(subject="first")
    put(subject="second")
    assert Message.objects.get().subject == "first"


def test_a_key_that_was_used_leaves_the_transaction_usable() -> None:
    with transaction.atomic():
        put()
        put()
        put(key="other")
    assert Message.objects.count() == 2


def test_a_message_vanishes_with_what_it_was_about() -> None:
    with transaction.atomic():
        put()
        transaction.set_rollback(True)
    assert Message.objects.count() == 0


def test_a_subject_is_one_line_so_that_it_adds_no_header() -> None:
    put(subject="Nhắc\r\nBcc: someone@example.vn")
    assert outbox.send_due() == 1
    assert mail.outbox[0].subject == "Nhắc Bcc: someone@example.vn"
    assert mail.outbox[0].recipients() == ["officer@example.vn"]


def test_a_message_waits_until_its_moment() -> None:
    moment = clock.now() + timedelta(days=2)
    outbox.put(key="k", to="officer@example.vn", subject="s", body="b", not_before=moment)
    assert outbox.send_due() == 0
    with clock.standing_at(moment):
        assert outbox.send_due() == 1
