"""Worked examples: every row of the table of words, judged by the value that is displayed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation

from plans.ranges import ZERO, Range, Why, rounded
from plans.saying_words import sentence
from plans.standing import Standing, Word, line_of, of_indicator
from plans.vocabulary import Direction, MeasureOfSuccess, Window
from tests.plan_values import facts
from tests.progress_books import (
    A,
    B,
    C,
    book,
    cell,
    decided,
    public_book,
    series,
    standing,
    target,
    three,
    with_objective,
    with_targets,
)

# The first quarter has 33.3%; the line from there to 100% on 14/12/2020 (1,444 days later) has after 730 days
# 67.0% (31/12/2018) and after 1,261 days 91.6% (14/6/2020).
WORDS = [
    ("the year's target", "111", "2020-Q4", ((2020, 100),), Word.REACHED, "100"),
    ("the year's target before its end", "111", "2020-Q1", ((2020, 100),), Word.REACHED, "100"),
    ("below it when the year is over", "011", "2020-Q4", ((2020, 100),), Word.BEHIND, "100"),
    ("judged as displayed: 66.7 is 66.7", "011", "2020-Q4", ((2020, "66.7"),), Word.REACHED, "66.7"),
    ("nothing due in its year: below the line", "001", "2020-Q2", ((2020, 100),), Word.BELOW_LINE, "91.6"),
    ("an earlier target reached", "011", "2020-Q2", ((2019, 50), (2020, 100)), Word.ON_TRACK, "50"),
    ("an earlier target not reached", "001", "2020-Q2", ((2019, 50), (2020, 100)), Word.BEHIND, "50"),
    ("none for the year: above the line", "111", "2018-Q4", ((2020, 100),), Word.ABOVE_LINE, "67.0"),
    ("none for the year: below the line", "011", "2018-Q4", ((2020, 100),), Word.BELOW_LINE, "67.0"),
    ("on the line's first day: at it", "100", "2016-Q4", ((2020, 100),), Word.AT_LINE, "33.3"),
    ("a line never leads above its target", "001", "2018-Q4", ((2020, "33.3"),), Word.AT_LINE, "33.3"),
    ("nothing decided at all", "111", "2018-Q4", (), Word.CANNOT_TELL, None),
    ("somebody missing, either way", "01.", "2020-Q4", ((2020, 50),), Word.CANNOT_TELL, "50"),
    ("somebody missing, reached all the same", "11.", "2020-Q4", ((2020, 50),), Word.REACHED, "50"),
    ("somebody missing, behind all the same", "00.", "2020-Q4", ((2020, 50),), Word.BEHIND, "50"),
    ("all missing", "...", "2020-Q4", ((2020, 50),), Word.CANNOT_TELL, "50"),
]


def stood(signs: str, years: tuple[tuple[int, int | str], ...], quarter: str, **changes: Any) -> Standing:
    """Objective X, a share, in a quarter: one answer each; in the first quarter only A's is yes."""
    settings = {"success": MeasureOfSuccess.SHARE, **changes}
    document = with_objective(Window.STANDING, "LG11", **settings)
    document = with_targets(document, *(target("X", year, value) for year, value in years))
    first = "" if quarter == "2016-Q4" else "100"
    answers = [
        one
        for key, row in (("2016-Q4", first), (quarter, signs))
        for commune, sign in zip((A, B, C), row, strict=False)
        for one in series("LG11", commune, sign, key)
    ]
    return standing(book(answers, document), "X", quarter)


@pytest.mark.parametrize(("case", "signs", "quarter", "years", "word", "number"), WORDS)
def test_the_word_depends_on_the_authority_of_the_yardstick(
    case: str, signs: str, quarter: str, years: tuple[tuple[int, int]], word: Word, number: str | None
) -> None:
    found = stood(signs, years, quarter)
    assert found.word is word, case
    assert found.number == (None if number is None else Decimal(number)), case
    assert (found.reason is None) is (word is not Word.CANNOT_TELL)


# A's last answer of 2020-Q3 is no; B and C have answered yes for 2020-Q4.
LAST_ANSWERS = [
    ("A's report is still to come", ".", ((2020, 100),), Word.CANNOT_TELL),
    ("A's report has come", "0", ((2020, 100),), Word.BEHIND),
    ("A's report would not change it", ".", ((2020, "66.7"),), Word.REACHED),
]


