"""Worked examples: each window at each edge of time, participation and catalogue, and what it lacks there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

import pytest

from plans.document import PlanDocument
from plans.objectives import result
from plans.protection import Cell
from plans.vocabulary import Window
from plans.windows import Judged, Reason
from tests.progress_books import A, bent_plan, book, decided, part, planned, series, with_objective

CODES: Final = MappingProxyType(
    {
        Window.STANDING: "LG11",
        Window.LAST_FOUR_QUARTERS: "LG12",
        Window.IN_FORCE: "DM01",
        Window.THE_YEAR: "LD01",
    }
)
LEAST: Final = MappingProxyType({Window.THE_YEAR: 2})
STANDING, FOUR, FORCE, YEAR = CODES

JOINS: Final = {"from_period": "2018-Q1"}
LEAVES: Final = {"to_period": "2018-Q1"}
BEGINS: Final = {"valid_from": "2018-Q1"}
ENDS: Final = {"valid_to": "2018-Q1"}


def plan(window: Window, bend: Mapping[str, str]) -> PlanDocument:
    """Objective X of one criterion; A joins or leaves, or its indicator begins or ends."""
    document = with_objective(window, CODES[window], LEAST.get(window, 1))
    if set(bend) & {"from_period", "to_period"}:
        return bent_plan(document, "participation", part(A).key, **bend)
    return bent_plan(document, "indicators", CODES[window], **bend)


def told(window: Window, cells: list[Cell], quarter: str, bend: Mapping[str, str]) -> Judged:
    """The one cell of A's row."""
    return result(book(cells, plan(window, bend)), "X", quarter).row(A).cells[0]


def of(window: Window, values: str) -> list[Cell]:
    """A's answers from 2016-Q4 on; see `series`."""
    return series(CODES[window], A, values)


def recognised(year: int, day: date) -> list[Cell]:
    return [decided(A, year, 1, day)]


