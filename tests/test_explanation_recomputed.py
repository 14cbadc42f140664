"""The rows behind a figure are enough to compute it again, with nothing else at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from plans.explanation import explain_indicator, explain_objective
from plans.explanation_rows import Row, indicator_rows, objective_rows
from plans.protection import Cell
from tests.progress_books import book, public_book
from tests.progress_ledgers import KEYS, ledgers, plan
from tests.test_progress_properties import COUNTED, OBJECTIVES, SPANS


def summed(rows: Iterable[Row]) -> tuple[Decimal, Decimal, int, int]:
    """Low and high of what is known, communes with everything, communes of whom anything is due."""
    low = high = Decimal(0)
    open_, due = set(), set()
    for row in rows:
        if not row.in_value or row.role in ("excluded", "part"):
            continue
        due.add(row.commune)
        if row.role == "counted":
            low, high = low + (row.low or 0), high + (row.high or 0)
        else:
            open_.add(row.commune)
    return low, high, len(due - open_), len(due)


@given(ledgers(), st.sampled_from(COUNTED), st.sampled_from(SPANS), st.booleans())
def test_a_figure_can_be_added_up_again(cells: list[Cell], code: str, span: object, public: bool) -> None:
    known = (public_book if public else book)(cells, plan())
    told = explain_indicator(known, code, span)  # type: ignore[arg-type]
    low, high, complete, due = summed(indicator_rows(known, told))
    figure = told.figure
    if known.withheld(figure.indicator):
        assert not told.contributions
        return
    assert (complete, due) == (figure.known, figure.expected)
    if figure.reported is not None:
        assert (low, high) == (figure.reported.low, figure.reported.high)


@given(ledgers(), st.sampled_from(SPANS))
def test_a_computed_figure_is_the_sum_of_its_parts_in_the_rows(cells: list[Cell], span: object) -> None:
    known = book(cells, plan())
    rows = indicator_rows(known, explain_indicator(known, "TT01", span))  # type: ignore[arg-type]
    parts: defaultdict[tuple[int | None, str], Decimal] = defaultdict(Decimal)
    for row in rows:
        if row.role == "part" and row.low is not None:
            parts[row.commune, row.answered_for] += row.low
    whole = {(row.commune, row.answered_for): row.low for row in rows if row.role == "counted"}
    assert whole == parts


def criterion(rows: list[Row]) -> str:
    """The verdict, from the rules that the page states."""
    window, minimum, last_day = rows[0].window, rows[0].minimum or Decimal(1), rows[0].last_day
    counted = [row for row in rows if row.role == "counted"]
    missing = any(row.role == "missing" for row in rows)
    if not counted:
        return "unknown" if missing else "not_applicable"
    yes = [row for row in counted if (row.low or 0) >= minimum]
    if window == "standing":
        return "met" if all(_valid(row, last_day) for row in counted) and yes else "not_met"
    if window == "in_force":
        return "met" if yes else "not_met"
    if yes:
        return "met"
    return "unknown" if missing else "not_met"


def _valid(row: Row, last_day: date) -> bool:
    if not row.document_number or row.document_date is None or row.document_date > last_day:
        return False
    return row.valid_until is None or row.valid_until >= last_day


def commune(verdicts: Iterable[str]) -> str:
    known = set(verdicts)
    return next((one for one in ("not_met", "unknown", "met") if one in known), "not_applicable")


@given(ledgers(), st.sampled_from(OBJECTIVES), st.sampled_from(KEYS[1:]))
def test_an_objective_can_be_judged_again(cells: list[Cell], code: str, key: str) -> None:
    known = book(cells, plan())
    told = explain_objective(known, code, key)
    grid: defaultdict[int | None, defaultdict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in objective_rows(known, told):
        grid[row.commune][row.indicator].append(row)
    again = {one: {c: criterion(rows) for c, rows in row.items()} for one, row in grid.items()}
    assert again == {
        row.commune: {cell.criterion.indicator: cell.verdict.value for cell in row.cells}
        for row in told.result.communes
    }
    verdicts = [commune(row.values()) for row in again.values()]
    assert verdicts.count("met") == told.result.met
    assert verdicts.count("unknown") == told.result.unknown