@pytest.mark.parametrize(("case", "sign", "years", "word"), LAST_ANSWERS)
def test_nobody_is_called_behind_for_a_last_answer_while_the_next_is_awaited(
    case: str, sign: str, years: tuple[tuple[int, int | str]], word: Word
) -> None:
    document = with_objective(Window.STANDING, "LG11", success=MeasureOfSuccess.SHARE)
    document = with_targets(document, *(target("X", year, value) for year, value in years))
    answers = [*series("LG11", A, "0" + sign, "2020-Q3")]
    answers += [one for commune in (B, C) for one in series("LG11", commune, "1", "2020-Q4")]
    found = standing(book(answers, document), "X", "2020-Q4")
    assert found.word is word, case
    assert found.value == Range(Decimal("66.7"), Decimal("66.7")), "the value is that of the last answers"


KEPT = [
    ("as many as decided", "110", Word.KEPT),
    ("more", "111", Word.KEPT),
    ("fewer", "100", Word.NOT_KEPT),
    ("enough without the missing", "11.", Word.KEPT),
    ("too few even with the missing", "00.", Word.NOT_KEPT),
    ("it depends on the missing", "10.", Word.CANNOT_TELL),
]


@pytest.mark.parametrize(("case", "signs", "word"), KEPT)
def test_what_is_to_be_kept_is_kept_or_not_in_any_year(case: str, signs: str, word: Word) -> None:
    settings = {"success": MeasureOfSuccess.COUNT, "direction": Direction.KEEP}
    found = stood(signs, ((2020, 2),), "2018-Q2", **settings)
    assert facts(found, "word", "number", "line") == (word, 2, None), case


def test_why_nobody_can_tell_is_said() -> None:
    told = {
        "nothing": stood("111", (), "2018-Q4"),
        "missing": stood("10.", ((2020, 50),), "2020-Q4"),
        "all": stood("...", ((2020, 50),), "2020-Q4"),
    }
    with translation.override("en"):
        assert {case: sentence(one.reason, three()) for case, one in told.items() if one.reason} == {
            "nothing": "nothing was decided that it could be held against",
            "missing": "no complete data of 1 of 3 communes",
            "all": "no complete data of 3 of 3 communes",
        }


def test_while_decisions_are_pending_the_number_stays_and_the_word_waits() -> None:
    first = [decided(commune, 2016, 1, date(2017, 1, 20)) for commune in (A, B, C)]
    document = with_targets(three(), target("MT2", 2020, 2))
    before, after = (standing(book(first, document), "MT2", key) for key in ("2018-Q1", "2018-Q2"))
    assert (before.word, after.word) == (Word.KEPT, Word.CANNOT_TELL)
    assert before.value == after.value == Range(Decimal(3), Decimal(3))
    assert after.reason is not None
    with translation.override("vi"):
        assert sentence(after.reason, three()) == (
            "việc công nhận năm 2017 chưa hoàn thành: còn 03 xã, phường chưa có quyết định"
        )


def test_the_line_starts_at_the_first_complete_value() -> None:
    document = with_targets(
        with_objective(Window.STANDING, "LG11", success=MeasureOfSuccess.SHARE), target("X", 2020, 100)
    )
    cells = [*series("LG11", A, "11"), *series("LG11", B, "10"), *series("LG11", C, ".00")]
    line = line_of(book(cells, document), "X")
    assert line is not None
    assert (line.from_period, line.to_day, line.to_value) == ("2017-Q1", date(2020, 12, 14), Decimal(100))
    assert line.at(date(2017, 3, 30)) is None
    assert rounded(line.at(date(2017, 3, 31)) or ZERO, 1) == Decimal("33.3")
    assert line.at(date(2021, 1, 1)) == 100
    assert line_of(book(cells[:4], document), "X") is None
    assert line_of(book(cells, three()), "MT2") is None, "what is to be kept needs none"


