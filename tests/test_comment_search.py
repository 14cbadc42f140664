"""Comments are found with and without accents once they are public, and no longer when they are not."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from django.test import Client

from communes.models import User
from plans.actions.comments import withdraw_comment
from tests import comments as c
from tests import factories as f
from tests.comments import read

pytestmark = pytest.mark.django_db
TEXT: Final = "Đề nghị mở lớp dạy nghề may ở phường Đa Mai vào buổi tối."


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def found(question: str, language: str = "") -> str:
    return Client().get(f"{language}/tim-kiem/", {"q": question}).content.decode()


@pytest.mark.parametrize(
    "question",
    ["nghề may", "nghe may", "NGHE MAY", "Nghề  mãy", "may nghề", "de nghi mo lop", "lop day nghe đa mai"],
)
@pytest.mark.parametrize("language", ["", "/en"])
def test_it_is_found_by_any_of_its_words_with_and_without_accents(
    bob: User, question: str, language: str
) -> None:
    comment = c.approved(bob, TEXT)
    assert f'href="{language}/y-kien/?so={comment.pk}"' in found(question, language)


def test_words_whose_accents_were_typed_apart_find_it_too(bob: User) -> None:
    comment = c.approved(bob, TEXT)
    assert f"/y-kien/?so={comment.pk}" in found("nghe\u0302\u0300 may")


def test_the_words_are_marked_where_they_stand(bob: User) -> None:
    c.approved(bob, TEXT)
    page = found("day nghe")
    assert "<mark>dạy</mark>" in page
    assert "<mark>nghề</mark>" in page


def test_what_is_found_is_the_comment_by_itself_with_the_way_to_all(bob: User) -> None:
    comment = c.answered(bob, TEXT)
    c.approved(bob, "Lời khác hẳn.")
    page = read(f"/y-kien/?so={comment.pk}")
    assert TEXT in page
    assert "Lời khác hẳn." not in page
    assert 'href="/y-kien/"' in page.partition("<main")[2]


def test_only_what_is_public_is_found(bob: User) -> None:
    for comment in (c.sent(TEXT), c.rejected(bob, text=f"{TEXT} Thêm nữa.")):
        assert f"so={comment.pk}" not in found("day nghe")
    public = c.approved(bob, f"{TEXT} Xin cảm ơn.")
    assert f"so={public.pk}" in found("day nghe")
    c.pressed(bob, public, reject="1", reason="off_topic")
    assert f"so={public.pk}" not in found("day nghe")


def test_what_was_taken_back_is_not_found(bob: User) -> None:
    comment = c.approved(bob, TEXT)
    withdraw_comment(uid=comment.uid)
    assert f"so={comment.pk}" not in found("day nghe")


def test_neither_an_address_nor_an_answer_of_somebody_else_is_searched(bob: User) -> None:
    comment = c.approved(bob, TEXT, email="kin@rieng.vn")
    assert f"so={comment.pk}" not in found("rieng")


@pytest.mark.parametrize("number", ["0", "x", "²", "9" * 40, "-1", "7777777"])
def test_no_comment_of_that_number_is_said(number: str) -> None:
    assert Client().get("/y-kien/", {"so": number}).status_code == 404


def test_what_is_shown_in_another_language_than_the_page_says_so(bob: User) -> None:
    c.approved(bob, TEXT)
    c.approved(bob, "More evening courses, please.", language="en")
    assert re.search(r'<span class="soft" lang="vi">[^\n]*<mark>dạy</mark>', found("day nghe", "/en"))
    assert re.search(r'<span class="soft" lang="en">[^\n]*<mark>evening</mark>', found("evening"))
    assert not re.search(r'lang="vi">[^\n]*<mark>dạy</mark>', found("day nghe"))


def test_where_nothing_is_found_ways_to_news_and_comments_are_shown() -> None:
    f.plan_loaded()
    page = found("khongcogi").partition("<main")[2].partition("</main>")[0]
    assert all(f'href="{way}"' in page for way in ("/tin-tuc/", "/y-kien/", "/so-do/"))
