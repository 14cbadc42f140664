"""Nothing to report fills zeros into flows that nobody touched, and nothing else."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from communes.answers import Answer
from communes.completeness import asked
from communes.nothing import CONFIRMATION, is_nil, nil_answers
from plans.vocabulary import AcrossQuarters, NoFigure
from tests.plan_values import numbers, plan

QUESTIONS = asked(plan(), "2018-Q3")
FLOWS = {question.code for question in QUESTIONS if question.across_quarters is AcrossQuarters.SUM}

typed = st.one_of(
    st.just(Answer("x")),
    st.integers(0, 99).map(lambda number: Answer("x", Decimal(number))),
    st.just(Answer("x", reason=NoFigure.NOT_COLLECTED)),
    st.just(Answer("x", unread={"value": "năm"})),
)


def test_flows_become_zero_and_stocks_and_yes_or_no_are_left() -> None:
    added = nil_answers(QUESTIONS, {})
    assert set(added) == FLOWS
    assert all(answer.value == 0 and answer.confirmed for answer in added.values())


def test_one_measure_alone_can_be_filled() -> None:
    assert set(nil_answers(QUESTIONS, {}, measure=1)) == {"LD01", "LD03"}


@given(st.dictionaries(st.sampled_from([question.code for question in QUESTIONS]), typed))
def test_what_was_typed_is_never_overwritten(answers: dict[str, Answer]) -> None:
    added = nil_answers(QUESTIONS, answers)
    assert all(answers.get(code, Answer("x")) == Answer("x") for code in added)
    assert set(added) <= FLOWS


def test_filling_twice_adds_nothing() -> None:
    assert nil_answers(QUESTIONS, nil_answers(QUESTIONS, {})) == {}


def test_a_filled_report_is_one_of_nothing_whatever_its_stocks_and_yes_or_no_say() -> None:
    answers = {**nil_answers(QUESTIONS, {}), **numbers(KT01=12, LG12=1)}
    assert is_nil(QUESTIONS, answers)


def test_one_number_above_zero_makes_it_an_ordinary_report() -> None:
    answers = {**nil_answers(QUESTIONS, {}), **numbers(LD03=1)}
    assert not is_nil(QUESTIONS, answers)


def test_a_flow_without_figures_is_not_a_zero() -> None:
    answers = {**nil_answers(QUESTIONS, {}), "LD01": Answer("LD01", reason=NoFigure.PROVIDER_SILENT)}
    assert not is_nil(QUESTIONS, answers)


def test_a_required_flow_without_an_answer_is_not_a_zero_and_an_optional_one_may_be_left() -> None:
    answers = nil_answers(QUESTIONS, {})
    assert not is_nil(QUESTIONS, {code: a for code, a in answers.items() if code != "LD01"})
    assert is_nil(QUESTIONS, {code: a for code, a in answers.items() if code != "LD03"})


def test_an_empty_draft_is_not_a_report_of_nothing() -> None:
    assert not is_nil(QUESTIONS, {})
    assert not is_nil((), {})


def test_the_sentence_to_stand_by_speaks_of_what_occurred_and_of_stocks() -> None:
    assert "occurred" in CONFIRMATION
    assert "at its end" in CONFIRMATION
