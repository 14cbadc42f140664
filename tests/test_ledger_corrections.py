"""A correction supersedes exactly one reading for each figure that changed, and touches no other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.ledger import write_entry
from plans.models import Reading
from plans.vocabulary import EntryKind, NoFigure
from tests.histories import Book, Cell, Outcome, undone

pytestmark = pytest.mark.django_db
CELLS = tuple(product(("LD01", "TT02", "SK02"), ("da-mai", "song-khe"), ("2018-Q2", "2018-Q3")))
CELL: Cell = ("LD01", "da-mai", "2018-Q3")
Outcomes = dict[Cell, Outcome]

outcomes = st.one_of(st.integers(0, 3).map(Decimal), st.sampled_from([Decimal("2.5"), *NoFigure]))
acceptances = st.dictionaries(st.sampled_from(CELLS), outcomes, max_size=6)


@settings(max_examples=25)
@given(before=acceptances, after=acceptances)
def test_each_changed_figure_supersedes_the_one_that_stood(before: Outcomes, after: Outcomes) -> None:
    with undone():
        book = Book()
        book.write(before)
        entry = book.write(after)
        written = list(entry.readings.select_related("supersedes", "indicator", "period"))
        changed = {cell for cell, outcome in after.items() if before.get(cell) != outcome}
        assert len(written) == len(changed)
        assert sum(row.supersedes is not None for row in written) == len(changed & before.keys())
        for row in written:
            old = row.supersedes
            assert old is None or (old.indicator_id, old.commune_id, old.period_id) == (
                row.indicator_id,
                row.commune_id,
                row.period_id,
            )
        assert book.figures() == {**before, **after}


@settings(max_examples=15)
@given(history=st.lists(acceptances, max_size=5))
def test_every_cell_has_one_root_and_one_line_to_what_stands(history: list[Outcomes]) -> None:
    with undone():
        book = Book()
        for accepted in history:
            book.write(accepted)
        touched = {cell for accepted in history for cell in accepted}
        rows = Reading.objects.filter(plan=book.plan)
        assert rows.filter(supersedes=None).count() == len(touched)
        assert rows.filter(superseded_by=None).count() == len(touched)


@pytest.mark.parametrize(
    "change",
    [
        {"document_number": "15/KH-UBND"},
        {"document_date": date(2018, 9, 3)},
        {"valid_until": date(2019, 12, 31)},
        {"effective_on": date(2018, 9, 4)},
    ],
)
def test_another_document_alone_is_a_correction_too(change: dict[str, object]) -> None:
    book = Book()
    book.write({CELL: Decimal(1)})
    reading = book.reading(CELL, Decimal(1), **change)
    entry = write_entry(plan=book.plan, kind=EntryKind.ACCEPTANCE, by=None, readings=[reading])
    assert entry.readings.count() == 1


def test_another_spelling_of_the_same_number_is_no_correction() -> None:
    book = Book()
    book.write({CELL: Decimal("2.5")})
    assert book.write({CELL: Decimal("2.500")}).readings.count() == 0


def test_a_second_root_for_a_cell_is_refused_by_the_database() -> None:
    book = Book()
    entry, other = book.write({CELL: Decimal(1)}), book.write()
    values = vars(book.reading(CELL, Decimal(2)))
    assert entry.readings.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.create(plan=book.plan, entry=other, **values)


def test_a_reading_is_superseded_once() -> None:
    book = Book()
    first = book.write({CELL: Decimal(1)}).readings.get()
    book.write({CELL: Decimal(2)})
    values = vars(book.reading(CELL, Decimal(3)))
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.create(plan=book.plan, entry=book.write(), supersedes=first, **values)
