"""Whoever holds the private address of a comment follows it and takes it back; then no word of it is left."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import pytest
from django.test import Client

from bg_portal import audit
from bg_portal.audit.models import Event
from bg_portal.outbox import send_due
from bg_portal.outbox.models import Message
from communes.models import User
from plans import words
from plans.actions.comments import withdraw_comment
from plans.comment_tokens import key_of
from plans.models import Comment, CommentAnswer
from plans.vocabulary import CommentReason
from tests import comments as c
from tests import factories as f
from tests import news
from tests.city import browser
from tests.comments import read
from tests.races import at_once

pytestmark = pytest.mark.django_db
NAME, WORD, REPLY, EMAIL = "Tenkhonglap", "chukhonglap", "loikhonglap", "thukhonglap@example.vn"
"""Words that stand nowhere else in the database, whatever column keeps them."""
TEXT: Final = f"Mong có thêm buổi tối ({WORD})."


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def own(comment: Comment, language: str = "") -> str:
    return f"{language}/y-kien/cua-toi/{key_of(comment.uid)}/"


def withdrawn(comment: Comment) -> Any:
    return Client(enforce_csrf_checks=True).post(own(comment), {"withdraw": "1"}, follow=True)


def left() -> set[str]:
    """Every column that still holds a word of the comment, of its answer, or who wrote it."""
    return c.places_of(NAME, WORD, REPLY, EMAIL)


def test_what_was_sent_leads_to_its_private_page() -> None:
    answer = c.posted({**c.form_of(Client()), "name": NAME, "text": TEXT})
    assert answer["Location"] == own(Comment.objects.get())
    page = read(answer["Location"])
    assert TEXT in page
    assert "Đã nhận được ý kiến" in page


def test_the_private_page_shows_what_was_decided_and_answered(bob: User) -> None:
    answered = c.answered(bob, TEXT, f"Sẽ có ({REPLY}).")
    page = read(own(answered))
    assert f"Sẽ có ({REPLY})." in page
    assert "Đã nhận được ý kiến" not in page
    reason = CommentReason.PERSONAL_DATA
    refused = read(own(c.rejected(bob, reason, text="Ông ấy là người khác.")))
    assert str(words.LABELS[reason]) in refused
    assert "Ông ấy là người khác." in refused, "its author may object while it is kept"


def test_the_private_page_is_kept_by_nobody_on_the_way(bob: User) -> None:
    answer = Client().get(own(c.answered(bob)))
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.parametrize("change", ["", "x", "0" * 64, "{uid}", "{key}0", "{swapped}"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_key_that_was_not_given_out_opens_nothing(change: str, method: str) -> None:
    comment, other = c.sent(), c.sent("Lời khác.")
    key = key_of(comment.uid)
    swapped = comment.uid.hex + key_of(other.uid)[32:]
    wrong = change.format(uid=comment.uid.hex, key=key, swapped=swapped)
    address = f"/y-kien/cua-toi/{wrong}/" if wrong else "/y-kien/cua-toi/"
    assert getattr(Client(), method)(address, {"withdraw": "1"}).status_code == 404
    assert set(Comment.objects.values_list("state", flat=True)) == {"waiting"}


def test_a_key_of_no_comment_opens_nothing() -> None:
    gone = c.written().uid
    assert Client().get(f"/y-kien/cua-toi/{key_of(gone)}/").status_code == 404


def waiting(by: User) -> Comment:
    return c.sent(TEXT, name=NAME, email=EMAIL)


def public(by: User) -> Comment:
    return c.approved(by, TEXT, name=NAME, email=EMAIL)


def with_answer(by: User) -> Comment:
    return c.answered(by, TEXT, REPLY, name=NAME, email=EMAIL)


def refused(by: User) -> Comment:
    return c.rejected(by, CommentReason.INSULT, text=TEXT, name=NAME, email=EMAIL)


def about_news(by: User) -> Comment:
    return c.answered(by, TEXT, REPLY, name=NAME, email=EMAIL, news=news.published(by))


@pytest.mark.parametrize("stood", [waiting, public, with_answer, refused, about_news])
def test_taken_back_it_leaves_no_word_behind_in_any_table(bob: User, stood: Any) -> None:
    comment = stood(bob)
    assert left() >= {"plans_comment.text", "plans_comment.folded", "plans_comment.name"}
    answer = withdrawn(comment)
    assert answer.status_code == 200
    assert TEXT not in answer.content.decode()
    assert left() == set()
    assert not CommentAnswer.objects.exists()


def test_mail_about_it_that_waits_is_not_sent_and_mail_that_was_sent_is_forgotten(bob: User) -> None:
    comment = with_answer(bob)
    send_due()
    assert "outbox_message.to" in left()
    withdrawn(comment)
    assert left() == set()
    later = c.approved(bob, "Lời sau.", email=EMAIL)
    withdrawn(later)
    assert send_due() == 0
    assert set(Message.objects.values_list("to", "body")) == {("", "")}


def test_taken_back_it_is_gone_from_every_public_page(bob: User) -> None:
    comment = with_answer(bob)
    assert WORD in read("/y-kien/")
    withdrawn(comment)
    for place in (*c.PUBLIC, f"/tim-kiem/?q={WORD}"):
        page = read(place).replace(f'value="{WORD}"', "")
        assert NAME not in page
        assert REPLY not in page
        assert "buổi tối (" not in page
    assert Client().get(f"/y-kien/?so={comment.pk}").status_code == 404


def test_that_it_was_there_and_was_taken_back_stays_in_the_audit(bob: User) -> None:
    comment = with_answer(bob)
    withdrawn(comment)
    events = Event.objects.filter(kind="comment.moved").order_by("sequence")
    assert [event.data["step"] for event in events] == ["send", "answer", "withdraw"]
    assert [event.actor_id for event in events] == [None, bob.pk, None]
    assert list(comment.moves.order_by("pk").values_list("step", flat=True)) == [
        "send",
        "answer",
        "withdraw",
    ]
    assert audit.verify() is None


def test_taken_back_twice_it_is_taken_back_once() -> None:
    comment = c.sent()
    for _time in range(2):
        assert withdrawn(comment).status_code == 200
    assert comment.moves.filter(step="withdraw").count() == 1


@pytest.mark.django_db(transaction=True)
def test_taken_back_twice_at_the_same_moment_it_is_taken_back_once() -> None:
    comment = c.sent()
    at_once(*(partial(withdraw_comment, uid=comment.uid) for _time in range(2)))
    assert comment.moves.filter(step="withdraw").count() == 1
    assert audit.verify() is None


def test_the_city_cannot_decide_on_what_was_taken_back(bob: User) -> None:
    comment = c.sent()
    client = browser(bob)
    seen = c.form_at(client, c.inside(comment))
    withdrawn(comment)
    page = client.post(c.inside(comment), {**seen, "approve": "1"}, follow=True).content.decode()
    assert "người khác đã xử lý trước" in page
    assert 'name="approve"' not in page
    assert Comment.objects.get().state == "withdrawn"


def denounced(by: User) -> Comment:
    return c.rejected(by, CommentReason.DENUNCIATION, text=TEXT, name=NAME)


def test_a_denunciation_is_emptied_with_the_decision_and_its_author_told_where_to_turn(bob: User) -> None:
    comment = denounced(bob)
    assert left() == set()
    for language, told in (("", "Công an nơi gần nhất"), ("/en", "nearest police")):
        page = read(own(comment, language))
        assert told in page
        assert "111" in page
        assert 'name="withdraw"' not in page
    assert audit.verify() is None


def test_an_answer_that_stood_beside_a_denunciation_goes_with_it(bob: User) -> None:
    comment = with_answer(bob)
    c.pressed(bob, comment, reject="1", reason="denunciation")
    assert left() <= {"outbox_message.to"}, "only where to tell its author"


def test_what_is_empty_already_cannot_be_taken_back_and_keeps_its_reason(bob: User) -> None:
    comment = denounced(bob)
    assert withdrawn(comment).status_code == 200
    comment.refresh_from_db()
    assert (comment.state, comment.reason) == ("rejected", "denunciation")


def test_only_the_button_takes_it_back() -> None:
    comment = c.sent()
    assert Client().post(own(comment), {}).status_code == 422
    assert Client().get(own(comment), {"withdraw": "1"}).status_code == 200
    assert Comment.objects.get().state == "waiting"
