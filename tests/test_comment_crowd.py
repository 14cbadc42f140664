"""Programs and people write at once: of the programs nothing is kept, and no comment of a human is lost."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import Any, Final

import pytest
from django.urls import resolve

from plans.commenting import BURST, LEAST_SECONDS, OPEN_HOURS
from plans.models import Comment, CommentMove, CommentSender
from tests import comments as c
from tests import factories as f
from tests.comments import TYPED, filled
from tests.races import at_once

pytestmark = pytest.mark.django_db
ENOUGH: Final = LEAST_SECONDS + 1


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


def bots() -> list[Any]:
    """Programs, each of another kind; what each sends, from where."""
    replayed = filled(text="Lời của máy.")
    c.posted(replayed, at="10.1.0.1")
    return [
        *(partial(c.posted, filled(text=f"Mua {n}", seconds=0), at="10.1.0.2") for n in range(8)),
        *(partial(c.posted, {**replayed, "text": f"Mua nữa {n}"}, at="10.1.0.1") for n in range(8)),
        *(partial(c.posted, filled(text=f"Vay {n}", website="x"), at="10.1.0.3") for n in range(8)),
        *(partial(c.posted, filled(text="www.vi-du.vn " * 50), at=f"10.1.1.{n}") for n in range(8)),
        *(partial(c.posted, {**TYPED, "text": f"Bán {n}"}, at=f"10.1.2.{n}") for n in range(8)),
    ]


def person(number: int) -> Any:
    """Somebody who is refused for one reason or another, and sends again what is shown."""
    mistakes: list[dict[str, Any]] = [
        {},
        {"seconds": 0},
        {"website": "lan"},
        {"seconds": OPEN_HOURS * 3600 + 60},
        {"token": "x"},
    ]

    def write() -> Any:
        at = f"10.2.0.{number}"
        answer = c.posted(filled(text=f"Ý kiến của người thứ {number}.", **mistakes[number % 5]), at=at)
        if answer.status_code != 302:
            with c.later(ENOUGH):
                answer = c.posted(c.form_in(answer.content), at=at)
        return answer

    return write


def test_in_a_crowd_of_programs_no_human_s_comment_is_lost_and_no_other_is_kept() -> None:
    with c.later(0):
        everybody = [*bots(), *(person(number) for number in range(25))]
        Random(125).shuffle(everybody)
        answers = [each() for each in everybody]
    assert len(answers) == 65
    texts = set(Comment.objects.values_list("text", flat=True))
    assert texts == {"Lời của máy.", *(f"Ý kiến của người thứ {number}." for number in range(25))}


@pytest.mark.django_db(transaction=True)
def test_the_same_form_sent_twice_at_the_same_moment_makes_one_comment() -> None:
    sent = filled()
    answers: list[Any] = at_once(*(partial(c.posted, sent, at=f"10.0.0.{n}") for n in range(3)))
    assert [answer.status_code for answer in answers] == [302] * 3
    assert len({answer["Location"] for answer in answers}) == 1
    assert resolve(answers[0]["Location"]).url_name == "comment-own"
    assert (Comment.objects.count(), CommentMove.objects.count(), CommentSender.objects.count()) == (1, 1, 1)


@pytest.mark.django_db(transaction=True)
def test_two_texts_sent_with_one_form_at_the_same_moment_are_both_kept() -> None:
    sent = filled()
    texts = ("Lời thứ nhất.", "Lời thứ hai.")
    answers: list[Any] = at_once(*(partial(c.posted, {**sent, "text": text}) for text in texts))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    (late,) = (answer for answer in answers if answer.status_code == 409)
    (text,) = c.form_in(late.content)["text"]
    assert {text, Comment.objects.get().text} == set(texts)


@pytest.mark.django_db(transaction=True)
def test_what_one_address_sends_at_the_same_moment_counts_to_the_last_one() -> None:
    most, _minutes = BURST
    for number in range(most - 1):
        c.posted(filled(text=f"Lời thứ {number}."))
    more = [filled(text=f"Lời cùng lúc, thứ {number}.") for number in range(5)]
    answers: list[Any] = at_once(*(partial(c.posted, sent) for sent in more))
    assert sorted(answer.status_code for answer in answers) == [302, 429, 429, 429, 429]
    assert Comment.objects.count() == CommentSender.objects.count() == most


@pytest.mark.django_db(transaction=True)
def test_of_one_long_text_sent_from_many_places_at_the_same_moment_one_is_kept() -> None:
    forms = [filled() for _place in range(5)]
    answers: list[Any] = at_once(*(partial(c.posted, sent, at=f"10.0.0.{n}") for n, sent in enumerate(forms)))
    assert sorted(answer.status_code for answer in answers) == [302, 422, 422, 422, 422]
    assert Comment.objects.count() == 1
