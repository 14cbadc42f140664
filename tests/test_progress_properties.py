"""What holds for progress over any ledger: sums, ranges that only narrow, no order, nothing told twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from plans.book import Book, by_commune, made
from plans.comparison import compare, compare_objective
from plans.explanation import explain_indicator, explain_objective
from plans.indicators import figure, indicator_result
from plans.objectives import of_commune, result
from plans.protection import Cell, protect
from plans.ranges import Range, total
from plans.spans import Span, of_quarter, of_year, plan_to_date, year_to_date
from plans.standing import of_indicator
from plans.vocabulary import AcrossCommunes
from plans.windows import Verdict
from tests.progress_books import COMMUNES, A, book, inside, public_book, standing
from tests.progress_ledgers import CODES, KEYS, cumulative_in_order, ledgers, new_cell, plan

OBJECTIVES = ("MT1", "MT2", "X")
COUNTED = tuple(
    c for c in (*CODES, "TT01", "DM01") if plan().indicator(c).across_communes is not AcrossCommunes.NONE
)
CLOSED = tuple(f"2018-Q{number}" for number in (1, 2, 3, 4))


def spans() -> Iterator[Span]:
    for key in ("2018-Q1", "2018-Q3", "2019-Q1"):
        yield of_quarter(plan(), key)
        yield year_to_date(plan(), key)
        yield plan_to_date(plan(), key)
    yield of_year(plan(), 2018)


SPANS = tuple(spans())


def told(known: Book) -> list[object]:
    """Every answer that a page could ask for."""
    answers: list[object] = []
    for code in OBJECTIVES:
        for key in KEYS[1:]:
            answers += [result(known, code, key), standing(known, code, key)]
            answers += [compare_objective(known, code, key), explain_objective(known, code, key)]
    for code in COUNTED:
        answers += [indicator_result(known, code, "2018-Q3"), of_indicator(known, code, "2018-Q4")]
        for span in SPANS:
            answers += [compare(known, code, span), explain_indicator(known, code, span)]
    return answers


@settings(max_examples=10)
@given(ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(cells: list[Cell], dice: Any) -> None:
    shuffled = [*cells]
    dice.shuffle(shuffled)
    mixed = dict(sorted(COMMUNES.items(), reverse=True))
    other = inside(plan(), shuffled, mixed)
    assert told(book(cells, plan())) == told(other)


@settings(max_examples=10)
@given(ledgers(), st.data(), st.booleans())
def test_a_book_that_takes_over_folios_says_what_one_made_anew_says(
    cells: list[Cell], data: st.DataObject, public: bool
) -> None:
    before = made(book([], plan()).roll, by_commune(cells), public=public)
    told(before)  # each folio that goes over has been asked everything
    new = data.draw(new_cell(cells))
    after = by_commune([*cells, new])
    kept = {commune: own for commune, own in before.folios.items() if commune != new.commune}
    grown = made(before.roll, after, public=public, kept=kept)
    assert all(grown.folios[commune] is own for commune, own in kept.items())
    assert told(grown) == told(made(before.roll, after, public=public))


@given(ledgers(), st.sampled_from(COUNTED), st.sampled_from(SPANS))
def test_the_citys_figure_is_the_sum_of_its_communes_own(cells: list[Cell], code: str, span: Span) -> None:
    for known in (book(cells, plan()), public_book(cells, plan())):
        indicator = plan().indicator(code)
        city = figure(known, indicator, span)
        own = [figure(known, indicator, span, commune) for commune in COMMUNES.values()]
        due = [one for one in own if one.expected]
        assert city.expected == len(due) or known.withheld(indicator)
        if city.bounds is not None and city.city_year is None:
            assert city.bounds == total(one.bounds for one in due if one.bounds)
            assert city.known == sum(one.complete for one in due)


@given(ledgers(), st.sampled_from(OBJECTIVES), st.sampled_from(KEYS[1:]))
def test_an_objectives_counts_are_those_of_its_rows(cells: list[Cell], code: str, key: str) -> None:
    known = book(cells, plan())
    found = result(known, code, key)
    verdicts = [of_commune(known, code, commune, key).verdict for commune in known.participants(key)]
    counts = [verdicts.count(one) for one in (Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN)]
    assert counts == [found.met, found.not_met, found.unknown]
    assert found.expected + len(found.outside) == len(found.communes)


def narrower(before: Range | None, after: Range | None) -> bool:
    """Whether nothing became less known."""
    if before is None or after is None or before.high is None:
        return True
    return after.high is not None and after.high - after.low <= before.high - before.low


@given(cumulative_in_order(), st.data(), st.sampled_from(SPANS))
def test_a_new_report_never_widens_a_figure(cells: list[Cell], data: st.DataObject, span: Span) -> None:
    more = [*cells, data.draw(new_cell(cells))]
    for make in (book, public_book):
        before, after = make(cells, plan()), make(more, plan())
        for code in COUNTED:
            old, new = (figure(one, plan().indicator(code), span).bounds for one in (before, after))
            assert narrower(old, new), code
            if old and new and code not in ("KT04", "LD02", "DM01"):
                assert new.within(old), code


@given(ledgers(), st.data(), st.sampled_from(OBJECTIVES), st.sampled_from(KEYS[1:]))
def test_a_new_report_never_widens_an_objective(
    cells: list[Cell], data: st.DataObject, code: str, key: str
) -> None:
    more = [*cells, data.draw(new_cell(cells))]
    before, after = (result(book(ledger, plan()), code, key) for ledger in (cells, more))
    assert after.unknown <= before.unknown
    assert narrower(before.value, after.value)


@given(ledgers(), st.sampled_from(COUNTED), st.sampled_from(SPANS))
def test_what_is_known_lies_within_all_it_can_be_and_protection_hides_it_within(
    cells: list[Cell], code: str, span: Span
) -> None:
    true, shown = (
        figure(known, plan().indicator(code), span)
        for known in (book(cells, plan()), public_book(cells, plan()))
    )
    if true.reported and true.bounds:
        assert true.bounds.holds(true.reported.low)
    if true.bounds and shown.bounds:
        assert true.bounds.within(shown.bounds)


@settings(max_examples=10)
@given(ledgers(), st.data())
def test_what_is_equal_after_protection_has_equal_public_answers(
    cells: list[Cell], data: st.DataObject
) -> None:
    other = [_hidden(cell, data.draw) for cell in cells]
    if protect(other, plan()) == protect(cells, plan()):
        assert told(public_book(other, plan())) == told(public_book(cells, plan()))


def _hidden(cell: Cell, draw: Callable[..., Any]) -> Cell:
    """Another value where the public cannot tell."""
    open_value = cell.value is None or cell.indicator not in ("KT01", "KT04", "SK01", "MB01")
    if open_value or not 1 <= (cell.value or 0) <= 4:
        return cell
    return Cell(
        cell.indicator,
        cell.commune,
        cell.period,
        Decimal(draw(st.integers(1, 4))),
        "",
        cell.paper,
        cell.entry,
    )


@given(ledgers(), st.sampled_from(KEYS[1:]))
def test_a_standing_holds_for_every_value_in_its_range(cells: list[Cell], key: str) -> None:
    for found in (
        standing(book(cells, plan()), "X", key),
        of_indicator(book(cells, plan()), "LD01", key),
    ):
        if found is None or found.value is None or found.reason is not None:
            continue
        for number in (found.value.low, found.value.high or Decimal(10**6)):
            assert found.yardstick.word(number) is found.word


def test_nothing_is_read_of_a_commune_that_no_report_came_from() -> None:
    assert result(book([], plan()), "MT1", "2018-Q2").reported == frozenset()
    assert figure(book([], plan()), plan().indicator("LD01"), SPANS[0], A).reported is None
