"""Why a figure is what it is: what counts, what lacks, what was left out and why, in sentences."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

import pytest
from django.utils import translation

from plans.book import Book
from plans.explanation import IndicatorExplanation, Source, explain_indicator, explain_objective
from plans.explanation_rows import HEADER, indicator_rows, objective_rows
from plans.protection import Cell, Form, Paper, Shown
from plans.reasons import reason
from plans.saying_words import sentence
from plans.sayings import Saying
from plans.spans import of_quarter, of_year, year_to_date
from plans.windows import Judged, Reason, Verdict
from tests.plan_values import facts
from tests.progress_books import (
    A,
    B,
    C,
    bent_plan,
    book,
    cell,
    decided,
    part,
    planned,
    public_book,
    series,
    three,
)


def said(saying: Saying | None) -> str:
    if saying is None:
        return ""
    with translation.override("en"):
        return sentence(saying, three())


def lines(sources: tuple[Source, ...]) -> list[str]:
    """Each answer in a line: commune, period, role, number, why."""
    return [
        " ".join(
            str(word)
            for word in (
                one.commune,
                one.period,
                one.role,
                one.shown.low if one.shown else "-",
                said(one.why),
            )
            if word != ""
        )
        for one in sources
    ]


def of_city(known: Book, code: str, quarter: str) -> IndicatorExplanation:
    return explain_indicator(known, code, year_to_date(three(), quarter))


def test_every_answer_of_a_sum_is_told_with_its_role() -> None:
    document = bent_plan(three(), "participation", part(C).key, from_period="2018-Q2")
    cells = [
        *series("LD01", A, "12", "2018-Q1"),
        *series("LD01", B, "?-", "2018-Q1"),
        cell("LD01", C, "2018-Q1", 9),
    ]
    told = explain_indicator(book(cells, document), "LD01", year_to_date(document, "2018-Q2"))
    assert lines(tuple(told.sources)) == [
        "1 2018-Q1 counted 1",
        "1 2018-Q2 counted 2",
        "2 2018-Q1 missing None",
        "2 2018-Q2 excluded None outside the scope of the indicator",
        "3 2018-Q1 excluded 9 the commune did not take part in the plan then",
        "3 2018-Q2 missing -",
    ]
    assert [said(rule) for rule in told.rules] == [
        "The sum of the quarters from Q1 2018 to Q2 2018.",
        "The communes add up.",
    ]


DECISIONS = [
    decided(A, 2016, 1, date(2017, 1, 5)),
    decided(A, 2017, 1, date(2018, 1, 9)),
    decided(A, 2018, 1, date(2019, 2, 1)),
]


@pytest.mark.parametrize(
    ("code", "cells", "expected"),
    [
        (
            "KT04",
            series("KT04", A, "13", "2018-Q1"),
            ["1 2018-Q1 excluded 1 a later figure covers it", "1 2018-Q2 counted 3"],
        ),
        (
            "DM01",
            DECISIONS,
            [
                "1 2016 excluded 1 a decision for a later year is in force",
                "1 2017 counted 1",
                "1 2018 excluded 1 the decision was not in force on the period's last day",
            ],
        ),
    ],
)
def test_what_does_not_count_says_why(code: str, cells: list[Cell], expected: list[str]) -> None:
    span = of_quarter(three(), "2018-Q2") if code == "DM01" else year_to_date(three(), "2018-Q2")
    told = explain_indicator(book(cells), code, span, commune=A)
    assert lines(tuple(told.sources)) == expected


def test_a_computed_figure_shows_its_parts() -> None:
    cells = [cell(f"TT01{one}", A, "2018-Q1", number) for one, number in zip("abc", (1, 2, 3), strict=True)]
    told = explain_indicator(book(cells), "TT01", of_quarter(three(), "2018-Q1"), commune=A)
    assert [(one.indicator, one.role) for one in told.sources] == [
        ("TT01", "counted"),
        ("TT01a", "part"),
        ("TT01b", "part"),
        ("TT01c", "part"),
    ]
    assert said(told.rules[1]).startswith("It is computed for each commune and period as the sum of: ")


def test_in_public_nothing_behind_a_protected_figure_is_told() -> None:
    cells = [cell("SK01", A, "2018-Q1", 3), cell("SK02", A, "2018-Q1", 40), cell("MB01", A, "2018-Q1", 7)]
    known = public_book(cells)
    (loans,) = explain_indicator(known, "SK01", of_quarter(three(), "2018-Q1"), commune=A).sources
    assert loans.shown is not None
    assert facts(loans.shown, "low", "high") == (1, 4)
    lent = explain_indicator(known, "SK02", of_quarter(three(), "2018-Q1"), commune=A)
    assert lines(tuple(lent.sources)) == ["1 2018-Q1 withheld None"]
    for commune in (None, A):
        hidden = explain_indicator(known, "MB01", of_year(three(), 2018), commune=commune)
        assert hidden.contributions == ()


CELLS = [
    *series("LG12", A, "0.0"),
    planned(A, "2016-Q4"),
    planned(A, "2017-Q1", number="9/KH", valid_until=date(2017, 3, 30)),
    planned(B, "2017-Q1", 0, code="LG12"),
    planned(B, "2017-Q2", code="LG12"),
]


ANSWERS = {
    (A, 0): [
        "1 2016-Q4 excluded 1 the answer for Q1 2017 came later and decides",
        "1 2017-Q1 counted 1",
        "1 2017-Q2 missing -",
    ],
    (A, 1): ["1 2016-Q4 counted 0", "1 2017-Q1 missing -", "1 2017-Q2 counted 0"],
    (B, 0): ["2 2016-Q4 missing -", "2 2017-Q1 missing -", "2 2017-Q2 missing -"],
    (B, 1): ["2 2016-Q4 missing -", "2 2017-Q1 counted 0", "2 2017-Q2 counted 1"],
}


@pytest.mark.parametrize(
    ("commune", "place", "why"),
    [
        (A, 0, "document 9/KH was valid until 30/03/2017"),
        (A, 1, "no data for Q1 2017"),
        (B, 0, "no data for Q4 2016, Q1 2017, Q2 2017"),
        (B, 1, "carried out in Q2 2017"),
    ],
)
def test_each_cell_of_an_objective_tells_its_answers(commune: int, place: int, why: str) -> None:
    told = explain_objective(book(CELLS), "MT1", "2017-Q2")
    (row,) = [one for one in told.communes if one.row.commune == commune]
    assert said(row.criteria[place].reason) == why
    assert lines(row.criteria[place].sources) == ANSWERS[commune, place]


def test_the_rules_of_an_objective_are_said_with_their_numbers() -> None:
    told = explain_objective(book(CELLS), "MT1", "2017-Q2")
    assert said(told.rules[1]) == (
        "The value is the percentage of the communes that meet every criterion: 0 of 3."
    )
    assert said(told.rules[2]) == (
        "Communes of which it cannot be told yet: 2. The value may be higher by as many."
    )
    assert said(told.communes[0].criteria[0].rule) == (
        "The last answer, of this period or one of the four before, is yes, "
        "and its document is valid on 30/06/2017."
    )


def test_a_table_has_a_row_for_every_answer_and_leads_to_its_entry() -> None:
    known = book([*CELLS, decided(A, 2016, 1, date(2017, 1, 5))])
    rows = objective_rows(known, explain_objective(known, "MT2", "2017-Q1"))
    assert [(row.commune, row.role, row.criterion_verdict, row.entry) for row in rows] == [
        (A, "counted", "met", 4),
        (B, "missing", "unknown", None),
        (C, "missing", "unknown", None),
    ]
    assert rows[0].commune_key == "07201 (2013-12-31)"
    assert said(rows[1].why) == "no decision in force on the period's last day"
    flows = indicator_rows(known, of_city(known, "LG12", "2017-Q1"))
    assert all(len(astuple(row)) == len(HEADER) for row in (*rows, *flows))


@pytest.mark.parametrize("why", list(Reason))
def test_every_verdict_has_its_sentence(why: Reason) -> None:
    criterion = three().objective("MT1").criteria[0]
    bare = Judged(criterion, A, "2018-Q1", Verdict.UNKNOWN, why)
    shown = Shown("LG11", A, "2018-Q1", Form.EXACT, paper=Paper("1/KH", date(2018, 1, 5), date(2018, 2, 1)))
    for judged in (bare, Judged(criterion, A, "2018-Q1", Verdict.MET, why, shown, (shown,), ("2018-Q1",))):
        for language in ("vi", "en"):
            with translation.override(language):
                assert sentence(reason(judged), three())
