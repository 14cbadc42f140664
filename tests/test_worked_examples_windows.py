"""Worked examples: what each window says of one commune in one quarter, and on what it rests."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from plans.document import PlanDocument
from plans.windows import Judged, Reason, judge, since
from tests.progress_books import A, B, bent_plan, book, part, planned, series, three

LG11, LG12 = (criterion for criterion in three().objective("MT1").criteria[:2])


def standing(cells: list[Any], quarter: str, document: PlanDocument | None = None) -> Judged:
    return judge(book(cells, document), LG11, A, quarter)


def four(values: str, quarter: str, document: PlanDocument | None = None) -> Judged:
    return judge(book(series("LG12", A, values), document), LG12, A, quarter)


# The answers are of 2016-Q4, 2017-Q1, ...: a digit, "." none accepted, "?" no figure, "-" out of scope.
YEAR_2017 = "2017-Q1 2017-Q2 2017-Q3 2017-Q4"
STANDING = [
    ("this quarter's yes", "1", "2016-Q4", "met", Reason.DOCUMENT_VALID, ""),
    ("quý I looks back over the year's end", "1", "2017-Q1", "met", Reason.DOCUMENT_VALID, "2017-Q1"),
    ("four quarters before", "1....", "2017-Q4", "met", Reason.DOCUMENT_VALID, YEAR_2017),
    (
        "five before is too long ago",
        "1.....",
        "2018-Q1",
        "unknown",
        Reason.NO_FIGURES,
        YEAR_2017 + " 2018-Q1",
    ),
    ("the last answer decides: no", "10", "2017-Q1", "not_met", Reason.ANSWERED_NO, ""),
    (
        "a no of long ago stays the last answer",
        "10..",
        "2017-Q3",
        "not_met",
        Reason.ANSWERED_NO,
        "2017-Q2 2017-Q3",
    ),
    ("no figure says nothing", "1?", "2017-Q1", "met", Reason.DOCUMENT_VALID, "2017-Q1"),
    ("outside the scope is not missing", "1-", "2017-Q1", "met", Reason.DOCUMENT_VALID, ""),
    ("outside the scope all the time", "-", "2016-Q4", "not_applicable", Reason.OUT_OF_SCOPE, ""),
    ("all missing", "", "2016-Q4", "unknown", Reason.NO_FIGURES, "2016-Q4"),
    ("a later answer does not reach back", ".1", "2016-Q4", "unknown", Reason.NO_FIGURES, "2016-Q4"),
]


@pytest.mark.parametrize(("case", "values", "quarter", "verdict", "reason", "missing"), STANDING)
def test_standing_is_the_last_answer_of_five_quarters(
    case: str, values: str, quarter: str, verdict: str, reason: Reason, missing: str
) -> None:
    found = standing(series("LG11", A, values), quarter)
    assert (found.verdict.value, found.reason, " ".join(found.missing)) == (verdict, reason, missing), case


DOCUMENTS = [
    ("valid on the last day itself", {"valid_until": date(2019, 3, 14)}, "met", Reason.DOCUMENT_VALID),
    ("expired on the day before", {"valid_until": date(2019, 3, 13)}, "not_met", Reason.DOCUMENT_EXPIRED),
    (
        "31/3 is not the last day",
        {"valid_until": date(2019, 3, 31)},
        "met",
        Reason.DOCUMENT_VALID,
    ),
    ("without end", {"valid_until": None}, "met", Reason.DOCUMENT_VALID),
    ("issued on the last day", {"dated_on": date(2019, 3, 14)}, "met", Reason.DOCUMENT_VALID),
    ("issued a day too late", {"dated_on": date(2019, 3, 15)}, "not_met", Reason.DOCUMENT_LATER),
    ("without a number", {"number": ""}, "not_met", Reason.DOCUMENT_NOT_NAMED),
    ("without its date", {"dated_on": None}, "not_met", Reason.DOCUMENT_NOT_NAMED),
]


@pytest.mark.parametrize(("case", "paper", "verdict", "reason"), DOCUMENTS)
def test_the_document_must_be_valid_on_the_periods_last_day_at_the_seam_of_2019(
    case: str, paper: dict[str, Any], verdict: str, reason: Reason
) -> None:
    found = standing([planned(A, "2019-Q1", **paper)], "2019-Q1")
    assert (found.verdict.value, found.reason) == (verdict, reason), case
    assert found.reading is not None
    assert found.paper == found.reading.paper


def test_a_document_of_an_earlier_answer_is_judged_by_the_later_last_day() -> None:
    cells = [planned(A, "2018-Q4", valid_until=date(2018, 12, 31))]
    assert standing(cells, "2018-Q4").reason is Reason.DOCUMENT_VALID
    later = standing(cells, "2019-Q1")
    assert (later.reason, later.missing) == (Reason.DOCUMENT_EXPIRED, ("2019-Q1",))


LAST_FOUR = [
    ("early in the plan: the periods so far", "0", "2016-Q4", "not_met", Reason.NOT_DONE, ""),
    ("yes once", "0100", "2017-Q3", "met", Reason.DONE, ""),
    ("quý I: the three quarters before count", "00010", "2018-Q1", "met", Reason.DONE, "2018-Q1"),
    ("the fourth before no longer counts", "1000", "2017-Q4", "unknown", Reason.NO_FIGURES, "2017-Q4"),
    ("four times no", "10000", "2017-Q4", "not_met", Reason.NOT_DONE, ""),
    ("one missing and no yes", "0.00", "2017-Q3", "unknown", Reason.NO_FIGURES, "2017-Q1"),
    ("one missing beside a yes", "0.01", "2017-Q3", "met", Reason.DONE, "2017-Q1"),
    ("no figure is missing", "0?00", "2017-Q3", "unknown", Reason.NO_FIGURES, "2017-Q1"),
    ("outside the scope is not", "0-00", "2017-Q3", "not_met", Reason.NOT_DONE, ""),
    ("all outside the scope", "----", "2017-Q3", "not_applicable", Reason.OUT_OF_SCOPE, ""),
    ("all missing", "", "2017-Q2", "unknown", Reason.NO_FIGURES, "2016-Q4 2017-Q1 2017-Q2"),
    ("quý I/2019 is one of them", "000000001", "2019-Q3", "met", Reason.DONE, "2019-Q1 2019-Q2 2019-Q3"),
]


@pytest.mark.parametrize(("case", "values", "quarter", "verdict", "reason", "missing"), LAST_FOUR)
def test_the_last_four_quarters_need_one_yes(
    case: str, values: str, quarter: str, verdict: str, reason: Reason, missing: str
) -> None:
    found = four(values, quarter)
    assert (found.verdict.value, found.reason, " ".join(found.missing)) == (verdict, reason, missing), case


def test_a_commune_that_joins_owes_nothing_before() -> None:
    joined = bent_plan(three(), "participation", part(A).key, from_period="2017-Q3")
    assert four("....0", "2017-Q4", joined).missing == ("2017-Q3",)
    assert four("...00", "2017-Q4", joined).reason is Reason.NOT_DONE
    assert four("1..00", "2017-Q4", joined).reason is Reason.NOT_DONE, "a figure from before does not count"


def test_an_indicator_that_begins_is_not_missing_before_and_one_that_ends_is_not_asked_after() -> None:
    new = bent_plan(three(), "indicators", "LG12", valid_from="2018-Q2", valid_to="2019-Q1")
    assert four("", "2018-Q1", new).reason is Reason.NOT_ASKED
    assert four("......0", "2018-Q2", new).reason is Reason.NOT_DONE
    assert four("......000", "2019-Q1", new).missing == ("2019-Q1",)
    assert four("......0001", "2019-Q1", new).reason is Reason.DONE
    assert four("......0001", "2019-Q2", new).reason is Reason.NOT_ASKED


def test_since_is_the_first_quarter_of_the_unbroken_run() -> None:
    known = book([*series("LG11", A, "0110001"), *series("LG11", B, "1111")])
    assert since(known, judge(known, LG11, A, "2018-Q1")) == "2017-Q3"
    assert since(known, judge(known, LG11, A, "2018-Q2")) == "2018-Q2"
    assert since(known, judge(known, LG11, B, "2017-Q3")) == "2016-Q4"
