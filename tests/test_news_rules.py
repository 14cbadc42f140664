"""The course of an announcement: which moves there are, who may, and when a second reader is needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.news_content import SLUG_MAX, slug_of
from plans.newsflow import MOVES, PUBLISH, WRITABLE, WRITE, move_named, moves_from, read_by_another
from plans.topics import Topic, names, topic, topics
from plans.vocabulary import NewsMove, NewsState, TopicKind
from tests.documents import plan_125


def names_from(state: NewsState, *, changed: bool = True) -> set[str]:
    return {move.name.value for move in moves_from(state, changed=changed)}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (NewsState.DRAFT, {"schedule", "publish"}),
        (NewsState.SCHEDULED, {"publish", "take_back"}),
        (NewsState.PUBLISHED, {"publish", "withdraw"}),
        (NewsState.WITHDRAWN, {"take_back"}),
    ],
)
def test_what_can_be_done_in_each_state(state: NewsState, expected: set[str]) -> None:
    assert names_from(state) == expected


def test_what_is_public_is_published_again_only_where_its_text_changed() -> None:
    assert names_from(NewsState.PUBLISHED, changed=False) == {"withdraw"}
    assert names_from(NewsState.DRAFT, changed=False) == {"schedule", "publish"}


def test_every_state_is_reached_and_left() -> None:
    assert {move.target for move in MOVES} == set(NewsState)
    assert all(moves_from(state) for state in NewsState)


def test_what_is_scheduled_or_withdrawn_is_taken_back_before_it_is_written_on() -> None:
    assert set(NewsState) - WRITABLE == move_named(NewsMove.TAKE_BACK).sources


def test_writers_take_back_and_publishers_decide_what_readers_see() -> None:
    assert {move.permission for move in MOVES if move.shows_text} == {PUBLISH}
    assert move_named(NewsMove.WITHDRAW).permission == PUBLISH
    assert move_named(NewsMove.TAKE_BACK).permission == WRITE
    assert [move.name for move in MOVES if move.needs_reason] == [NewsMove.WITHDRAW]


def test_a_second_reader_is_somebody_else_than_the_last_writer() -> None:
    assert read_by_another(second_reader=False, writer=1, by=1)
    assert not read_by_another(second_reader=True, writer=1, by=1)
    assert read_by_another(second_reader=True, writer=1, by=2)
    assert read_by_another(second_reader=True, writer=None, by=2), "a text from a file has no writer"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Kế hoạch 125: phòng ngừa là chính", "ke-hoach-125-phong-ngua-la-chinh"),
        ("Đợt 2 – “Đa Mai”", "dot-2-da-mai"),
        ("!!!", "tin"),
        ("新聞", "tin"),
    ],
)
def test_a_title_in_an_address(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@given(st.text(max_size=300))
def test_any_title_makes_an_address(title: str) -> None:
    slug = slug_of(title)
    assert 0 < len(slug) <= SLUG_MAX
    assert slug.isascii()
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_every_part_of_the_plan_can_be_spoken_of_and_is_found_again() -> None:
    document = plan_125()
    parts = list(topics(document))
    assert {part.kind for part in parts} == set(TopicKind)
    for part in parts:
        assert topic(str(part)) == part
        called = names(document, part)
        assert called is not None
        assert called[0]


@pytest.mark.parametrize("text", ["", "objective", "objective:", "commune:da-mai", "MT1"])
def test_what_is_no_part_stands_for_the_whole_plan(text: str) -> None:
    assert topic(text) is None


def test_a_part_that_was_left_out_has_no_name() -> None:
    assert names(plan_125(), Topic(TopicKind.INDICATOR, "XX99")) is None
