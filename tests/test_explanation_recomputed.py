"""Over any ledger the total, the sum of its parts, the page that explains it and the file beside it agree."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bg_portal.export import csv_file
from plans.answering import indicator as of_indicator
from plans.answering import objective as of_objective
from plans.book import Book
from plans.document import PlanDocument
from plans.explanation import explain_indicator, explain_objective
from plans.explanation_rows import Row, indicator_rows, objective_rows
from plans.files.explanation import table_of
from plans.indicators import figure
from plans.presenting import written
from plans.protection import Cell
from plans.queries import Place
from plans.ranges import Range
from plans.spans import Span
from tests import recomputed
from tests.progress_books import CODES, COMMUNES, FIRST_DAY, book, public_book
from tests.progress_ledgers import KEYS, ledgers, plan
from tests.recomputed import Line
from tests.test_progress_properties import COUNTED, OBJECTIVES, SPANS

PLACES = tuple(
    Place(commune, code, FIRST_DAY, "ward", code, code, code, 0, 0) for commune, code in CODES.items()
)
KEYS_BY_ID = {commune: key for key, commune in COMMUNES.items()}
Audience = Callable[[list[Cell], PlanDocument], Book]
audiences: st.SearchStrategy[Audience] = st.sampled_from([book, public_book])


STANDINGS = ("được công nhận", "không được công nhận")


def told_by(again: recomputed.Figure) -> Range:
    """All it can be."""
    return Range(again.least, again.most)


def file(rows: tuple[Row, ...]) -> list[Line]:
    """The lines of the file that the rows are written to."""
    places = {place.id: place for place in PLACES}
    return recomputed.lines(csv_file.written(table_of(rows, plan(), places, {})))


@given(ledgers(), st.sampled_from(COUNTED), st.sampled_from(SPANS), audiences)
def test_an_indicators_total_sum_page_and_file_agree(
    cells: list[Cell], code: str, span: Span, audience: Audience
) -> None:
    known = audience(cells, plan())
    told = explain_indicator(known, code, span)
    total, page = told.figure, of_indicator.formula(told, PLACES)
    again = recomputed.figure(file(indicator_rows(known, told)))
    assert bool(page.unit) == (again.low is not None)
    if known.withheld(total.indicator):
        assert total.nothing
        return
    if again.low is not None:
        assert page.value == written(Range(again.least, again.most))
    assert (again.known, again.expected) == (total.known, total.expected)
    if total.reported is not None:
        assert (again.low, again.high) == (total.reported.low, total.reported.high)
    if total.bounds is not None:
        assert (again.least, again.most) == (total.bounds.low, total.bounds.high)


@given(ledgers(), st.sampled_from(COUNTED), st.sampled_from(SPANS), audiences)
def test_each_row_of_the_page_is_what_the_communes_own_page_says(
    cells: list[Cell], code: str, span: Span, audience: Audience
) -> None:
    known = audience(cells, plan())
    told = explain_indicator(known, code, span)
    lines = file(indicator_rows(known, told))
    for row in of_indicator.communes(known, told, PLACES, {}):
        own = figure(known, told.figure.indicator, span, row.place.id)
        again = recomputed.figure([line for line in lines if line["commune_key"] == row.place.key])
        if row.said.note:  # nothing due, nothing known, or nothing published
            assert own.reported is None
            assert again.low is None
            continue
        assert own.bounds
        assert (again.least, again.most) == (own.bounds.low, own.bounds.high)
        assert row.said.text in (written(told_by(again)), "Có", "Không", "dưới 5", *STANDINGS)


@given(ledgers(), st.sampled_from(SPANS))
def test_a_computed_figure_is_the_sum_of_its_parts_in_the_file(cells: list[Cell], span: Span) -> None:
    known = book(cells, plan())
    lines = file(indicator_rows(known, explain_indicator(known, "TT01", span)))
    parts: dict[tuple[str, str], Decimal] = {}
    for line in lines:
        if line["role"] == "part" and line["low"]:
            place = (line["commune_key"], line["answered_for"])
            parts[place] = parts.get(place, Decimal(0)) + Decimal(line["low"])
    counted = [line for line in lines if line["role"] == "counted"]
    assert parts == {(line["commune_key"], line["answered_for"]): Decimal(line["low"]) for line in counted}


@given(ledgers(), st.sampled_from(OBJECTIVES), st.sampled_from(KEYS[1:]), audiences)
def test_an_objectives_value_verdicts_page_and_file_agree(
    cells: list[Cell], code: str, key: str, audience: Audience
) -> None:
    known = audience(cells, plan())
    told = explain_objective(known, code, key)
    lines, found = file(objective_rows(known, told)), told.result
    again = recomputed.objective(lines)
    assert again.verdicts == {KEYS_BY_ID[row.commune]: row.verdict.value for row in found.communes}
    assert (again.met, again.not_met, again.unknown) == (found.met, found.not_met, found.unknown)
    page = {row.place.key: row for row in of_objective.communes(known, told, PLACES, {})}
    assert page.keys() == again.verdicts.keys()
    assert sum(row.counted for row in page.values()) == again.expected
    for place, row in page.items():
        verdicts = [
            recomputed.criterion([line for line in lines if (line["commune_key"], line["indicator"]) == cell])
            for cell in dict.fromkeys((place, criterion.code) for criterion in row.criteria)
        ]
        assert row.met == verdicts.count("met")
