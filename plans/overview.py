"""The book of a plan, made once per version and audience in each process; page, file and answer ask it."""

from __future__ import annotations

from functools import lru_cache

from plans import book
from plans.book import Book
from plans.models import Plan
from plans.protection import Cell, Paper
from plans.queries import (
    ReadingRow,
    closed_quarters,
    places_of,
    plan_document,
    reading_rows,
    version_of,
)

REMEMBERED = 24
"""Books kept in a process: the present and some past moments of a few plans, for two audiences."""


def cell_of(row: ReadingRow) -> Cell:
    """A reading as the rules of protection know it."""
    paper = Paper(row.document_number, row.document_date, row.valid_until, row.effective_on)
    return Cell(row.indicator, row.commune, row.period, row.value, row.reason, paper, row.entry)


def book_now(plan: Plan, *, public: bool) -> tuple[Book, int]:
    """The book of the plan's last version, with that version.

    Where the book has to be made, the version is read first and again last; where an entry came in between,
    what was read may be of two versions, so it is read again.
    """
    version = version_of(plan)
    while True:
        made = _book.cache_info().misses
        found = book_at(plan, version, public=public)
        if _book.cache_info().misses == made:  # remembered, so nothing was read
            return found, version
        last = version_of(plan)
        if last == version:
            return found, version
        version = last


def book_at(plan: Plan, version: int, *, public: bool) -> Book:
    """The book of a past or present version; a version never changes, so what was made once stays true."""
    return _book(plan, version, public)


@lru_cache(maxsize=REMEMBERED)
def _book(plan: Plan, version: int, public: bool) -> Book:  # noqa: FBT001  (a key, not a switch)
    document = plan_document(plan, version)
    cells = [cell_of(row) for row in reading_rows(plan, version=version)]
    communes = {place.key: place.id for place in places_of(document)}
    if not public:
        return book.inside(document, cells, communes)
    return book.public(document, cells, communes, closed=closed_quarters(plan, version))
