"""Only what flows is added up over the quarters of a year; a stock, a state and a running count never are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communes.models import Commune
from communes.queries.figures import public_figures
from plans.document import Indicator
from plans.progress import year_to_date
from plans.vocabulary import AcrossQuarters, IndicatorKind, Protection, RecordedBy
from tests.documents import plan_125
from tests.histories import Book, undone

pytestmark = pytest.mark.django_db
YEAR = ("2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4")
ASKED = [
    indicator
    for indicator in plan_125().indicators
    if indicator.recorded_by is RecordedBy.COMMUNE and indicator.protection is Protection.OPEN
]


def accepted(indicator: Indicator, value: int) -> Decimal:
    """The value as an answer to the indicator: a yes or a no where that is what it asks."""
    return Decimal(value % 2 if indicator.kind is IndicatorKind.YES_NO else value)


def of_the_year(indicator: Indicator, values: list[int]) -> Decimal | None:
    """What the year has come to when these values were accepted, quarter by quarter."""
    answers = [accepted(indicator, value) for value in values]
    match indicator.across_quarters:
        case AcrossQuarters.SUM:
            return sum(answers, Decimal(0))
        case AcrossQuarters.CUMULATIVE:
            return answers[-1]
        case _:
            return None


@settings(max_examples=8)
@given(values=st.lists(st.integers(0, 9999), min_size=4, max_size=4))
def test_the_year_to_date_adds_up_flows_and_nothing_else(values: list[int]) -> None:
    with undone():
        book = Book()
        for key, value in zip(YEAR, values, strict=True):
            book.write({(i.code, "da-mai", key): accepted(i, value) for i in ASKED})
        figures = public_figures(book.plan, Commune.objects.get(slug="da-mai")).figures
    totals = {i.code: year_to_date(i, figures[i.code], YEAR) for i in ASKED}
    found = {code: total.value if total else None for code, total in totals.items()}
    assert found == {i.code: of_the_year(i, values) for i in ASKED}


def test_the_plan_has_flows_stocks_and_running_counts_for_this_to_mean_something() -> None:
    assert {i.across_quarters for i in ASKED} == set(AcrossQuarters)