# Answers are of 2016-Q4, four quarters of 2017, four of 2018, then 2019-Q1, the short one at the seam.
# Then the verdict, what it rests on, and what is missing.
Row = tuple[Window, str, list[Cell], str, Mapping[str, str], str, Reason, str]
EDGES: list[Row] = [
    (STANDING, "quý I looks back", of(STANDING, "1"), "2017-Q1", {}, "met", Reason.DOCUMENT_VALID, "2017-Q1"),
    (
        *(STANDING, "the seam is one of the five", of(STANDING, ".....1"), "2019-Q1", {}),
        *("met", Reason.DOCUMENT_VALID, "2018-Q2 2018-Q3 2018-Q4 2019-Q1"),
    ),
    (
        *(STANDING, "after the seam it is the sixth", of(STANDING, ".....1"), "2019-Q2", {}),
        *("unknown", Reason.NO_FIGURES, "2018-Q2 2018-Q3 2018-Q4 2019-Q1 2019-Q2"),
    ),
    (
        *(STANDING, "a late document", [planned(A, "2018-Q2", dated_on=date(2018, 7, 1))], "2018-Q2", {}),
        *("not_met", Reason.DOCUMENT_LATER, ""),
    ),
    (
        *(
            STANDING,
            "a late document counts from then on",
        ),
        *([planned(A, "2018-Q2", dated_on=date(2018, 7, 1))], "2018-Q3", {}),
        *("met", Reason.DOCUMENT_VALID, "2018-Q3"),
    ),
    (STANDING, "joins", of(STANDING, "....1"), "2018-Q1", JOINS, "unknown", Reason.NO_FIGURES, "2018-Q1"),
    (STANDING, "leaves", of(STANDING, "....1"), "2018-Q1", LEAVES, "met", Reason.DOCUMENT_VALID, "2018-Q1"),
    (STANDING, "before it begins", [], "2017-Q4", BEGINS, "not_applicable", Reason.NOT_ASKED, ""),
    (STANDING, "it begins", [], "2018-Q1", BEGINS, "unknown", Reason.NO_FIGURES, "2018-Q1"),
    (STANDING, "its last", of(STANDING, ".....1"), "2018-Q1", ENDS, "met", Reason.DOCUMENT_VALID, ""),
    (STANDING, "ended", of(STANDING, ".....1"), "2018-Q2", ENDS, "not_applicable", Reason.NOT_ASKED, ""),
    (
        *(STANDING, "all missing", [], "2017-Q3", {}),
        *("unknown", Reason.NO_FIGURES, "2016-Q4 2017-Q1 2017-Q2 2017-Q3"),
    ),
    (STANDING, "one missing", of(STANDING, "1.1"), "2017-Q2", {}, "met", Reason.DOCUMENT_VALID, ""),
    (FOUR, "quý I: three of last year", of(FOUR, "..1000"), "2018-Q1", {}, "met", Reason.DONE, ""),
    (FOUR, "the seam is one of the four", of(FOUR, "......1000"), "2019-Q1", {}, "met", Reason.DONE, ""),
    (FOUR, "and not the fifth", of(FOUR, "......10000"), "2019-Q2", {}, "not_met", Reason.NOT_DONE, ""),
    (FOUR, "joins", of(FOUR, "....10"), "2018-Q1", JOINS, "not_met", Reason.NOT_DONE, ""),
    (FOUR, "leaves", of(FOUR, "....10"), "2018-Q1", LEAVES, "met", Reason.DONE, "2017-Q2 2017-Q3"),
    (FOUR, "before it begins", [], "2017-Q4", BEGINS, "not_applicable", Reason.NOT_ASKED, ""),
    (FOUR, "it begins", of(FOUR, ".....0"), "2018-Q1", BEGINS, "not_met", Reason.NOT_DONE, ""),
    (FOUR, "ended", of(FOUR, ".....1"), "2018-Q2", ENDS, "not_applicable", Reason.NOT_ASKED, ""),
    (
        *(FOUR, "all missing", [], "2017-Q4", {}),
        *("unknown", Reason.NO_FIGURES, "2017-Q1 2017-Q2 2017-Q3 2017-Q4"),
    ),
    (FOUR, "one missing", of(FOUR, "0.000"), "2017-Q4", {}, "unknown", Reason.NO_FIGURES, "2017-Q1"),
    (FORCE, "quý I", recognised(2017, date(2018, 3, 31)), "2018-Q1", {}, "met", Reason.RECOGNISED, ""),
    (
        FORCE,
        "the seam ends",
        recognised(2018, date(2019, 3, 14)),
        "2019-Q1",
        {},
        "met",
        Reason.RECOGNISED,
        "",
    ),
    (
        *(FORCE, "a day after the seam", recognised(2018, date(2019, 3, 15)), "2019-Q1", {}),
        *("unknown", Reason.NO_DECISION, ""),
    ),
    (FORCE, "late", recognised(2017, date(2018, 7, 5)), "2018-Q2", {}, "unknown", Reason.NO_DECISION, ""),
    (
        FORCE,
        "late, then there",
        recognised(2017, date(2018, 7, 5)),
        "2018-Q3",
        {},
        "met",
        Reason.RECOGNISED,
        "",
    ),
    (
        *(FORCE, "joins with a standing it has", recognised(2016, date(2017, 1, 20)), "2018-Q1", JOINS),
        *("met", Reason.RECOGNISED, ""),
    ),
    (
        *(FORCE, "before it begins", recognised(2016, date(2017, 1, 20)), "2017-Q4", BEGINS),
        *("not_applicable", Reason.NOT_ASKED, ""),
    ),
    (
        *(FORCE, "ended", recognised(2016, date(2017, 1, 20)), "2018-Q2", ENDS),
        *("not_applicable", Reason.NOT_ASKED, ""),
    ),
    (FORCE, "all missing", [], "2018-Q2", {}, "unknown", Reason.NO_DECISION, ""),
    (
        *(FORCE, "one year missing", recognised(2016, date(2017, 1, 20)), "2018-Q2", {}),
        *("met", Reason.RECOGNISED, ""),
    ),
    (YEAR, "quý I begins anew", of(YEAR, "51"), "2017-Q1", {}, "not_met", Reason.NOT_ENOUGH, ""),
    (YEAR, "the seam begins anew", of(YEAR, "........91"), "2019-Q1", {}, "not_met", Reason.NOT_ENOUGH, ""),
    (YEAR, "and adds up after it", of(YEAR, "........911"), "2019-Q2", {}, "met", Reason.ENOUGH, ""),
    (YEAR, "joins", of(YEAR, "....91"), "2018-Q1", JOINS, "not_met", Reason.NOT_ENOUGH, ""),
    (YEAR, "leaves", of(YEAR, ".....2"), "2018-Q1", LEAVES, "met", Reason.ENOUGH, ""),
    (YEAR, "before it begins", of(YEAR, "..9"), "2017-Q2", BEGINS, "not_applicable", Reason.NOT_ASKED, ""),
    (YEAR, "it begins", of(YEAR, ".....1"), "2018-Q1", BEGINS, "not_met", Reason.NOT_ENOUGH, ""),
    (YEAR, "ended", of(YEAR, ".....9"), "2018-Q2", ENDS, "not_applicable", Reason.NOT_ASKED, ""),
    (YEAR, "all missing", [], "2018-Q2", {}, "unknown", Reason.NO_FIGURES, "2018-Q1 2018-Q2"),
    (YEAR, "one missing", of(YEAR, ".....1"), "2018-Q2", {}, "unknown", Reason.NO_FIGURES, "2018-Q2"),
]


@pytest.mark.parametrize(
    ("window", "case", "cells", "quarter", "bend", "verdict", "reason", "missing"), EDGES
)
def test_a_window_at_its_edge(
    window: Window,
    case: str,
    cells: list[Cell],
    quarter: str,
    bend: Mapping[str, str],
    verdict: str,
    reason: Reason,
    missing: str,
) -> None:
    found = told(window, cells, quarter, bend)
    assert (found.verdict.value, found.reason, " ".join(found.missing)) == (verdict, reason, missing), case


@pytest.mark.parametrize("window", CODES)
def test_who_has_left_has_no_row_any_more_and_who_has_not_joined_has_none_yet(window: Window) -> None:
    gone = result(book([], plan(window, LEAVES)), "X", "2018-Q2")
    coming = result(book([], plan(window, JOINS)), "X", "2017-Q4")
    for found in (gone, coming):
        assert A not in {row.commune for row in found.communes}
        assert found.expected == 2
