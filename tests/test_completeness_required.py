"""A report is complete when every required question of its quarter has an answer that somebody stands by."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from communes.answers import Answer
from communes.completeness import Progress, asked, missing, overall, progress, readiness
from communes.findings import Finding, Level
from plans.vocabulary import NoFigure
from tests.plan_values import INDICATORS, numbers, plan

QUESTIONS = asked(plan(), "2018-Q3")


def codes(quarter: str) -> list[str]:
    return [question.code for question in asked(plan(), quarter)]


def test_what_the_city_records_what_is_computed_and_what_is_yearly_is_not_asked() -> None:
    assert not {"TT01", "DM01", "DM02"} & set(codes("2018-Q3"))


def test_an_indicator_is_asked_from_its_first_quarter() -> None:
    assert "NEW1" not in codes("2018-Q4")
    assert "NEW1" in codes("2019-Q1")


def test_an_indicator_is_asked_up_to_its_last_quarter() -> None:
    ended = plan(replace(INDICATORS[0], valid_to="2018-Q2"))
    assert [question.code for question in asked(ended, "2018-Q2")] == ["LD01"]
    assert asked(ended, "2018-Q3") == ()


def test_questions_come_in_the_order_of_the_plan() -> None:
    assert codes("2018-Q3")[:5] == ["LD01", "LD02", "LD03", "LG11", "LG12"]


def test_required_answers_that_nobody_gave_are_missing_and_optional_ones_are_not() -> None:
    lacking = missing(QUESTIONS, {})
    assert lacking[:2] == ["LD01", "LD02"]
    assert "LD03" not in lacking


def test_zero_is_an_answer() -> None:
    assert "LD01" not in missing(QUESTIONS, numbers(LD01=0))


def test_a_reason_for_no_figures_is_an_answer() -> None:
    answer = Answer("LD01", reason=NoFigure.PROVIDER_SILENT)
    assert "LD01" not in missing(QUESTIONS, {"LD01": answer})


def test_an_offered_answer_is_missing_until_it_is_confirmed_also_where_it_is_optional() -> None:
    offered = {
        "KT01": Answer("KT01", Decimal(12), confirmed=False),
        "MB02": Answer("MB02", Decimal(0), confirmed=False),
    }
    assert {"KT01", "MB02"} <= set(missing(QUESTIONS, offered))
    confirmed = {code: replace(answer, confirmed=True) for code, answer in offered.items()}
    assert not {"KT01", "MB02"} & set(missing(QUESTIONS, confirmed))


def test_an_answer_that_could_not_be_read_is_missing() -> None:
    assert "LD01" in missing(QUESTIONS, {"LD01": Answer("LD01", unread={"value": "abc"})})
    assert "LD02" in missing(
        QUESTIONS, {"LD02": Answer("LD02", Decimal(1), unread={"document_date": "hôm qua"})}
    )


def test_progress_counts_required_answers_by_measure() -> None:
    answers = numbers(LD01=2, LD03=5, TT02=0)
    found = progress(QUESTIONS, answers)
    assert found[1] == Progress(1, 2)
    assert found[3] == Progress(1, 6)
    assert not found[3].complete


def test_a_measure_that_asks_nothing_is_left_out_of_the_outline() -> None:
    assert 6 not in progress(QUESTIONS, {})


def test_the_whole_report_is_the_sum_of_its_measures() -> None:
    measures = progress(QUESTIONS, numbers(LD01=2))
    required = sum(question.required for question in QUESTIONS)
    assert overall(measures) == Progress(1, required)


def test_a_report_is_ready_when_nothing_is_missing_refused_or_unexplained() -> None:
    questions = QUESTIONS[:1]
    refused = Finding("LD01", Level.REFUSAL, "m")
    hint = Finding("LD01", Level.HINT, "m")
    answers = numbers(LD01=1)
    assert readiness(questions, answers, []).ready
    assert not readiness(questions, {}, []).ready
    assert readiness(questions, answers, [refused]).refused == (refused,)
    assert readiness(questions, answers, [hint]).unexplained == (hint,)
