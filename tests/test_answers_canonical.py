"""The canonical form of a report: one spelling for one content, read back without loss."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communes.answers import Answer, Content, canonical, checksum, read
from communes.vocabulary import ReportKind
from plans.vocabulary import NoFigure

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
days = st.one_of(st.none(), st.dates(date(2016, 1, 1), date(2030, 1, 1)))
values = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False)


@st.composite
def given_answers(draw: st.DrawFn) -> dict[str, Answer]:
    codes = draw(st.lists(st.sampled_from(["LD01", "LG11", "SK02", "MB01"]), unique=True))
    return {code: draw(_answer(code)) for code in codes}


def _answer(code: str) -> st.SearchStrategy[Answer]:
    outcome = st.one_of(
        values.map(lambda value: (value, "")), st.sampled_from(NoFigure).map(lambda r: (None, r.value))
    )
    return st.builds(
        lambda found, text, number, day, until, activity, note: Answer(
            code, found[0], found[1], text, number, day, until, activity, note
        ),
        *(outcome, words, words, days, days, words, words),
    )


contents = st.builds(
    Content,
    kind=st.sampled_from([kind.value for kind in ReportKind]),
    answers=given_answers(),
    accounts=st.dictionaries(st.integers(1, 8), words.filter(bool)),
    limitations=words,
    next_tasks=words,
    proposals=st.lists(words, max_size=3).map(tuple),
    cleared_by_name=words,
    cleared_by_title=words,
    cleared_on=days,
)


@given(contents)
def test_what_was_written_is_read_back(content: Content) -> None:
    assert read(canonical(content)) == content


@given(contents)
def test_writing_what_was_read_changes_nothing(content: Content) -> None:
    text = canonical(content)
    assert canonical(read(text)) == text


@given(contents, st.randoms())
def test_the_order_in_which_answers_were_typed_does_not_matter(content: Content, random: object) -> None:
    codes = list(content.answers)
    random.shuffle(codes)  # type: ignore[attr-defined]
    shuffled = replace(content, answers={code: content.answers[code] for code in codes})
    assert canonical(shuffled) == canonical(content)


def one(value: str) -> Content:
    return Content("ordinary", {"SK02": Answer("SK02", Decimal(value))}, {})


@pytest.mark.parametrize("spelling", ["12.500", "12.5", "12.50", "1.25E+1"])
def test_one_number_has_one_spelling(spelling: str) -> None:
    assert json.loads(canonical(one(spelling)))["answers"]["SK02"] == {"value": "12.5"}


@pytest.mark.parametrize(("spelling", "plain"), [("0.000", "0"), ("100", "100"), ("1E+3", "1000")])
def test_whole_numbers_keep_their_zeros(spelling: str, plain: str) -> None:
    assert json.loads(canonical(one(spelling)))["answers"]["SK02"]["value"] == plain


def test_answers_that_were_not_given_are_left_out_and_zero_is_not() -> None:
    content = Content("ordinary", {"A": Answer("A"), "B": Answer("B", Decimal(0))}, {1: ""})
    data = json.loads(canonical(content))
    assert data["answers"] == {"B": {"value": "0"}}
    assert data["accounts"] == {}


def test_vietnamese_stays_readable() -> None:
    assert "Đã triển khai" in canonical(Content("ordinary", {}, {1: "Đã triển khai"}))


@given(contents, contents)
def test_the_checksum_tells_contents_apart(one_content: Content, other: Content) -> None:
    same = canonical(one_content) == canonical(other)
    assert (checksum(canonical(one_content)) == checksum(canonical(other))) is same


def test_the_checksum_is_sha_256_in_hexadecimal() -> None:
    assert checksum("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_an_answer_is_ready_when_it_was_given_confirmed_and_read() -> None:
    answer = Answer("LD01", Decimal(0))
    assert answer.ready
    assert Answer("LD01", reason=NoFigure.OTHER).ready
    assert not Answer("LD01").ready
    assert not replace(answer, confirmed=False).ready
    assert not replace(answer, unread={"valid_until": "x"}).ready
