"""The nightly work deletes of comments what the privacy notice says, when it says so, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import StringIO
from typing import Any, Final

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client

from bg_portal import audit, clock
from bg_portal.audit.models import Event
from communes.models import User
from plans.actions.comments import answer_comment, withdraw_comment
from plans.comment_keeping import EMAIL_DAYS, PUBLIC_YEARS, REJECTED_DAYS, SENDER_HOURS
from plans.comment_pages import figures
from plans.comment_queries import counted
from plans.comment_tokens import key_of
from plans.commentflow import Seen
from plans.models import Comment, CommentSender
from plans.vocabulary import CommentReason, CommentState
from tests import comments as c
from tests import factories as f
from tests.comments import read

pytestmark = pytest.mark.django_db
DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)
WORD, REPLY, EMAIL = "chukhonglap", "loikhonglap", "thukhonglap@example.vn"


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def forgotten(at: datetime) -> None:
    """What the night of that day does."""
    with clock.standing_at(at):
        call_command("forget", stdout=StringIO())


def rows() -> dict[str, set[str]]:
    """Everything in the database, by table."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = set(map(repr, cursor.fetchall()))
    return found


def changed(at: datetime) -> set[str]:
    """The tables in which that night changes anything."""
    before = rows()
    forgotten(at)
    after = rows()
    return {table for table in before if before[table] != after[table]}


EMPTYING: Final = {"plans_comment", "plans_commentmove", "audit_event", "audit_head"}


def test_what_was_not_published_is_kept_for_its_days_and_then_deleted(bob: User) -> None:
    c.rejected(bob, text=f"Mua ngay {WORD}.", name=WORD)
    c.approved(bob, "Lời vẫn còn.")
    over = clock.now() + timedelta(days=REJECTED_DAYS)
    forgotten(over - DAY)
    assert "plans_comment.text" in c.places_of(WORD)
    assert changed(over + DAY) == EMPTYING
    assert c.places_of(WORD) == set()
    assert "Lời vẫn còn." in read("/y-kien/")


def test_the_days_of_what_was_not_published_count_from_the_decision(bob: User) -> None:
    with f.on("2018-06-01"):
        comment = c.sent(WORD)
    c.pressed(bob, comment, reject="1", reason="off_topic")
    forgotten(clock.now() + timedelta(days=REJECTED_DAYS - 1))
    assert "plans_comment.text" in c.places_of(WORD)


def test_what_is_public_is_deleted_with_its_answer_after_its_years(bob: User) -> None:
    c.answered(bob, f"Lời {WORD}.", f"Đáp {REPLY}.")
    over = clock.now().replace(year=clock.now().year + PUBLIC_YEARS)
    forgotten(over - DAY)
    assert {"plans_comment.text", "plans_commentanswer.text"} <= c.places_of(WORD, REPLY)
    assert changed(over + DAY) == {*EMPTYING, "plans_commentanswer"}
    assert c.places_of(WORD, REPLY) == set()


@pytest.mark.parametrize(
    ("now", "text"), [("2020-02-29", "Lời cũ."), ("2024-02-29", ""), ("2023-10-01", "Lời cũ.")]
)
def test_a_leap_day_is_a_day_like_others(bob: User, now: str, text: str) -> None:
    c.approved(bob, "Lời cũ.")
    with f.on(now):
        call_command("forget", stdout=StringIO())
    assert Comment.objects.get().text == text


def test_an_e_mail_address_is_deleted_some_days_after_the_last_step_alone(bob: User) -> None:
    comment = c.approved(bob, f"Lời {WORD}.", email=EMAIL)
    with clock.standing_at(clock.now() + timedelta(days=EMAIL_DAYS - 1)):
        told = clock.now()
        seen = Seen(CommentState.APPROVED)
        answer_comment(pk=comment.pk, text=REPLY, language="vi", by=bob, seen=seen)
    forgotten(told + timedelta(days=EMAIL_DAYS - 1))
    assert "plans_comment.email" in c.places_of(EMAIL)
    forgotten(told + timedelta(days=EMAIL_DAYS + 1))
    assert "plans_comment.email" not in c.places_of(EMAIL)
    assert {"plans_comment.text", "plans_commentanswer.text"} <= c.places_of(WORD, REPLY)


def test_mail_about_comments_is_forgotten_like_all_mail(bob: User) -> None:
    c.approved(bob, email=EMAIL)
    call_command("work", "--once")
    assert c.places_of(EMAIL) == {"plans_comment.email", "outbox_message.to"}
    forgotten(clock.now() + timedelta(days=EMAIL_DAYS + 1))
    assert c.places_of(EMAIL) == set()