# Target 100 of the year 2018 (365 days): of 181 days 49, of 273 days 74.
FLOWS = [
    ("the target reached early", "50 50", "2018-Q2", Word.REACHED, 100),
    ("as much as the days gone", "20 29", "2018-Q2", Word.ON_TRACK, 49),
    ("less than the days gone", "20 28", "2018-Q2", Word.BEHIND, 49),
    ("the year is over", "50 20 20 9", "2018-Q4", Word.BEHIND, 100),
    ("the year is over, reached", "50 20 20 10", "2018-Q4", Word.REACHED, 100),
    ("a quarter lacks and it depends on it", "20 . 29", "2018-Q3", Word.CANNOT_TELL, 100),
    ("a quarter lacks, reached all the same", "60 . 40", "2018-Q3", Word.REACHED, 100),
]


@pytest.mark.parametrize(("case", "values", "quarter", "word", "number"), FLOWS)
def test_a_flow_is_held_against_the_days_gone_of_the_years_target(
    case: str, values: str, quarter: str, word: Word, number: int
) -> None:
    document = with_targets(three(), target("TT02", 2018, 100, commune=A))
    cells = [
        cell("TT02", A, f"2018-Q{place}", int(value))
        for place, value in enumerate(values.split(), start=1)
        if value != "."
    ]
    found = of_indicator(book(cells, document), "TT02", quarter, commune=A)
    assert found is not None
    assert facts(found, "word", "number") == (word, number), case
    assert of_indicator(book(cells, document), "TT02", quarter) is None, "no target of the city"


STOCKS = [
    ("reached", "24", "2018-Q2", ((2018, 4),), Word.REACHED),
    ("nothing due: the line", "24", "2018-Q2", ((2018, 5),), Word.ABOVE_LINE),
    ("nothing due, nothing gained: below it", "22", "2018-Q2", ((2018, 5),), Word.BELOW_LINE),
    ("last year's is reached", "24", "2018-Q2", ((2017, 4), (2018, 5)), Word.ON_TRACK),
    ("last year's is not", "23", "2018-Q2", ((2017, 4), (2018, 5)), Word.BEHIND),
    ("the year is over", "2224", "2018-Q4", ((2018, 5),), Word.BEHIND),
]


@pytest.mark.parametrize(("case", "values", "quarter", "years", "word"), STOCKS)
def test_a_stock_is_held_against_what_was_due_before(
    case: str, values: str, quarter: str, years: tuple[tuple[int, int], ...], word: Word
) -> None:
    document = with_targets(three(), *(target("VD02", year, value, commune=A) for year, value in years))
    cells = series("VD02", A, values, "2018-Q1")
    found = of_indicator(book(cells, document), "VD02", quarter, commune=A)
    assert found is not None
    assert found.word is word, case


def test_in_public_a_range_that_straddles_the_target_tells_nothing() -> None:
    document = with_targets(three(), target("SK01", 2018, 10))
    cells = [cell("SK01", commune, f"2018-Q{n}", 1) for commune in (A, B, C) for n in (1, 2, 3, 4)]
    inside, outside = (of_indicator(made(cells, document), "SK01", "2018-Q4") for made in (book, public_book))
    assert inside is not None
    assert outside is not None
    assert (inside.word, outside.word) == (Word.REACHED, Word.REACHED)
    few = cells[:8]
    assert facts(of_indicator(public_book(few, document), "SK01", "2018-Q4"), "word") == (Word.CANNOT_TELL,)
    all_reported = [*few, *(cell("SK01", C, f"2018-Q{n}", 0) for n in (1, 2, 3, 4))]
    hidden = of_indicator(public_book(all_reported, document), "SK01", "2018-Q4")
    assert hidden is not None
    assert (hidden.word, hidden.value) == (
        Word.CANNOT_TELL,
        Range(Decimal(8), Decimal(32), frozenset({Why.PROTECTED})),
    )
    assert hidden.reason is not None
    assert hidden.reason.message.startswith("small numbers")


def test_of_a_restricted_indicator_nobody_can_tell_in_public() -> None:
    document = with_targets(three(), target("MB01", 2018, 10))
    found = of_indicator(public_book([], document), "MB01", "2018-Q2")
    assert found is not None
    assert (found.word, found.value) == (Word.CANNOT_TELL, None)
