"""Somebody of the city decides on every comment; the second of two is told that somebody was faster."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from bg_portal import audit
from bg_portal.refused import Refused
from communes.models import User
from communes.roles import Role
from plans.actions.comments import answer_comment, approve_comments, reject_comments
from plans.comment_tokens import key_of
from plans.models import Comment, CommentAnswer
from plans.vocabulary import CommentReason
from tests import comments as c
from tests import factories as f
from tests.city import browser
from tests.comments import OBJECTIVE, ROOM, form_at, inside, pressed, read
from tests.page_forms import forms_of
from tests.races import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def course(comment: Comment) -> list[tuple[str, str]]:
    return list(comment.moves.order_by("pk").values_list("step", "target"))


def test_a_comment_is_approved_in_one_step(bob: User) -> None:
    comment = c.sent()
    assert pressed(bob, comment, approve="1").status_code == 302
    assert course(comment) == [("send", "waiting"), ("approve", "approved")]
    assert c.TEXT in read("/y-kien/")


def test_a_comment_is_not_published_for_a_reason_that_is_kept(bob: User) -> None:
    comment = c.sent()
    assert pressed(bob, comment, reject="1", reason="").status_code == 422
    assert course(comment) == [("send", "waiting")]
    assert pressed(bob, comment, reject="1", reason="off_topic").status_code == 302
    comment.refresh_from_db()
    assert (comment.state, comment.reason) == ("rejected", "off_topic")
    assert c.TEXT not in read("/y-kien/")


def test_an_answer_publishes_the_comment_with_it(bob: User) -> None:
    comment = c.sent()
    empty = pressed(bob, comment, answer="1", text="")
    assert empty.status_code == 422
    assert pressed(bob, comment, answer="1", text="Sẽ có từ quý IV.").status_code == 302
    page = read("/y-kien/")
    assert page.index(c.TEXT) < page.index("Sẽ có từ quý IV.")
    assert bob.name not in page, "the city answers, not a person"


def test_a_later_answer_stands_in_the_place_of_the_earlier(bob: User) -> None:
    comment = c.answered(bob, answer="Câu trả lời đầu.")
    client, address = browser(bob), inside(comment)
    offered = form_at(client, address)
    assert offered["text"] == ["Câu trả lời đầu."]
    assert client.post(address, {**offered, "answer": "1", "text": "Câu trả lời sau."}).status_code == 302
    for place in ("/y-kien/", OBJECTIVE, f"/y-kien/cua-toi/{key_of(comment.uid)}/"):
        assert "Câu trả lời sau." in read(place)
        assert "Câu trả lời đầu." not in read(place)


def test_several_are_decided_on_at_once(bob: User) -> None:
    one, two, three = (c.sent(f"Lời thứ {number}.") for number in range(3))
    client = browser(bob)
    ticked = {"chosen": [one.pk, three.pk]}
    assert client.post(ROOM, {**ticked, "approve": "1"}).status_code == 302
    states = dict(Comment.objects.values_list("pk", "state"))
    assert states == {one.pk: "approved", two.pk: "waiting", three.pk: "approved"}


def test_several_are_not_published_for_one_reason_and_stay_ticked_without_one(bob: User) -> None:
    ticked = {"chosen": [c.sent("Mua ngay.").pk, c.sent("Vay ngay.").pk], "reject": "1"}
    client = browser(bob)
    refused = client.post(ROOM, ticked)
    assert refused.status_code == 422
    again = next(each for each in forms_of(refused.content, ROOM) if "approve" in each.names()).untouched()
    assert sorted(again["chosen"]) == sorted(map(str, ticked["chosen"]))
    assert client.post(ROOM, {**again, "reject": "1", "reason": "advertising"}).status_code == 302
    assert set(Comment.objects.values_list("state", "reason")) == {("rejected", "advertising")}


def test_the_button_beside_a_comment_approves_that_one_alone(bob: User) -> None:
    one, two = c.sent("Lời thứ nhất."), c.sent("Lời thứ hai.")
    browser(bob).post(ROOM, {"chosen": [one.pk], "only": str(two.pk)})
    assert dict(Comment.objects.values_list("pk", "state")) == {one.pk: "waiting", two.pk: "approved"}


@pytest.mark.parametrize("sent", [{}, {"approve": "1"}, {"chosen": ["x", "-1"], "approve": "1"}])
def test_nothing_ticked_or_nothing_pressed_is_said(bob: User, sent: dict[str, Any]) -> None:
    c.sent()
    assert browser(bob).post(ROOM, sent).status_code == 422
    assert Comment.objects.get().state == "waiting"


def test_what_waits_longest_stands_first(bob: User) -> None:
    for day, text in (("2018-09-05", "Lời giữa."), ("2018-09-09", "Lời mới."), ("2018-09-01", "Lời cũ.")):
        with f.on(day):
            c.sent(text)
    page = read(ROOM, browser(bob))
    assert page.index("Lời cũ.") < page.index("Lời giữa.") < page.index("Lời mới.")


def test_the_moderator_is_pointed_to_what_should_be_looked_at(bob: User) -> None:
    comment = c.sent("Hỏi ông Nguyễn Văn An, số 0912 345 678.")
    for place in (ROOM, inside(comment)):
        page = read(place, browser(bob))
        assert "<q>ông Nguyễn Văn An</q>" in page
        assert "<q>0912 345 678</q>" in page


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"approve": "1"}, {"reject": "1", "reason": "off_topic"}),
        ({"reject": "1", "reason": "off_topic"}, {"approve": "1"}),
        ({"answer": "1", "text": "Cảm ơn."}, {"reject": "1", "reason": "off_topic"}),
        ({"answer": "1", "text": "Cảm ơn."}, {"approve": "1"}),
    ],
)
def test_the_second_of_two_reviewers_is_told_and_changes_nothing(
    bob: User, first: dict[str, str], second: dict[str, str]
) -> None:
    comment = c.sent()
    late = browser(f.reviewer())
    seen = form_at(late, inside(comment))
    assert pressed(bob, comment, **first).status_code == 302
    before = course(comment)
    answer = late.post(inside(comment), {**seen, **second}, follow=True)
    assert "người khác đã xử lý trước" in answer.content.decode()
    assert course(comment) == before


@pytest.mark.parametrize("first", [{"approve": "1"}, {"answer": "1", "text": "Lời trước."}])
def test_an_answer_to_what_somebody_else_decided_on_is_kept_and_can_be_sent_again(
    bob: User, first: dict[str, str]
) -> None:
    comment = c.sent()
    late, address = browser(f.reviewer()), inside(comment)
    seen = form_at(late, address)
    pressed(bob, comment, **first)
    refused = late.post(address, {**seen, "answer": "1", "text": "Lời sau.", "language": "vi"})
    page = refused.content.decode()
    assert refused.status_code == 409
    assert first.get("text", "") in page
    assert not CommentAnswer.objects.filter(text="Lời sau.").exists()
    again = next(each for each in forms_of(page, address) if "answer" in each.names()).untouched()
    assert again["text"] == ["Lời sau."]
    assert late.post(address, {**again, "answer": "1"}).status_code == 302
    assert "Lời sau." in read("/y-kien/")


@pytest.mark.parametrize("button", [{"approve": "1"}, {"reject": "1", "reason": "off_topic"}])
def test_an_answer_that_was_typed_is_not_lost_by_another_button(bob: User, button: dict[str, str]) -> None:
    comment = c.sent()
    kept = pressed(bob, comment, **button, text="Lời đã gõ.", language="vi")
    assert kept.status_code == 422
    assert "Lời đã gõ." in kept.content.decode()
    assert course(comment) == [("send", "waiting")]
    assert pressed(bob, comment, **button, text=" ", language="vi").status_code == 302


def test_a_reason_chosen_too_late_stays_chosen(bob: User) -> None:
    comment = c.sent()
    late, address = browser(f.reviewer()), inside(comment)
    seen = form_at(late, address)
    pressed(bob, comment, approve="1")
    refused = late.post(address, {**seen, "reject": "1", "reason": "insult"})
    assert refused.status_code == 409
    assert '<option value="insult" selected' in refused.content.decode()
    assert course(comment)[-1] == ("approve", "approved")


def test_in_a_list_that_is_out_of_date_only_what_still_waits_is_decided_on(bob: User) -> None:
    one, two = c.sent("Lời thứ nhất."), c.sent("Lời thứ hai.")
    pressed(f.reviewer(), one, reject="1", reason="off_topic")
    answer = browser(bob).post(ROOM, {"chosen": [one.pk, two.pk], "approve": "1"}, follow=True)
    assert "01 ý kiến giữ nguyên: người khác đã xử lý trước." in answer.content.decode()
    assert dict(Comment.objects.values_list("pk", "state")) == {one.pk: "rejected", two.pk: "approved"}


def test_what_was_decided_can_be_decided_anew_by_who_sees_it(bob: User) -> None:
    comment = c.approved(bob)
    assert pressed(bob, comment, reject="1", reason="personal_data").status_code == 302
    assert c.TEXT not in read("/y-kien/")
    assert pressed(bob, comment, approve="1").status_code == 302
    assert c.TEXT in read("/y-kien/")
    comment.refresh_from_db()
    assert comment.reason == ""


@pytest.mark.django_db(transaction=True)
def test_two_decisions_at_the_same_moment_are_one() -> None:
    bob, ben, comment = f.reviewer(), f.reviewer(), c.sent()
    with f.on("2018-10-02"):
        done = at_once(
            partial(approve_comments, pks=[comment.pk], by=bob),
            partial(reject_comments, pks=[comment.pk], reason=CommentReason.INSULT, by=ben),
        )
    assert sorted(done) == [0, 1]  # type: ignore[type-var]
    assert comment.moves.exclude(step="send").count() == 1
    assert audit.verify() is None


@pytest.mark.parametrize("role", [Role.LEADER, Role.INSPECTOR])
def test_leader_and_inspector_read_and_do_not_decide(role: Role) -> None:
    comment, client = c.sent(), browser(f.person("Minh", role))
    for place in (ROOM, inside(comment)):
        page = client.get(place)
        assert page.status_code == 200
        assert c.TEXT in page.content.decode()
        assert 'name="approve"' not in page.content.decode()
        assert client.post(place, {"approve": "1", "chosen": comment.pk}).status_code == 403
    assert Comment.objects.get().state == "waiting"


@pytest.mark.parametrize("role", [Role.OFFICER, Role.COMMUNE_LEADER, Role.ADMINISTRATOR])
def test_everybody_else_sees_nothing_of_what_waits(role: Role) -> None:
    place = f.commune() if role in (Role.OFFICER, Role.COMMUNE_LEADER) else None
    comment, client = c.sent(), browser(f.person("Minh", role, place))
    for address in (ROOM, inside(comment)):
        assert client.get(address).status_code == 403
        assert client.post(address, {"approve": "1", "chosen": comment.pk}).status_code == 403
    assert Comment.objects.get().state == "waiting"


def test_the_actions_refuse_who_may_not_decide() -> None:
    comment, leader = c.sent(), f.person("Giang", Role.LEADER)
    for act in (
        partial(approve_comments, pks=[comment.pk]),
        partial(reject_comments, pks=[comment.pk], reason=CommentReason.INSULT),
        partial(answer_comment, pk=comment.pk, text="Cảm ơn.", language="vi"),
    ):
        with pytest.raises(Refused):
            act(by=leader)
    assert course(comment) == [("send", "waiting")]


def test_the_desk_counts_what_waits_for_who_decides(bob: User) -> None:
    assert ROOM not in read("/lam-viec/", browser(bob)).partition("<main")[2]
    c.sent("Lời thứ nhất.")
    c.sent("Lời thứ hai.")
    c.approved(bob, "Lời thứ ba.")
    desk = read("/lam-viec/", browser(bob)).partition("<main")[2]
    assert f'<a href="{ROOM}">02 ý kiến chờ duyệt</a>' in desk
    leader = browser(f.person("Giang", Role.LEADER))
    assert "ý kiến chờ duyệt" not in read("/lam-viec/", leader)
