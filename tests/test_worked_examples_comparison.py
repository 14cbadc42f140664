"""Worked examples: every row of the table by which a period is held against the same a year before."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from plans.comparability import Case
from plans.comparison import Comparison, compare, compare_objective
from plans.document import PlanDocument
from plans.protection import Cell
from plans.saying_words import sentence
from plans.spans import of_quarter, of_year, year_to_date
from plans.vocabulary import MeasureOfSuccess, Window
from tests.plan_values import facts
from tests.progress_books import (
    A,
    B,
    C,
    bent_plan,
    book,
    cell,
    part,
    public_book,
    series,
    three,
    with_objective,
)


def only_a() -> PlanDocument:
    document = bent_plan(three(), "participation", part(B).key, from_period="2020-Q4")
    return bent_plan(document, "participation", part(C).key, from_period="2020-Q4")


def between(before: int | str | None, now: int | str | None, quarter: str = "2018-Q2") -> Comparison:
    """Communication sessions of one commune in a quarter and the year before."""
    earlier = f"{int(quarter[:4]) - 1}{quarter[4:]}"
    pairs = ((earlier, before), (quarter, now))
    cells = [cell("TT02", A, key, value) for key, value in pairs if value is not None]
    return compare(book(cells, only_a()), "TT02", of_quarter(three(), quarter))


PRINTED = [
    (20, 23, Case.PERCENT, "up 15% on the same period of 2017"),
    (40, 35, Case.PERCENT, "down 12.5% on the same period of 2017"),
    (20, 39, Case.PERCENT, "up 95% on the same period of 2017"),
    (20, 40, Case.TIMES, "2 times the same period of 2017"),
    (30, 100, Case.TIMES, "3.3 times the same period of 2017"),
    (20, 0, Case.PERCENT, "down 100% on the same period of 2017"),
    (19, 38, Case.DIFFERENCE, "up by 19 attendances on the same period (from 19 to 38)"),
    (5, 8, Case.DIFFERENCE, "up by 3 attendances on the same period (from 5 to 8)"),
    (8, 5, Case.DIFFERENCE, "down by 3 attendances on the same period (from 8 to 5)"),
    (10000, 10001, Case.DIFFERENCE, "up by 1 attendances on the same period (from 10,000 to 10,001)"),
    (7, 7, Case.EQUAL, "the same as in the same period of 2017"),
    (0, 6, Case.NONE_BEFORE, "none in the same period of 2017"),
    (0, 0, Case.NONE_AT_ALL, "none in both periods"),
    (None, 6, Case.NOT_KNOWN_BEFORE, "no data of the same period to compare with"),
    ("not_collected", 6, Case.NOT_KNOWN_BEFORE, "no data of the same period to compare with"),
    (6, None, Case.NOT_KNOWN_NOW, "no data of this period yet"),
]


@pytest.mark.parametrize(("before", "now", "case", "printed"), PRINTED)
def test_each_case_reads_in_its_own_way(
    before: int | str | None, now: int | str | None, case: Case, printed: str
) -> None:
    found = between(before, now)
    with translation.override("en"):
        assert (found.case, sentence(found.saying, three())) == (case, printed)
    assert found.notes == ()


WINDOWS = [
    ("2017-Q3", Case.NOT_KNOWN_BEFORE, "no data of the same period to compare with"),
    (
        "2017-Q4",
        Case.FIRST_PERIOD,
        "the same period of 2016 is the first of the plan's implementation, from 07/11/2016",
    ),
    ("2019-Q1", Case.WINDOWS_DIFFER, "30 (73 days), against 20 (90 days)"),
    ("2020-Q1", Case.WINDOWS_DIFFER, "30 (91 days), against 20 (73 days)"),
    ("2020-Q2", Case.PERCENT, "up 50% on the same period of 2019"),
]


@pytest.mark.parametrize(("quarter", "case", "printed"), WINDOWS)
def test_windows_that_differ_get_no_percentage(quarter: str, case: Case, printed: str) -> None:
    found = between(20 if quarter > "2017-Q3" else None, 30, quarter)
    with translation.override("en"):
        assert (found.case, sentence(found.saying, three())) == (case, printed)


@pytest.mark.parametrize(
    ("quarter", "note"),
    [
        ("2019-Q2", "cut-off days differ by 16 to 17 days"),
        ("2019-Q3", "cut-off days differ by 16 days"),
        ("2019-Q4", "cut-off days differ by 16 to 17 days"),
    ],
)
def test_shifted_windows_compare_with_a_note(quarter: str, note: str) -> None:
    found = between(20, 30, quarter)
    assert found.case is Case.PERCENT
    with translation.override("en"):
        assert [sentence(one, three()) for one in found.notes] == [note]


def test_only_communes_with_everything_in_both_periods_are_compared() -> None:
    cells = [*series("TT02", A, ".5678.9", "2017-Q1"), *series("TT02", B, "1111122", "2017-Q1")]
    half = compare(book(cells), "TT02", year_to_date(three(), "2018-Q2"))
    assert facts(half, "communes", "expected", "now", "before") == ((B,), 3, 3, 2)
    quarter = compare(book(cells), "TT02", of_quarter(three(), "2018-Q3"))
    assert facts(quarter, "communes", "now", "before") == ((A, B), 11, 7)
    with translation.override("en"):
        assert [sentence(note, three()) for note in half.notes] == [
            "compared over communes with data of both periods: 1"
        ]


def test_a_year_is_compared_whole() -> None:
    cells = series("TT02", A, "11112222", "2017-Q1")
    found = compare(book(cells, only_a()), "TT02", of_year(three(), 2018))
    assert facts(found, "case", "now", "before") == (Case.DIFFERENCE, 8, 4)


# 20 in each quarter of the earlier year, 30 in each of the later one.
LONGER = [
    ("six months of 2018", "2018-Q2", Case.PERCENT, "up 50% on the same period of 2017"),
    ("six months of 2019", "2019-Q2", Case.WINDOWS_DIFFER, "60 (165 days), against 40 (181 days)"),
    ("six months of 2020", "2020-Q2", Case.WINDOWS_DIFFER, "60 (183 days), against 40 (165 days)"),
    ("nine months of 2018", "2018-Q3", Case.PERCENT, "up 50% on the same period of 2017"),
    ("nine months of 2019", "2019-Q3", Case.WINDOWS_DIFFER, "90 (257 days), against 60 (273 days)"),
    ("nine months of 2020", "2020-Q3", Case.WINDOWS_DIFFER, "90 (275 days), against 60 (257 days)"),
    ("the year 2018", "2018-Q4", Case.PERCENT, "up 50% on the same period of 2017"),
    ("the year 2019", "2019-Q4", Case.WINDOWS_DIFFER, "120 (348 days), against 80 (365 days)"),
    ("the year 2020", "2020-Q4", Case.WINDOWS_DIFFER, "120 (366 days), against 80 (348 days)"),
]


@pytest.mark.parametrize(("case", "quarter", "told", "printed"), LONGER)
def test_months_and_years_across_the_seam_stand_side_by_side_with_their_days(
    case: str, quarter: str, told: Case, printed: str
) -> None:
    year = int(quarter[:4])
    cells = [
        cell("TT02", A, f"{one}-Q{n}", value)
        for one, value in ((year - 1, 20), (year, 30))
        for n in range(1, 5)
    ]
    found = compare(book(cells, only_a()), "TT02", year_to_date(three(), quarter))
    with translation.override("en"):
        assert (found.case, sentence(found.saying, three())) == (told, printed), case


def test_what_is_counted_since_the_start_of_the_year_compares_by_the_year_so_far() -> None:
    cells = [cell("KT04", A, key, 30) for key in ("2018-Q2", "2019-Q2")]
    found = compare(book(cells, only_a()), "KT04", of_quarter(three(), "2019-Q2"))
    assert found.case is Case.WINDOWS_DIFFER, "165 days against 181"


@pytest.mark.parametrize("values", [(3, 30), (30, 3)])
def test_where_either_is_protected_the_public_sees_no_comparison(values: tuple[int, int]) -> None:
    cells = [cell("SK01", A, key, value) for key, value in zip(("2017-Q2", "2018-Q2"), values, strict=True)]
    span = of_quarter(three(), "2018-Q2")
    assert compare(public_book(cells, only_a()), "SK01", span).case is Case.SUPPRESSED
    assert compare(book(cells, only_a()), "SK01", span).now == values[1]


def test_nothing_restricted_is_compared_in_public() -> None:
    cells = [cell("MB01", A, key, 30) for key in ("2017-Q2", "2018-Q2")]
    found = compare(public_book(cells, only_a()), "MB01", of_quarter(three(), "2018-Q2"))
    assert facts(found, "case", "now", "before") == (Case.SUPPRESSED, None, None)


def test_one_commune_is_compared_with_itself() -> None:
    cells = [*series("TT02", A, "2.2.3.3", "2017-Q1"), *series("TT02", B, "9", "2018-Q2")]
    found = compare(book(cells), "TT02", of_quarter(three(), "2018-Q3"), commune=A)
    assert facts(found, "case", "now", "before", "notes") == (Case.DIFFERENCE, 3, 2, ())


def shares(cells: list[Cell], quarter: str = "2018-Q2") -> Comparison:
    document = with_objective(Window.THE_YEAR, "LD01", success=MeasureOfSuccess.SHARE)
    return compare_objective(book(cells, document), "X", quarter)


SHARES = [
    ("011", "111", Case.POINTS, "up 33.3 percentage points (from 66.7% to 100%)"),
    ("111", "011", Case.POINTS, "down 33.3 percentage points (from 100% to 66.7%)"),
    ("000", "010", Case.POINTS, "up 33.3 percentage points (from 0% to 33.3%)"),
    ("011", "110", Case.EQUAL, "the same as in the same period of 2017"),
]


@pytest.mark.parametrize(("before", "now", "case", "printed"), SHARES)
def test_shares_compare_in_percentage_points(before: str, now: str, case: Case, printed: str) -> None:
    cells = [
        cell("LD01", commune, f"{year}-Q{number}", int(sign))
        for year, signs in ((2017, before), (2018, now))
        for number in (1, 2)
        for commune, sign in zip((A, B, C), signs, strict=True)
    ]
    found = shares(cells)
    with translation.override("en"):
        assert (found.case, sentence(found.saying, three())) == (case, printed)


def test_an_objective_is_compared_over_communes_with_a_verdict_in_both() -> None:
    cells = [cell("LD01", one, f"{year}-Q{n}", 1) for one in (A, B) for year in (2017, 2018) for n in (1, 2)]
    found = shares([*cells, cell("LD01", C, "2018-Q1", 1)])
    assert facts(found, "communes", "expected", "case") == ((A, B), 3, Case.EQUAL)
    assert shares(cells[:4]).communes == (A,)
    assert shares([cell("LD01", A, "2018-Q1", 1)]).case is Case.NOT_KNOWN_BEFORE
    assert shares([]).case is Case.NOT_KNOWN_NOW
    assert shares(cells, "2017-Q2").case is Case.NOT_KNOWN_BEFORE


def test_an_objective_counted_in_communes_compares_by_number() -> None:
    document = with_objective(Window.THE_YEAR, "LD01")
    cells = [
        cell("LD01", one, f"{year}-Q1", one <= year - 2016) for one in (A, B, C) for year in (2017, 2018)
    ]
    found = compare_objective(book(cells, document), "X", "2018-Q1")
    assert facts(found, "case", "now", "before") == (Case.DIFFERENCE, Decimal(2), Decimal(1))
    with translation.override("en"):
        assert sentence(found.saying, three()) == "up by 1 communes on the same period (from 1 to 2)"
    with translation.override("vi"):
        assert sentence(found.saying, three()) == "tăng 01 xã, phường so với cùng kỳ (từ 01 lên 02)"
