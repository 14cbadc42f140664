"""What everybody reads of comments: those approved, and what became of all; never an e-mail address."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from communes.models import User
from plans import words
from plans.actions.comments import answer_comment, approve_comments
from plans.actions.news import publish_announcement, take_back_announcement, withdraw_announcement
from plans.comment_pages import figures
from plans.comment_queries import counted
from plans.comment_tokens import key_of
from plans.commentflow import Seen
from plans.models import Comment
from plans.vocabulary import CommentReason, CommentState
from tests import comments as c
from tests import factories as f
from tests import news
from tests.city import browser
from tests.comments import EMAIL, PUBLIC, ROOM, inside, read

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def test_nothing_is_public_before_it_was_approved(bob: User) -> None:
    shown = news.published(bob)
    waiting = c.sent()
    about_news = c.sent("Tin rất dễ hiểu.", news=shown)
    address = f"/tin-tuc/{shown.year}/{shown.slug}/"
    for place in (*PUBLIC, address, "/tim-kiem/?q=ngoai+gio+hanh+chinh", "/tin-tuc/atom.xml"):
        assert c.TEXT not in read(place)
        assert "Tin rất dễ hiểu." not in read(place)
    assert Client().get(f"/y-kien/?so={waiting.pk}").status_code == 404
    approve_comments(pks=[waiting.pk, about_news.pk], by=bob)
    assert [place for place in PUBLIC if c.TEXT not in read(place)] == []
    assert "Tin rất dễ hiểu." in read(address)
    assert Client().get(f"/y-kien/?so={waiting.pk}").status_code == 200


def shown() -> dict[str, str]:
    """The figures of the public page."""
    return {str(row.term): str(row.value) for row in figures(counted())}


def answered_after(days: int, by: User, text: str) -> Comment:
    with f.on("2018-09-01"):
        comment = c.sent(text)
    with f.on(f"2018-09-{1 + days:02}"):
        answer_comment(pk=comment.pk, text="Cảm ơn.", language="vi", by=by)
    return comment


def test_everybody_reads_what_became_of_the_comments(bob: User) -> None:
    assert shown()["Thời gian trả lời (trung vị)"] == "chưa trả lời ý kiến nào"
    c.sent("Lời đang chờ.")
    c.approved(bob, "Lời đã duyệt.")
    answered_after(3, bob, "Lời đã trả lời.")
    for reason in (CommentReason.INSULT, CommentReason.INSULT, CommentReason.DENUNCIATION):
        c.rejected(bob, reason, text=f"Lời không đăng {Comment.objects.count()}.")
    Client().post(f"/y-kien/cua-toi/{key_of(c.sent('Lời đã rút.').uid)}/", {"withdraw": "1"})
    assert shown() == {
        "Đã nhận": "7",
        "Đã đăng": "2",
        "Thành phố đã trả lời": "1",
        "Thời gian trả lời (trung vị)": "3 ngày",
        "Đang chờ duyệt": "1",
        "Người gửi đã rút": "1",
        "Không đăng": "3",
        f"– {words.LABELS[CommentReason.INSULT]}": "2",
        f"– {words.LABELS[CommentReason.DENUNCIATION]}": "1",
    }
    page = read("/y-kien/")
    assert all(value in page for value in ("3 ngày", str(words.LABELS[CommentReason.INSULT])))


@pytest.mark.parametrize(
    ("days", "median"), [([5], "5 ngày"), ([1, 9], "5 ngày"), ([1, 2, 20], "2 ngày"), ([1, 2], "1,5 ngày")]
)
def test_the_median_time_to_an_answer(bob: User, days: list[int], median: str) -> None:
    for each in days:
        answered_after(each, bob, f"Hỏi {each}")
    assert shown()["Thời gian trả lời (trung vị)"] == median


def test_a_second_answer_makes_no_other_waiting(bob: User) -> None:
    comment = answered_after(2, bob, "Hỏi")
    answer_comment(pk=comment.pk, text="Thêm.", language="vi", by=bob, seen=Seen(CommentState.APPROVED))
    assert shown()["Thời gian trả lời (trung vị)"] == "2 ngày"
    assert shown()["Thành phố đã trả lời"] == "1"


def test_a_withdrawn_announcement_takes_its_comments_with_it(bob: User) -> None:
    item = news.published(bob)
    comment = c.answered(bob, "Tin rất dễ hiểu.", "Cảm ơn bạn đọc.", news=item)
    places = ("/y-kien/", "/tim-kiem/?q=de+hieu", "/en/y-kien/")
    assert all("rất dễ hiểu" in read(place).replace("<mark>", "").replace("</mark>", "") for place in places)
    withdraw_announcement(announcement=item, reason="Nhầm", by=bob)
    for place in (*places, f"/tin-tuc/{item.year}/{item.slug}/"):
        assert "dễ hiểu" not in read(place)
        assert "Cảm ơn bạn đọc." not in read(place)
    assert Client().get(f"/y-kien/?so={comment.pk}").status_code == 404
    assert Client().get(f"/y-kien/viet/tin-tuc/{item.year}/{item.slug}/").status_code == 404
    own = Client().get(f"/y-kien/cua-toi/{key_of(comment.uid)}/")
    assert "Tin rất dễ hiểu." in own.content.decode(), "its author still has it"
    assert browser(bob).get(inside(comment)).status_code == 200
    take_back_announcement(announcement=item, by=bob)
    publish_announcement(announcement=item, number=1, by=bob)
    assert "Tin rất dễ hiểu." in read("/y-kien/")


def test_the_address_of_who_wrote_stands_on_no_page(bob: User) -> None:
    item = news.published(bob)
    made = [
        c.sent("Lời đang chờ.", email=EMAIL),
        c.answered(bob, "Lời đã trả lời.", email=EMAIL),
        c.approved(bob, "Lời về tin.", news=item, email=EMAIL),
        c.rejected(bob, text="Lời không đăng.", email=EMAIL),
    ]
    client = browser(bob)
    pages = [
        *(read(place) for place in (*PUBLIC, f"/tin-tuc/{item.year}/{item.slug}/", "/tim-kiem/?q=loi")),
        read("/tim-kiem/?q=rieng"),
        *(read(f"/y-kien/cua-toi/{key_of(comment.uid)}/") for comment in made),
        *(read(f"{ROOM}?loai={state}", client) for state in ("waiting", "approved", "rejected")),
        *(read(inside(comment), client) for comment in made),
    ]
    assert [page for page in pages if "rieng.vn" in page] == []


def declared(page: str, text: str) -> str:
    """The language that the element around a paragraph of a page declares."""
    found = re.search(rf"<div([^>]*)>\s*<p>{re.escape(text)}</p>", page)
    assert found is not None
    return "".join(re.findall(r'lang="(\w+)"', found[1]))


def test_the_english_page_says_that_a_comment_is_vietnamese_and_the_other_way_round(bob: User) -> None:
    c.answered(bob, answer="Sẽ có từ quý IV.")
    c.answered(bob, "More evenings, please.", "Yes.", language="en")
    english, vietnamese = read("/en/y-kien/"), read("/y-kien/")
    for text in (c.TEXT, "Sẽ có từ quý IV."):
        assert declared(english, text) == "vi"
        assert declared(vietnamese, text) == ""
    assert declared(english, "More evenings, please.") == ""
    assert declared(vietnamese, "More evenings, please.") == "en"


def test_the_english_page_says_that_an_announcement_is_named_in_vietnamese(bob: User) -> None:
    item = news.published(bob, title_en="", summary_en="", body_en="", source_en="", title_vi="Lịch quý IV")
    c.approved(bob, news=item)
    link = re.search(r"<a ([^>]*)>Lịch quý IV</a>", read("/en/y-kien/"))
    assert link is not None
    assert 'lang="vi"' in link[1]
    assert 'lang="vi"' not in read("/y-kien/").partition("<h1")[2].partition("</main>")[0]
