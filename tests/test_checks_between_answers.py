"""Answers of one report beside each other: parts, attendances per session, loans, papers and deeds."""

from __future__ import annotations

import pytest

from communes.checks import Finding, Level, Name, check, hints, refusals, unexplained
from plans.vocabulary import AcrossQuarters
from tests.plan_values import INDICATORS, THIRD, TODAY, history, indicator, numbers, plan, yes_no

PLAN = plan(
    *INDICATORS,
    yes_no("LG21", AcrossQuarters.LATEST),
    yes_no("LG22", AcrossQuarters.NONE),
    indicator("TT05", 3, order=8, part_of="TT02"),
)


def found(population: int | None = None, **values: int | str | None) -> list[Finding]:
    return check(PLAN, THIRD, numbers(**values), history(population=population), today=TODAY)


def codes(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.level.value) for finding in findings]


def test_a_part_is_never_more_than_its_whole_and_both_numbers_are_named() -> None:
    (finding,) = refusals(found(TT01a=8, TT01b=0, TT02=214, TT03=260, TT04=214))
    assert finding.code == "TT03"
    assert finding.params == {"value": 260, "limit": 214, "other": Name("TT02")}
    assert finding.other_codes == ("TT02",)


def test_parts_may_overlap_and_need_not_add_up() -> None:
    assert found(TT01a=8, TT01b=0, TT02=214, TT03=200, TT04=200) == []


def test_nothing_is_said_of_a_part_while_its_whole_is_not_known() -> None:
    assert found(TT03=260, TT02=None) == []


def test_signed_commitments_are_never_more_than_establishments() -> None:
    assert codes(found(KT01=5, KT03=6)) == [("KT03", "refusal")]
    assert found(KT01=5, KT03=5) == []


@pytest.mark.parametrize(
    ("schools", "elsewhere", "people", "odd"),
    [(1, 1, 20, False), (1, 1, 19, True), (1, 1, 2000, False), (1, 1, 2001, True), (0, 0, 0, False)],
)
def test_attendances_per_session_stay_within_ten_and_a_thousand(
    schools: int, elsewhere: int, people: int, odd: bool
) -> None:
    assert bool(found(TT01a=schools, TT01b=elsewhere, TT02=people)) is odd


def test_attendances_without_sessions_and_sessions_without_attendances_are_hints_of_their_own() -> None:
    (without_sessions,) = found(TT01a=0, TT01b=0, TT02=30)
    (without_people,) = found(TT01a=2, TT01b=0, TT02=0)
    assert "no sessions" in without_sessions.message
    assert "no attendances" in without_people.message


def test_sessions_are_not_known_while_one_of_their_places_lacks() -> None:
    assert found(TT01a=0, TT01b=None, TT02=30) == []


@pytest.mark.parametrize(
    ("amount", "odd"), [("10", False), ("9.5", True), ("2000", False), ("2000.5", True), ("0", True)]
)
def test_a_loan_stays_within_one_and_two_hundred_million(amount: str, odd: bool) -> None:
    assert bool(found(SK01=10, SK02=amount)) is odd


def test_an_amount_without_loans_is_a_hint() -> None:
    (finding,) = found(SK01=0, SK02=50)
    assert "no loans" in finding.message


def test_more_handled_than_received_is_a_hint_because_matters_last_over_quarters() -> None:
    assert codes(found(KT06=1, KT07=2)) == [("KT07", "hint")]
    assert found(KT06=2, KT07=2) == []


def test_a_deed_without_its_paper_is_a_hint() -> None:
    assert codes(found(LG21=0, LG22=1)) == [("LG22", "hint")]
    assert found(LG21=1, LG22=1) == []
    assert found(LG21=0, LG22=0) == []


def test_more_people_in_groups_than_inhabitants_is_a_hint_that_names_the_census() -> None:
    values = {"TT01a": 10, "TT01b": 0, "TT02": 900, "TT03": 600, "TT04": 500}
    (finding,) = found(population=1000, **values)
    assert finding.params == {"total": 1100, "population": 1000}
    assert "census of 2009" in finding.message
    assert found(population=1100, **values) == []
    assert found(population=None, **values) == []


def test_findings_come_in_the_order_of_the_questions() -> None:
    order = [finding.code for finding in found(SK01=0, SK02=50, KT01=1, KT03=2, LG21=0, LG22=1)]
    assert order == ["LG22", "KT03", "SK02"]


def test_a_hint_stands_unexplained_until_its_note_says_something() -> None:
    findings = hints(found(LG21=0, LG22=1))
    answers = numbers(LG22=1)
    assert unexplained(findings, answers) == findings
    for note, explained in (("vâng", False), ("   ab   ", False), ("Lồng ghép theo kế hoạch cũ.", True)):
        noted = {"LG22": type(answers["LG22"])("LG22", answers["LG22"].value, note=note)}
        assert (unexplained(findings, noted) == []) is explained


def test_refusals_cannot_be_explained_away() -> None:
    findings = found(KT01=1, KT03=2)
    assert refusals(findings) == findings
    assert all(finding.level is Level.REFUSAL for finding in findings)
    assert unexplained(findings, {}) == []
