"""Only what flows is added up over the quarters of a year; a stock, a state and a running count never are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bg_portal.vietnamese import format_number
from communes.figure_table import figure_table
from communes.models import Commune
from communes.queries.figures import public_figures
from plans.document import Indicator
from plans.queries import plan_document
from plans.vocabulary import AcrossQuarters, IndicatorKind, Protection, RecordedBy
from tests.documents import plan_125
from tests.histories import Book, undone

pytestmark = pytest.mark.django_db
YEAR = ("2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4")
ASKED = [
    i
    for i in plan_125().indicators
    if i.recorded_by is RecordedBy.COMMUNE
    and i.kind in (IndicatorKind.COUNT, IndicatorKind.AMOUNT)
    and i.protection is Protection.OPEN
]


def of_the_year(indicator: Indicator, values: list[int]) -> str:
    """What stands in the column of the year when these values were accepted, quarter by quarter."""
    match indicator.across_quarters:
        case AcrossQuarters.SUM:
            return format_number(sum(values))
        case AcrossQuarters.CUMULATIVE:
            return format_number(values[-1])
        case _:
            return ""


@settings(max_examples=8)
@given(values=st.lists(st.integers(0, 9999), min_size=4, max_size=4))
def test_the_column_of_the_year_adds_up_flows_and_nothing_else(values: list[int]) -> None:
    with undone():
        book = Book()
        for key, value in zip(YEAR, values, strict=True):
            book.write({(i.code, "da-mai", key): Decimal(value) for i in ASKED})
        known = public_figures(book.plan, Commune.objects.get(slug="da-mai"))
        table = figure_table(known, 2018, date(2019, 1, 2))
    totals = {row.indicator.code: row.total.text for _measure, _name, rows in table.groups for row in rows}
    assert {i.code: totals[i.code] for i in ASKED} == {i.code: of_the_year(i, values) for i in ASKED}


def test_the_plan_has_stocks_and_flows_for_this_to_mean_something() -> None:
    kinds = {indicator.across_quarters for indicator in plan_document(Book().plan).indicators}
    assert {AcrossQuarters.SUM, AcrossQuarters.LATEST, AcrossQuarters.CUMULATIVE} <= kinds
    assert {i.across_quarters for i in ASKED} >= {AcrossQuarters.SUM, AcrossQuarters.LATEST}