def test_where_the_author_of_a_denunciation_was_told_is_forgotten_once_that_was_sent(bob: User) -> None:
    c.rejected(bob, CommentReason.DENUNCIATION, email=EMAIL)
    forgotten(clock.now() + HOUR)
    assert c.places_of(EMAIL) == {"outbox_message.to"}
    call_command("work", "--once")
    assert [told.to for told in mail.outbox] == [[EMAIL]]
    forgotten(clock.now() + DAY)
    assert c.places_of(EMAIL) == set()


def test_where_it_came_from_is_deleted_after_its_hours() -> None:
    c.sent()
    over = clock.now() + timedelta(hours=SENDER_HOURS)
    forgotten(over - HOUR)
    assert CommentSender.objects.count() == 1
    assert changed(over + HOUR) == {"plans_commentsender"}
    assert CommentSender.objects.count() == 0


def test_what_waits_for_a_decision_is_kept_however_long_it_waits() -> None:
    c.sent(f"Lời {WORD}.", email=EMAIL)
    forgotten(clock.now().replace(year=2030))
    assert {"plans_comment.text", "plans_comment.email"} <= c.places_of(WORD, EMAIL)


def test_nothing_changes_in_a_night_in_which_nothing_is_over(bob: User) -> None:
    c.sent("Lời chờ.", email=EMAIL)
    c.answered(bob, "Lời đã trả lời.", email=EMAIL)
    c.rejected(bob, text="Lời không đăng.", email=EMAIL)
    withdraw_comment(uid=c.sent("Lời đã rút.").uid)
    c.rejected(bob, CommentReason.DENUNCIATION, text="Tin báo.")
    assert changed(clock.now() + HOUR) == set()


def test_what_is_empty_is_emptied_once(bob: User) -> None:
    c.rejected(bob)
    withdraw_comment(uid=c.sent("Lời đã rút.").uid)
    c.rejected(bob, CommentReason.DENUNCIATION, text="Tin báo.")
    over = clock.now() + timedelta(days=REJECTED_DAYS + 1)
    forgotten(over)
    assert changed(over + DAY) == set()
    assert list(Event.objects.filter(data__step="forget").values_list("actor_id", flat=True)) == [None]


def test_that_it_was_there_stays_counted_and_in_the_audit(bob: User) -> None:
    comment = c.answered(bob, f"Lời {WORD}.", email=EMAIL)
    before = figures(counted())
    forgotten(clock.now().replace(year=2024))
    assert [row for row in figures(counted()) if row in before] == before
    assert list(comment.moves.order_by("pk").values_list("step", flat=True)) == ["send", "answer", "forget"]
    assert audit.verify() is None


def test_what_was_forgotten_is_on_no_page_and_its_author_is_told(bob: User) -> None:
    comment = c.answered(bob, f"Lời {WORD}.", REPLY)
    with f.on("2024-01-01"):
        call_command("forget", stdout=StringIO())
        for place in ("/y-kien/", c.OBJECTIVE, f"/tim-kiem/?q={WORD}"):
            assert f"Lời {WORD}" not in read(place).replace("<mark>", "").replace("</mark>", "")
            assert REPLY not in read(place)
        own = Client().get(f"/y-kien/cua-toi/{key_of(comment.uid)}/")
    assert own.status_code == 200
    assert "Nội dung đã được xóa" in own.content.decode()


@pytest.mark.parametrize(
    ("address", "sentences"),
    [
        (
            "/rieng-tu/",
            (
                f"sau {PUBLIC_YEARS} năm",
                f"xóa sau {REJECTED_DAYS} ngày kể từ khi có kết quả duyệt",
                f"chậm nhất {EMAIL_DAYS} ngày kể từ bước xử lý cuối cùng",
                f"{SENDER_HOURS} giờ",
            ),
        ),
        (
            "/en/rieng-tu/",
            (
                f"deleted after {PUBLIC_YEARS} years",
                f"deleted {REJECTED_DAYS} days after the decision",
                f"at the latest {EMAIL_DAYS} days after its last step",
                f"for {SENDER_HOURS} hours",
            ),
        ),
    ],
)
def test_the_privacy_notice_states_these_spans(address: str, sentences: tuple[str, ...]) -> None:
    page = " ".join(read(address).split())
    assert [sentence for sentence in sentences if sentence not in page] == []
