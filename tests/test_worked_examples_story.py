"""Both objectives over the illustrative years, by quarter, from the story's own answers and decisions."""

from __future__ import annotations

from decimal import Decimal

import pytest

from plans.objectives import result
from plans.standing import line_of, standing_of
from tests.story_books import IDS, story

# How many meet the objective, do not, are unknown; the share as displayed; the word.
FIRST = [
    ("2016-Q4", (8, 6, 2), "50.0..62.5", "cannot_tell"),
    ("2017-Q1", (8, 8, 0), "50.0..50.0", "at_line"),
    ("2017-Q2", (8, 8, 0), "50.0..50.0", "below_line"),
    ("2017-Q3", (9, 7, 0), "56.3..56.3", "below_line"),
    ("2017-Q4", (10, 6, 0), "62.5..62.5", "above_line"),
    ("2018-Q1", (10, 6, 0), "62.5..62.5", "below_line"),
    ("2018-Q2", (11, 5, 0), "68.8..68.8", "above_line"),
    ("2018-Q3", (12, 4, 0), "75.0..75.0", "above_line"),
    ("2018-Q4", (13, 3, 0), "81.3..81.3", "above_line"),
    ("2019-Q1", (13, 3, 0), "81.3..81.3", "above_line"),
    ("2019-Q2", (14, 2, 0), "87.5..87.5", "above_line"),
    ("2019-Q3", (14, 2, 0), "87.5..87.5", "above_line"),
    ("2019-Q4", (14, 2, 0), "87.5..87.5", "above_line"),
    ("2020-Q1", (15, 1, 0), "93.8..93.8", "above_line"),
    ("2020-Q2", (15, 1, 0), "93.8..93.8", "above_line"),
    ("2020-Q3", (15, 1, 0), "93.8..93.8", "below_line"),
    ("2020-Q4", (13, 2, 1), "81.3..87.5", "behind"),
]


@pytest.mark.parametrize(("quarter", "counts", "shown", "word"), FIRST)
def test_more_and_more_communes_integrate_and_carry_out(
    quarter: str, counts: tuple[int, int, int], shown: str, word: str
) -> None:
    found = result(story(), "MT1", quarter)
    assert (found.met, found.not_met, found.unknown) == counts
    assert found.shown is not None
    assert f"{found.shown.low}..{found.shown.high}" == shown
    assert standing_of(story(), found).word == word


def test_the_line_starts_when_the_first_two_missing_reports_no_longer_matter() -> None:
    line = line_of(story(), "MT1")
    assert line is not None
    assert (line.from_period, line.from_value, line.to_value) == ("2017-Q1", Decimal(50), Decimal(100))


# How many of the twelve keep the standard, the years of their decisions, the word.
SECOND = [
    ("2016-Q4", 0, (), "cannot_tell"),
    ("2017-Q1", 11, (2016,), "not_kept"),
    ("2017-Q2", 11, (2016,), "not_kept"),
    ("2017-Q3", 11, (2016,), "not_kept"),
    ("2017-Q4", 11, (2016,), "not_kept"),
    ("2018-Q1", 12, (2016, 2017), "kept"),
    ("2018-Q2", 12, (2016, 2017), "cannot_tell"),
    ("2018-Q3", 12, (2017,), "kept"),
    ("2018-Q4", 12, (2017,), "kept"),
    ("2019-Q1", 11, (2018,), "not_kept"),
    ("2019-Q2", 11, (2018,), "not_kept"),
    ("2019-Q3", 11, (2018,), "not_kept"),
    ("2019-Q4", 11, (2018,), "not_kept"),
    ("2020-Q1", 12, (2019,), "kept"),
    ("2020-Q2", 12, (2019,), "kept"),
    ("2020-Q3", 12, (2019,), "kept"),
    ("2020-Q4", 12, (2019,), "kept"),
]


@pytest.mark.parametrize(("quarter", "met", "years", "word"), SECOND)
def test_twelve_are_to_be_kept_and_a_late_decision_is_waited_for(
    quarter: str, met: int, years: tuple[int, ...], word: str
) -> None:
    found = result(story(), "MT2", quarter)
    assert (found.met, found.expected, found.decided_in) == (met, 12, years)
    assert standing_of(story(), found).word == word


def test_the_late_decision_is_that_of_one_commune() -> None:
    pending = result(story(), "MT2", "2018-Q2").pending
    assert pending is not None
    assert (pending.year, pending.communes) == (2017, (IDS["dinh-tri"],))


def test_a_year_says_what_its_last_quarter_says() -> None:
    for code in ("MT1", "MT2"):
        for year in range(2016, 2021):
            whole, last = (result(story(), code, key) for key in (str(year), f"{year}-Q4"))
            assert (whole.communes, whole.shown) == (last.communes, last.shown)
