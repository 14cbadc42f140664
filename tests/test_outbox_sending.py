"""Each message is sent at most once, whatever the mail server and other workers do."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from pytest_django import Settings

from bg_portal import outbox
from bg_portal.outbox.models import Message

pytestmark = pytest.mark.django_db(transaction=True)


class RefusingBackend(EmailBackend):
    """A mail server that breaks the line over one address, and needs a new line afterwards."""

    broken = False

    def open(self) -> bool | None:
        self.broken = False
        return True

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        assert not self.broken
        if messages[0].to == ["2@example.vn"]:
            self.broken = True
            raise SMTPRecipientsRefused({})
        return super().send_messages(messages)

    def close(self) -> None:
        self.broken = False


def put(*numbers: int) -> None:
    for number in numbers:
        outbox.put(
            key=f"k{number}", to=f"{number}@example.vn", subject=f"subject {number}", body=f"body {number}"
        )


def recipients() -> list[str]:
    return [message.to[0] for message in mail.outbox]


def unused_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def test_what_is_due_is_sent_oldest_first_and_once() -> None:
    put(1, 2, 3)
    assert outbox.send_due() == 3
    assert outbox.send_due() == 0
    assert recipients() == ["1@example.vn", "2@example.vn", "3@example.vn"]
    assert mail.outbox[0].body == "body 1"


def test_what_was_sent_keeps_no_text() -> None:
    put(1)
    outbox.send_due()
    message = Message.objects.get()
    assert message.sent_at is not None
    assert (message.body, message.attempts, message.last_error) == ("", 1, "")


def test_simultaneous_workers_send_each_message_once() -> None:
    put(*range(20))

    def work(_: int) -> int:
        try:
            return outbox.send_due()
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        sent = sum(workers.map(work, range(4)))
    assert sent == 20
    assert set(Counter(recipients()).values()) == {1}
    assert len(recipients()) == 20


def test_where_the_server_cannot_be_reached_all_wait_and_say_why(settings: Settings) -> None:
    put(1, 2)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port()
    assert outbox.send_due() == 0
    assert set(Message.objects.values_list("attempts", "last_error", "claimed_at")) == {
        (1, "ConnectionRefusedError", None)
    }
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert outbox.send_due() == 2
    assert set(Message.objects.values_list("attempts", "last_error")) == {(2, "")}


def test_a_message_that_failed_is_not_tried_again_and_holds_up_nobody(settings: Settings) -> None:
    put(1, 2, 3)
    settings.EMAIL_BACKEND = "tests.test_outbox_sending.RefusingBackend"
    assert outbox.send_due() == 2
    assert outbox.send_due() == 0
    failed = Message.objects.get(sent_at=None)
    assert (failed.key, failed.last_error, failed.body) == ("k2", "SMTPRecipientsRefused", "body 2")
    assert recipients() == ["1@example.vn", "3@example.vn"]


def test_sending_inside_a_transaction_is_refused_because_it_could_be_undone() -> None:
    put(1)
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        outbox.send_due()
    assert mail.outbox == []


def test_mail_asks_absence_notices_for_silence() -> None:
    put(1)
    outbox.send_due()
    assert mail.outbox[0].extra_headers["Auto-Submitted"] == "auto-generated"
