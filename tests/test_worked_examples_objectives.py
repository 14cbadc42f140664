"""Worked examples: the grid of communes and criteria, what it adds up to, and what changed since before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plans.changes import changes
from plans.document import Named, PlanDocument
from plans.objectives import ObjectiveResult, of_commune, result, since
from plans.protection import Cell
from plans.vocabulary import NoFigure, Window
from plans.windows import Reason, Verdict, verdict_of
from tests.plan_values import facts
from tests.progress_books import (
    CODES,
    FIRST_DAY,
    A,
    B,
    C,
    bent_plan,
    book,
    cell,
    part,
    series,
    three,
    with_objective,
)

PLANNED, DONE = ("LG11", "LG21", "LG31"), ("LG12", "LG22", "LG32")


def six(commune: int, values: str = "1", **other: str) -> list[Cell]:
    """The same answers to all six criteria, but for those given by code."""
    return [one for code in (*PLANNED, *DONE) for one in series(code, commune, other.get(code, values))]


def mt1(cells: list[Cell], period: str = "2016-Q4", document: PlanDocument | None = None) -> ObjectiveResult:
    return result(book(cells, document), "MT1", period)


def numbers(found: ObjectiveResult) -> tuple[int, int, int]:
    return found.met, found.not_met, found.unknown


M, N, U, NA = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("verdicts", "together"),
    [
        ([M, M], M),
        ([M, N], N),
        ([U, N], N),
        ([M, U], U),
        ([M, NA], M),
        ([U, NA], U),
        ([NA, NA], NA),
        ([], NA),
    ],
)
def test_one_not_met_is_not_met_else_one_unknown_is_unknown(
    verdicts: list[Verdict], together: Verdict
) -> None:
    assert verdict_of(verdicts) is together
    assert verdict_of(reversed(verdicts)) is together


TWO = [*six(A), *six(B)]
# Then: how many meet it, do not, are unknown; the share as displayed.
RESULTS = [
    ("all met", [*TWO, *six(C)], (3, 0, 0), "100.0..100.0"),
    ("one criterion not met", [*TWO, *six(C, LG32="0")], (2, 1, 0), "66.7..66.7"),
    ("one criterion unknown", [*TWO, *six(C, LG32=".")], (2, 0, 1), "66.7..100.0 missing"),
    ("not met wins over unknown", [*TWO, *six(C, LG31="0", LG32="?")], (2, 1, 0), "66.7..66.7"),
    ("one commune missing", TWO, (2, 0, 1), "66.7..100.0 missing"),
    ("all missing", [], (0, 0, 3), "0.0..100.0 missing"),
    ("one outside every criterion", [*six(A), *six(B, LG12="0"), *six(C, "-")], (1, 1, 0), "50.0..50.0"),
    ("outside one criterion", [*TWO, *six(C, LG11="-")], (3, 0, 0), "100.0..100.0"),
]


@pytest.mark.parametrize(("case", "cells", "counts", "shown"), RESULTS)
def test_the_share_is_a_range_where_somebody_is_unknown(
    case: str, cells: list[Cell], counts: tuple[int, int, int], shown: str
) -> None:
    found = mt1(cells)
    assert found.shown is not None
    written = " ".join([f"{found.shown.low}..{found.shown.high}", *found.shown.why])
    assert (numbers(found), written) == (counts, shown), case
    assert found.complete is not bool(found.unknown)


def test_the_unmet_and_the_unknown_cells_of_a_commune_carry_their_reasons() -> None:
    row = mt1(six(A, LG21="0", LG32="?")).row(A)
    assert [(one.criterion.indicator, one.reason) for one in row.unmet] == [("LG21", Reason.ANSWERED_NO)]
    assert [(one.criterion.indicator, one.missing) for one in row.unknown] == [("LG32", ("2016-Q4",))]
    assert row.verdict is Verdict.NOT_MET


def test_a_year_is_judged_by_its_last_quarter() -> None:
    done = [*six(A, "00011"), *six(B, "01000"), *six(C, "00000")]
    year, last = mt1(done, "2017"), mt1(done, "2017-Q4")
    assert (year.quarter.key, year.communes) == ("2017-Q4", last.communes)
    assert numbers(year) == (1, 2, 0), "B's document was answered with no since"


def test_who_joins_is_counted_from_then_on_and_who_leaves_until_then() -> None:
    document = bent_plan(three(), "participation", part(C).key, from_period="2017-Q2")
    document = bent_plan(document, "participation", part(B).key, to_period="2017-Q2")
    cells = [*six(A, "1111"), *six(B, "1111"), *six(C, "..11")]
    told = {q: mt1(cells, q, document).having(Verdict.MET) for q in ("2017-Q1", "2017-Q2", "2017-Q3")}
    assert told == {"2017-Q1": (A, B), "2017-Q2": (A, B, C), "2017-Q3": (A, C)}
    assert mt1([], "2017-Q1", document).expected == 2


def test_a_criterion_whose_indicator_begins_later_or_has_ended_concerns_nobody() -> None:
    document = bent_plan(three(), "indicators", "LG32", valid_from="2017-Q2", valid_to="2017-Q3")
    cells = six(A, "11111", LG32="00000")
    assert [mt1(cells, q, document).row(A).verdict for q in ("2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4")] == [
        M,
        N,
        N,
        M,
    ]


def test_where_a_document_names_communes_only_these_are_counted() -> None:
    named = tuple(
        Named(commune=CODES[one], commune_valid_from=FIRST_DAY, from_year=2017, document="QĐ")
        for one in (A, B)
    )
    document = bent_plan(three(), "objectives", "MT1", named=named)
    cells = [*six(A, "11"), *six(B, "10"), *six(C, "11")]
    before, after = mt1(cells, "2016-Q4", document), mt1(cells, "2017-Q1", document)
    assert (before.having(M), before.expected) == ((A, B, C), 3), "named from 2017 on"
    assert (after.having(M), after.having(N), after.expected) == ((A,), (B,), 2)
    assert [row.commune for row in after.communes if not row.counted] == [C]
    left = bent_plan(document, "participation", part(B).key, to_period="2016-Q4")
    assert mt1(cells, "2017-Q1", left).absent == (part(B).key.rsplit(" ", 1)[0],)


def test_without_participants_there_is_no_value() -> None:
    found = mt1([], document=replace(three(), participation=()))
    assert facts(found, "value", "shown", "complete") == (None, None, False)


def test_what_changed_names_the_communes_and_their_criteria() -> None:
    cells = [*six(A, "10", LG12="11", LG22="11", LG32="11"), *six(B, "01"), *six(C, "11")]
    known = book(cells, bent_plan(three(), "participation", part(C).key, from_period="2017-Q1"))
    first, second = result(known, "MT1", "2016-Q4"), result(known, "MT1", "2017-Q1")
    told = {
        one.commune: (one.before, one.after, [cell.criterion.indicator for cell in one.cells])
        for one in changes(first, second)
    }
    everything = [criterion.indicator for criterion in first.objective.criteria]
    assert told == {A: (M, N, list(PLANNED)), B: (N, M, everything), C: (None, M, everything)}
    assert changes(second, second) == ()
    assert since(known, "MT1", A, "2017-Q1") == "2017-Q1"
    assert since(known, "MT1", C, "2017-Q1") == "2017-Q1"
    assert of_commune(known, "MT1", B, "2017-Q1") == second.row(B)


def test_who_reported_is_told_apart_from_who_is_known() -> None:
    found = mt1([*six(A, "11"), *six(B, "1.")], "2017-Q1")
    assert (found.reported, found.having(M)) == (frozenset({A}), (A, B))


YEAR = [
    ("enough early", "LD01", 3, "12", "2017-Q1", "not_met", ""),
    ("quý I begins anew", "LD01", 3, "31", "2017-Q1", "not_met", ""),
    ("enough", "LD01", 3, ".12", "2017-Q2", "met", ""),
    ("enough although a quarter lacks", "LD01", 3, ".1.2", "2017-Q3", "met", "2017-Q2"),
    ("too little while a quarter lacks", "LD01", 4, ".1.2", "2017-Q3", "unknown", "2017-Q2"),
    ("outside the scope is not missing", "LD01", 4, ".1-2", "2017-Q3", "not_met", ""),
    ("a yes of the year once given", "LD02", 1, ".1..", "2017-Q3", "met", "2017-Q2 2017-Q3"),
    ("a no while the last lacks", "LD02", 1, ".0.", "2017-Q2", "unknown", "2017-Q2"),
    ("a no in the last", "LD02", 1, "..0", "2017-Q2", "not_met", ""),
]


@pytest.mark.parametrize(("case", "code", "minimum", "values", "quarter", "verdict", "missing"), YEAR)
def test_the_year_so_far_can_only_rise(
    case: str, code: str, minimum: int, values: str, quarter: str, verdict: str, missing: str
) -> None:
    document = with_objective(Window.THE_YEAR, code, minimum)
    found = result(book(series(code, A, values), document), "X", quarter).row(A).cells[0]
    assert (found.verdict.value, " ".join(found.missing)) == (verdict, missing), case


def test_outside_the_scope_in_the_whole_year_no_verdict_is_due() -> None:
    document = with_objective(Window.THE_YEAR, "LD01")
    outside = cell("LD01", A, "2017-Q1", NoFigure.NOT_APPLICABLE.value)
    found = result(book([outside], document), "X", "2017-Q1")
    assert (found.row(A).cells[0].reason, found.outside, found.expected) == (Reason.OUT_OF_SCOPE, (A,), 2)
