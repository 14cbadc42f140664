"""What the pages and files that explain every figure say at several periods, before templates draw it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bg_portal.export import csv_file
from plans.answering import gaps
from plans.answering import indicator as of_indicator
from plans.answering import objective as of_objective
from plans.book import Book
from plans.explanation import explain_indicator, explain_objective
from plans.explanation_rows import indicator_rows, objective_rows
from plans.files.explanation import table_of
from plans.models import Plan
from plans.overview import book_now
from plans.provenance import Acceptances, acceptances
from plans.queries import Place, places_of
from plans.spans import Span, of_quarter, of_year, plan_to_date

QUARTER = "2018-Q3"
"""The one that the tests accept reports for."""


def explained(plan: Plan) -> dict[str, bytes]:
    """By name of the figure: its file, and everything that its page draws."""
    book, version = book_now(plan, public=True)
    places = places_of(book.document)
    sources = acceptances(plan, version, book.document.quarter_keys)
    return dict([*_objectives(book, places, sources), *_indicators(book, places, sources)])


def _objectives(book: Book, places: Sequence[Place], sources: Acceptances) -> Iterator[tuple[str, bytes]]:
    for objective in book.document.objectives:
        for key in (QUARTER, "2018"):
            told = explain_objective(book, objective.code, key)
            behind = [source for one in told.communes for cell in one.criteria for source in cell.sources]
            drawn = (
                of_objective.formula(told.result),
                list(of_objective.communes(book, told, places, sources)),
                gaps.missing(behind, places),
                gaps.left_out(book, behind, places),
            )
            table = table_of(objective_rows(book, told), book.document, _by_id(places), sources)
            yield f"{objective.code} {key}", csv_file.written(table) + repr(drawn).encode()


def _indicators(book: Book, places: Sequence[Place], sources: Acceptances) -> Iterator[tuple[str, bytes]]:
    for indicator in book.document.indicators:
        for span in spans(book):
            told = explain_indicator(book, indicator.code, span)
            drawn = (
                of_indicator.formula(told, places),
                of_indicator.open_end(told.figure),
                of_indicator.explanation(book, told.figure),
                list(of_indicator.communes(book, told, places, sources)),
                gaps.missing(list(told.sources), places),
                gaps.left_out(book, list(told.sources), places),
            )
            table = table_of(indicator_rows(book, told), book.document, _by_id(places), sources)
            name = f"{indicator.code} {span.kind} {span.last}"
            yield name, csv_file.written(table) + repr(drawn).encode()


def spans(book: Book) -> list[Span]:
    """The quarter, the whole year and the plan so far."""
    document = book.document
    return [of_quarter(document, QUARTER), of_year(document, 2018), plan_to_date(document, QUARTER)]


def _by_id(places: Sequence[Place]) -> dict[int, Place]:
    return {place.id: place for place in places}
