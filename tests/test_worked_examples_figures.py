"""Worked examples: an indicator over quarters and communes, its coverage, and all it can be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from plans.document import PlanDocument
from plans.figures import Figure, Nothing
from plans.indicators import figure, indicator_result
from plans.protection import Cell
from plans.ranges import Range, Why
from plans.spans import Span, of_quarter, of_year, plan_to_date, year_to_date
from tests.documents import plan_125
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
    public_book,
    series,
    target,
    three,
    with_targets,
)

PLAN = plan_125()
MISSING, PROTECTED = frozenset({Why.MISSING}), frozenset({Why.PROTECTED})


def span(kind: str, key: str) -> Span:
    kinds: dict[str, Any] = {"quarter": of_quarter, "so far": year_to_date, "plan": plan_to_date}
    return of_year(PLAN, int(key)) if kind == "year" else kinds[kind](PLAN, key)


def city(code: str, cells: list[Cell], over: Span, document: PlanDocument | None = None) -> Figure:
    known = book(cells, document)
    return figure(known, known.document.indicator(code), over)


def rows(code: str, *values: str) -> list[Cell]:
    """The answers of A, B and C from 2017-Q4 on."""
    return [
        one for c, signs in zip((A, B, C), values, strict=True) for one in series(code, c, signs, "2017-Q4")
    ]


def whole(low: int | None, high: int | None, why: frozenset[Why] = frozenset()) -> Range:
    return Range(Decimal(low or 0), None if high is None else Decimal(high), why)


# Code, answers of A, B and C from 2017-Q4 on, span, then: what is known, coverage, all it can be.
FIGURES = [
    ("a quarter", "LD01", "12 30 45", "quarter 2018-Q1", "7 (3/3) 7..7"),
    ("quý I begins the year anew", "LD01", "12 30 45", "so far 2018-Q1", "7 (3/3) 7..7"),
    ("six months", "LD01", ".12 .30 .45", "so far 2018-Q2", "15 (3/3) 15..15"),
    ("the plan so far", "LD01", "12 30 45", "plan 2018-Q1", "15 (0/3) 15.. missing"),
    ("one quarter of one lacks", "LD01", ".12 .3. .45", "so far 2018-Q2", "15 (2/3) 15.. missing"),
    ("no figure is lacking too", "LD01", ".12 .3? .45", "so far 2018-Q2", "15 (2/3) 15.. missing"),
    ("all missing", "LD01", ". . .", "so far 2018-Q2", "none (0/3) 0.. missing"),
    ("zero is a figure", "LD01", ".0 .0 .0", "quarter 2018-Q1", "0 (3/3) 0..0"),
    ("outside the scope is not due", "LD01", ".1- .30 .--", "so far 2018-Q2", "4 (2/2) 4..4"),
    ("a stock stands at the quarter's end", "VD02", ".12 .30 .45", "quarter 2018-Q2", "7 (3/3) 7..7"),
    ("a stock is never repeated as a sum", "VD02", ".12 .30 .45", "so far 2018-Q2", "none (0/0)"),
    ("a stock's year is its last quarter", "VD02", ".1112 .1110 .1115", "year 2018", "7 (3/3) 7..7"),
    ("no stock of before stands in", "VD02", ".1112 .111. .1115", "year 2018", "7 (2/3) 7.. missing"),
    ("a stock has no plan so far", "VD02", ".1 .1 .1", "plan 2018-Q1", "none (0/0)"),
    ("counted since the start of the year", "KT04", ".12 .33 .45", "so far 2018-Q2", "10 (3/3) 10..10"),
    ("the latest can only rise", "KT04", ".12 .3. .45", "so far 2018-Q2", "10 (2/3) 10.. missing"),
    ("an earlier gap does not matter then", "KT04", ".12 ..3 .45", "so far 2018-Q2", "10 (3/3) 10..10"),
    ("never over years", "KT04", ".1 .1 .1", "plan 2018-Q1", "none (0/0)"),
    ("yes is counted", "TT00", ".1 .0 .1", "quarter 2018-Q1", "2 (3/3) 2..2"),
    ("who lacks is a yes at most", "TT00", ".1 .0 .", "quarter 2018-Q1", "1 (2/3) 1..2 missing"),
    ("a state of a quarter makes no year", "TT00", ".11 .01 .11", "so far 2018-Q2", "none (0/0)"),
    ("a yes of the year stays", "LD02", ".01 .1. .00", "so far 2018-Q2", "2 (2/3) 2..2 missing"),
]


def told(found: Figure) -> str:
    known = found.reported.value if found.reported else "none"
    coverage = f"{known} ({found.known}/{found.expected})"
    if found.bounds is None:
        return coverage
    high = "" if found.bounds.high is None else found.bounds.high
    return " ".join([coverage, f"{found.bounds.low}..{high}", *sorted(found.bounds.why)])


@pytest.mark.parametrize(("case", "code", "values", "over", "expected"), FIGURES)
def test_a_figure_carries_its_coverage_and_all_it_can_be(
    case: str, code: str, values: str, over: str, expected: str
) -> None:
    found = city(code, rows(code, *values.split()), span(*over.rsplit(" ", 1)))
    assert told(found) == expected, case


def test_what_lacks_is_named_by_commune_and_quarter() -> None:
    found = city("LD01", rows("LD01", ".12", ".3.", "..."), year_to_date(PLAN, "2018-Q2"))
    assert [(one.commune, one.lacking) for one in found.lacking] == [
        (B, ("2018-Q2",)),
        (C, ("2018-Q1", "2018-Q2")),
    ]
    assert not found.complete


def test_why_there_is_no_figure_is_said() -> None:
    assert city("VD02", [], year_to_date(PLAN, "2018-Q2")).nothing is Nothing.NOT_ADDED
    assert city("DM02", [], of_quarter(PLAN, "2018-Q2")).nothing is Nothing.NOT_ADDED
    assert city("LD01", [], of_quarter(PLAN, "2018-Q2")).nothing is Nothing.NO_DATA
    assert (
        city("LD01", rows("LD01", ".-", ".-", ".-"), of_quarter(PLAN, "2018-Q1")).nothing
        is Nothing.NOT_APPLICABLE
    )
    new = bent_plan(three(), "indicators", "LD01", valid_from="2018-Q3")
    assert city("LD01", [], year_to_date(PLAN, "2018-Q2"), new).nothing is Nothing.NOT_APPLICABLE


def test_an_indicator_that_begins_or_ends_within_the_year_is_due_in_its_quarters_alone() -> None:
    bent = bent_plan(three(), "indicators", "LD01", valid_from="2018-Q2", valid_to="2018-Q3")
    found = city("LD01", rows("LD01", "..123", "..001", "..111"), of_year(PLAN, 2018), bent)
    assert facts(found, "value", "known", "expected") == (5, 3, 3)
    one = city("LD01", rows("LD01", "..1", "..0", "..1"), of_year(PLAN, 2018), bent)
    assert [(part_.commune, part_.lacking) for part_ in one.lacking] == [(c, ("2018-Q3",)) for c in (A, B, C)]


def test_who_left_counts_in_the_year_for_its_own_quarters() -> None:
    left = bent_plan(three(), "participation", part(B).key, to_period="2018-Q1")
    found = city("LD01", rows("LD01", ".12", ".3", ".45"), year_to_date(PLAN, "2018-Q2"), left)
    assert facts(found, "value", "known", "expected") == (15, 3, 3)
    stock = city("VD02", rows("VD02", ".12", ".3", ".45"), of_quarter(PLAN, "2018-Q2"), left)
    assert facts(stock, "value", "expected") == (7, 2)
    year = city("VD02", rows("VD02", ".1222", ".3", ".4555"), of_year(PLAN, 2018), left)
    assert facts(year, "nothing", "outside") == (None, (B,)), "a stock is of who is there at the end"


def test_who_joined_owes_nothing_before_and_a_figure_from_before_does_not_count() -> None:
    joined = bent_plan(three(), "participation", part(B).key, from_period="2018-Q2")
    found = city("LD01", rows("LD01", ".12", ".93", ".45"), year_to_date(PLAN, "2018-Q2"), joined)
    assert facts(found, "value", "known") == (15, 3)


def test_sessions_are_computed_from_their_parts_for_each_commune_and_quarter() -> None:
    cells = [cell(f"TT01{one}", c, "2018-Q1", 2) for one in "abc" for c in (A, B)]
    found = city("TT01", [*cells, cell("TT01a", C, "2018-Q1", 5)], of_quarter(PLAN, "2018-Q1"))
    assert facts(found, "reported", "known", "expected") == (whole(12, 12), 2, 3)
    assert found.bounds == whole(12, None, MISSING)


def test_the_share_of_those_who_say_yes_is_over_all_who_are_due() -> None:
    found = city("TT00", rows("TT00", ".1", ".0", "."), of_quarter(PLAN, "2018-Q1"))
    assert found.share is not None
    assert found.share.rounded(1) == Range(Decimal("33.3"), Decimal("66.7"), MISSING)
    assert city("LD01", rows("LD01", ".1", ".0", ".1"), of_quarter(PLAN, "2018-Q1")).share is None


def test_the_standing_is_that_of_the_decisions_in_force() -> None:
    cells = [decided(A, 2017, 1, date(2018, 1, 25)), decided(B, 2017, 0, date(2018, 4, 2))]
    first = city("DM01", cells, of_quarter(PLAN, "2018-Q1"))
    assert facts(first, "reported", "known", "bounds") == (whole(1, 1), 1, whole(1, 3, MISSING))
    assert city("DM01", cells, of_year(PLAN, 2018)).known == 2


def test_in_public_small_numbers_are_ranges_and_tied_amounts_are_withheld() -> None:
    cells = [*rows("SK01", ".3", ".0", ".7"), *rows("SK02", ".9", ".0", ".8")]
    known = public_book(cells)
    loans = figure(known, known.document.indicator("SK01"), of_quarter(PLAN, "2018-Q1"))
    assert facts(loans, "reported", "bounds") == (whole(8, 11, PROTECTED), whole(8, 11, PROTECTED))
    lent = figure(known, known.document.indicator("SK02"), of_quarter(PLAN, "2018-Q1"))
    assert facts(lent, "reported", "known", "bounds") == (whole(8, 8), 2, whole(8, None, PROTECTED))
    assert [(one.commune, one.withheld, one.lacking) for one in lent.withheld] == [(A, ("2018-Q1",), ())]


def test_of_a_restricted_indicator_the_public_sees_the_citys_closed_year_alone() -> None:
    cells = [cell("MB01", c, f"2018-Q{n}", 2) for c in (A, B, C) for n in (1, 2, 3, 4)]
    closed = [f"2018-Q{n}" for n in (1, 2, 3, 4)]
    known, indicator = public_book(cells, None, *closed), PLAN.indicator("MB01")
    year = figure(known, indicator, of_year(PLAN, 2018))
    assert facts(year, "reported", "known", "expected") == (whole(24, 24), 12, 12)
    assert figure(known, indicator, of_quarter(PLAN, "2018-Q4")).nothing is Nothing.RESTRICTED
    assert figure(known, indicator, of_year(PLAN, 2018), A).nothing is Nothing.RESTRICTED
    open_year = figure(public_book(cells, None, *closed[:3]), indicator, of_year(PLAN, 2018))
    assert facts(open_year, "nothing", "bounds") == (Nothing.RESTRICTED, None)
    few = public_book(cells[:1], None, *closed)
    band = figure(few, indicator, of_year(PLAN, 2018))
    assert facts(band, "reported", "bounds") == (whole(0, 4, PROTECTED), whole(0, None, PROTECTED | MISSING))


def test_a_row_holds_the_year_so_far_against_the_target() -> None:
    targets = (
        target("LD01", 2018, 20),
        target("LD01", 2018, 7, commune=A),
        target("LD01", 2018, 6, commune=B),
    )
    known = book(rows("LD01", ".12", ".3.", ".45"), with_targets(three(), *targets))
    row = indicator_result(known, "LD01", "2018-Q2")
    assert row.year is not None
    assert row.plan is not None
    assert [one.reported for one in (row.quarter, row.year, row.plan)] == [
        whole(7, 7),
        whole(15, 15),
        whole(15, 15),
    ]
    assert row.against.percent == Range(Decimal(75), Decimal(75))
    assert row.against.possible == Range(Decimal(75), None, MISSING)
    assert facts(row.against, "communes_sum", "communes_with") == (13, 2)
    own = indicator_result(known, "LD01", "2018-Q2", commune=A)
    assert own.against.target == targets[1]
    assert (own.against.percent or whole(0, 0)).rounded(1).value == Decimal("42.9")


@pytest.mark.parametrize("value", [None, 0])
def test_without_a_target_or_with_one_of_zero_there_is_no_percentage(value: int | None) -> None:
    document = with_targets(three(), *([] if value is None else [target("LD01", 2018, value)]))
    row = indicator_result(book(rows("LD01", ".1", ".1", ".1"), document), "LD01", "2018-Q1")
    assert facts(row.against, "percent", "possible") == (None, None)
    assert (row.against.target is None) is (value is None)


def test_a_stock_is_held_against_its_target_as_it_stands() -> None:
    document = with_targets(three(), target("VD02", 2018, 14))
    row = indicator_result(book(rows("VD02", ".1", ".2", ".4"), document), "VD02", "2018-Q1")
    assert facts(row, "year", "plan", "towards_target") == (None, None, row.quarter)
    assert row.against.percent == Range(Decimal(50), Decimal(50))
