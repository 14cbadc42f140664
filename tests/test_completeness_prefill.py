"""Stocks and standing answers are offered from the last accepted report; what was done never is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from communes.answers import Answer
from communes.completeness import asked, prefill
from communes.history import History, Past
from tests.plan_values import history, numbers, past, plan

QUESTIONS = asked(plan(), "2018-Q3")


def test_only_what_lasts_is_offered() -> None:
    everything = {question.code: Answer(question.code, Decimal(1)) for question in QUESTIONS}
    offered = prefill(QUESTIONS, History((Past("2018-Q2", everything),)), "2018-Q3")
    assert set(offered) == {"LD02", "LG11", "KT01", "KT03", "MB02"}


def test_an_offer_is_not_confirmed() -> None:
    offered = prefill(QUESTIONS, history(past("2018-Q2", KT01=12)), "2018-Q3")
    assert offered["KT01"].value == 12
    assert not offered["KT01"].ready


def test_the_document_comes_with_a_standing_answer_but_what_was_explained_does_not() -> None:
    answer = Answer(
        "LG11",
        Decimal(1),
        document_number="12/KH-UBND",
        document_date=date(2018, 2, 1),
        valid_until=date(2018, 12, 31),
        activity="x",
        note="Mới ban hành.",
    )
    offered = prefill(QUESTIONS, History((Past("2018-Q2", {"LG11": answer}),)), "2018-Q3")["LG11"]
    assert (offered.document_number, offered.document_date) == ("12/KH-UBND", date(2018, 2, 1))
    assert offered.valid_until == date(2018, 12, 31)
    assert offered.activity == offered.note == ""


def test_a_yes_of_the_year_is_offered_only_within_its_year() -> None:
    assert "LD02" in prefill(QUESTIONS, history(past("2018-Q1", LD02=1)), "2018-Q3")
    assert "LD02" not in prefill(QUESTIONS, history(past("2017-Q4", LD02=1)), "2018-Q1")


def test_a_no_of_the_year_is_asked_again() -> None:
    assert "LD02" not in prefill(QUESTIONS, history(past("2018-Q1", LD02=0)), "2018-Q2")


def test_a_standing_no_is_offered_too() -> None:
    assert prefill(QUESTIONS, history(past("2018-Q2", LG11=0)), "2018-Q3")["LG11"].value == 0


def test_the_last_quarter_with_a_value_counts() -> None:
    accepted = history(past("2018-Q1", KT01=9), past("2018-Q2", KT01=None))
    assert prefill(QUESTIONS, accepted, "2018-Q3")["KT01"].value == 9


def test_without_history_nothing_is_offered() -> None:
    assert prefill(QUESTIONS, History(), "2018-Q3") == {}


def test_the_history_of_a_year_holds_its_quarters_only() -> None:
    accepted = history(past("2017-Q4"), past("2018-Q1"), past("2018-Q2"))
    assert [entry.quarter for entry in accepted.of_year(2018)] == ["2018-Q1", "2018-Q2"]
    assert accepted.last == Past("2018-Q2", numbers())
