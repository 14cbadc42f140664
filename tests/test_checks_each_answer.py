"""Each answer by itself: its number, its reason, its document and the words beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from communes.answers import Answer
from communes.checks import Finding, Level, check
from communes.history import History
from plans.vocabulary import NoFigure
from tests.plan_values import THIRD, TODAY, plan

PLAN = plan()
YES = Answer(
    "LG11",
    Decimal(1),
    document_number="12/KH-UBND",
    document_date=date(2018, 2, 1),
    valid_until=date(2018, 12, 31),
)
DONE = Answer("LG12", Decimal(1), activity="Tập huấn", document_date=date(2018, 8, 1))


def found(answer: Answer) -> list[Finding]:
    return check(PLAN, THIRD, {answer.code: answer}, History(), today=TODAY)


def places(answer: Answer) -> list[tuple[Level, str]]:
    return [(finding.level, finding.place) for finding in found(answer)]


@pytest.mark.parametrize("value", ["0", "1", "9999999", "12.000"])
def test_a_whole_number_from_zero_up_stands(value: str) -> None:
    assert found(Answer("LD01", Decimal(value))) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("-1", "0 or a number above"),
        ("1.5", "whole"),
        ("10000000", "up to"),
        ("NaN", "above 0"),
        ("Infinity", "above"),
    ],
)
def test_a_count_is_whole_not_negative_and_not_beyond_reason(value: str, words: str) -> None:
    (finding,) = found(Answer("LD01", Decimal(value)))
    assert finding.level is Level.REFUSAL
    assert words in finding.message


def test_an_amount_has_three_decimals_at_most() -> None:
    assert found(Answer("SK02", Decimal("12.345"))) == []
    (finding,) = found(Answer("SK02", Decimal("12.3456")))
    assert finding.params == {"most": 3}


def test_yes_or_no_is_one_or_zero() -> None:
    (finding,) = found(Answer("TT00", Decimal(2)))
    assert finding.message == "Choose yes or no."


def test_what_could_not_be_read_is_refused_at_its_field_with_what_was_typed() -> None:
    answer = Answer("LG11", unread={"value": "hai", "document_date": "31/02/2018"})
    assert [(f.place, f.params["typed"]) for f in found(answer)] == [
        ("value", "hai"),
        ("document_date", "31/02/2018"),
    ]


def test_another_reason_has_to_be_said() -> None:
    assert places(Answer("LD01", reason=NoFigure.OTHER)) == [(Level.REFUSAL, "reason_text")]
    assert found(Answer("LD01", reason=NoFigure.OTHER, reason_text="Đang đối chiếu")) == []
    assert found(Answer("LD01", reason=NoFigure.PROVIDER_SILENT)) == []


@pytest.mark.parametrize("reason", [NoFigure.WITHDRAWN, NoFigure.BLANK, "anything"])
def test_a_reason_that_is_not_offered_is_refused(reason: str) -> None:
    assert places(Answer("LD01", reason=reason)) == [(Level.REFUSAL, "reason")]


def test_yes_comes_with_the_number_and_date_of_its_document() -> None:
    assert found(YES) == []
    assert places(replace(YES, document_number="", document_date=None)) == [
        (Level.REFUSAL, "document_number"),
        (Level.REFUSAL, "document_date"),
    ]


def test_the_end_of_validity_may_be_left_open() -> None:
    assert found(replace(YES, valid_until=None)) == []


def test_yes_comes_with_what_was_done_where_that_is_asked() -> None:
    assert found(DONE) == []
    assert places(replace(DONE, activity="")) == [(Level.REFUSAL, "activity")]
    assert places(Answer("TT00", Decimal(1))) == [(Level.REFUSAL, "activity")]


def test_no_comes_alone() -> None:
    assert found(Answer("LG11", Decimal(0))) == []
    assert found(Answer("LG12", Decimal(0))) == []


def test_a_date_that_could_not_be_read_is_not_asked_for_a_second_time() -> None:
    answer = replace(YES, document_date=None, unread={"document_date": "mai"})
    assert [finding.params for finding in found(answer)] == [{"typed": "mai"}]


def test_a_document_is_not_dated_in_the_future() -> None:
    assert found(replace(YES, document_date=TODAY)) == []
    assert places(replace(YES, document_date=date(2018, 10, 4))) == [(Level.REFUSAL, "document_date")]


def test_a_document_does_not_end_before_it_was_made() -> None:
    assert places(replace(YES, valid_until=date(2018, 1, 31))) == [(Level.REFUSAL, "valid_until")]


def test_a_document_that_ended_before_the_period_did_is_a_hint_that_asks_why() -> None:
    (finding,) = found(replace(YES, valid_until=date(2018, 9, 29)))
    assert (finding.level, finding.place, finding.asks_why) == (Level.HINT, "valid_until", True)
    assert found(replace(YES, valid_until=date(2018, 9, 30))) == []


@pytest.mark.parametrize("day", [date(2018, 6, 30), date(2018, 10, 1)])
def test_an_activity_outside_the_period_is_a_hint(day: date) -> None:
    assert places(replace(DONE, document_date=day)) == [(Level.HINT, "document_date")]


def test_words_beside_an_answer_lead_to_nobody() -> None:
    assert places(replace(DONE, activity="Gọi 0987 654 321")) == [(Level.REFUSAL, "activity")]
    assert places(Answer("LD01", Decimal(1), note="Chị H. sinh năm 1990")) == [(Level.HINT, "note")]
