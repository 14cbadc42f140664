"""Putting mail into the outbox, and sending what is due, each at most once."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F

from bg_portal import clock
from bg_portal.outbox import KEPT_DAYS
from bg_portal.outbox.models import Message

BATCH = 100  # messages for one call of send_due

log = logging.getLogger(__name__)


def put(*, key: str, to: str, subject: str, body: str, not_before: datetime | None = None) -> None:
    """Write a mail down within the caller's transaction: it goes out only if that is committed.

    A key that was used before is left as it is, whatever the rest says, so putting twice is putting once.
    """
    now = clock.now()
    message = Message(
        key=key,
        to=to,
        subject=" ".join(subject.split()),
        body=body,
        created_at=now,
        not_before=not_before or now,
    )
    Message.objects.bulk_create([message], ignore_conflicts=True)


def send_due() -> int:
    """Send up to 100 messages that are due, oldest first; how many the mail server accepted.

    At most once each: the server is reached first, then the message is claimed by one conditional UPDATE,
    committed before it is sent. So of two workers one sends. Where the server cannot be reached nothing is
    claimed and the next call tries again. A claimed message is never tried again: the server may have
    accepted it before the line broke, and a second reminder does more harm than a missing one. It stays,
    with the class of the error, for people to look at.
    """
    due = Message.objects.filter(claimed_at=None, not_before__lte=clock.now()).order_by("not_before", "id")
    waiting = list(due.values_list("pk", flat=True)[:BATCH])
    server = get_connection()
    sent = 0
    try:
        for place, pk in enumerate(waiting):
            if not _reached(server, waiting[place:]):
                break
            if _claimed(pk):
                sent += _sent(Message.objects.get(pk=pk), server)
    finally:
        server.close()
    return sent


def discard_waiting() -> int:
    """Let nothing of what waits go out; how many: illustrative people get no mail about illustrative reports.

    The messages stay as claimed, so that the same ones are not put again.
    """
    return Message.objects.filter(claimed_at=None).update(claimed_at=clock.now(), body="")


def forget(*, keys: Iterable[str]) -> None:
    """Forget these mails at once: what waits of them does not go out. Their keys stay."""
    mails = Message.objects.filter(key__in=list(keys))
    mails.filter(claimed_at=None).update(claimed_at=clock.now())
    mails.update(to="", subject="", body="")


def forget_sent(*, keys: Iterable[str]) -> int:
    """Forget to whom these mails went and what about, as soon as they are on their way; how many."""
    gone = Message.objects.filter(key__in=list(keys)).exclude(claimed_at=None).exclude(to="")
    return gone.update(to="", subject="", body="")


def forget_addressees() -> int:
    """Forget to whom mails went and what about, once they are old; how many. Their keys stay."""
    old = clock.now() - timedelta(days=KEPT_DAYS)
    return Message.objects.filter(claimed_at__lt=old).exclude(to="").update(to="", subject="", body="")


def _reached(server: BaseEmailBackend, waiting: list[int]) -> bool:
    """Whether the line to the mail server stands; where it does not, the waiting messages say why."""
    try:
        server.open()
    except OSError as error:  # refused, unknown host, timeout, wrong password: SMTP errors are OSErrors
        name = type(error).__name__
        log.warning("the mail server could not be reached: %s", name)
        Message.objects.filter(pk__in=waiting, claimed_at=None).update(
            attempts=F("attempts") + 1, last_error=name
        )
        return False
    return True


def _claimed(pk: int) -> bool:
    with transaction.atomic(durable=True):
        free = Message.objects.filter(pk=pk, claimed_at=None)
        return free.update(claimed_at=clock.now(), attempts=F("attempts") + 1, last_error="") == 1


def _sent(message: Message, server: BaseEmailBackend) -> bool:
    """Hand one claimed message over. What was sent is not kept: links to sign in may stand in it."""
    mail = EmailMessage(
        message.subject,
        message.body,
        to=[message.to],
        connection=server,
        headers={"Auto-Submitted": "auto-generated"},  # RFC 3834: no answer from absence notices
    )
    mine = Message.objects.filter(pk=message.pk)
    try:
        mail.send()
    except Exception as error:  # whatever it is, the other messages still go out
        log.warning("message %s was not sent: %s", message.key, type(error).__name__)
        mine.update(last_error=type(error).__name__)
        server.close()  # the line may be unusable; the next message opens another
        return False
    mine.update(sent_at=clock.now(), body="")
    return True
