"""Who wrote a comment is told what was decided, who decides is reminded; no mail quotes a comment."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command

from bg_portal.outbox.models import Message
from communes.models import User
from communes.roles import Role
from plans import words
from plans.actions.comment_notices import remind_of_comments
from plans.actions.comments import approve_comments
from plans.comment_tokens import key_of
from plans.vocabulary import CommentReason
from tests import comments as c
from tests import factories as f
from tests.comments import EMAIL, pressed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def mails() -> list[Message]:
    return list(Message.objects.filter(key__startswith="comment:").order_by("pk"))


def test_an_author_who_left_an_address_is_told_each_decision_without_a_word_of_the_comment(bob: User) -> None:
    comment = c.sent(email=EMAIL)
    pressed(bob, comment, approve="1")
    pressed(bob, comment, answer="1", text="Sẽ có từ quý IV.")
    pressed(bob, comment, reject="1", reason="off_topic")
    assert [mail.to for mail in mails()] == [EMAIL] * 3
    for mail in mails():
        assert key_of(comment.uid) in mail.body
        for secret in (c.TEXT, "ngoài giờ", "Lan Anh", "quý IV"):
            assert secret not in mail.subject + mail.body
    assert str(words.LABELS[CommentReason.OFF_TOPIC]) in mails()[-1].body


def test_nobody_is_written_to_who_left_no_address(bob: User) -> None:
    c.answered(bob)
    c.rejected(bob, text="Mua ngay.")
    assert mails() == []


def test_an_author_is_written_to_in_the_language_of_the_comment(bob: User) -> None:
    c.approved(bob, "More evening sessions, please.", language="en", email=EMAIL)
    assert "/en/y-kien/cua-toi/" in mails()[0].body
    assert "You wrote a comment" in mails()[0].body


def test_the_author_of_a_denunciation_is_told_where_to_turn(bob: User) -> None:
    c.rejected(bob, CommentReason.DENUNCIATION, email=EMAIL)
    assert "111 hoặc 113" in mails()[0].body


def reminders() -> list[str]:
    return list(
        Message.objects.filter(key__startswith="comments:").order_by("pk").values_list("to", flat=True)
    )


def test_who_decides_is_reminded_once_a_day_while_something_waits(bob: User) -> None:
    f.person("Giang", Role.LEADER)
    remind_of_comments()
    assert reminders() == []
    comment = c.sent()
    for _time in range(3):
        call_command("work", "--once")
    assert reminders() == [bob.email]
    with f.on("2018-10-03"):
        remind_of_comments()
    assert reminders() == [bob.email, bob.email]
    (mail, _other) = Message.objects.filter(key__startswith="comments:")
    assert c.TEXT not in mail.subject + mail.body
    approve_comments(pks=[comment.pk], by=bob)
    with f.on("2018-10-04"):
        remind_of_comments()
    assert len(reminders()) == 2
