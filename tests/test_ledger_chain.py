"""Each entry of the ledger stands in the audit chain with the digest of itself and its readings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bg_portal import audit
from bg_portal.audit.models import Event
from plans.ledger import digest
from plans.models import Entry
from plans.vocabulary import EntryKind, NoFigure
from tests import factories as f
from tests.histories import Book, Cell, undone

pytestmark = pytest.mark.django_db
CELL: Cell = ("LD01", "da-mai", "2018-Q3")
OTHER: Cell = ("TT02", "da-mai", "2018-Q3")


def promised(entry: Entry) -> list[str]:
    events = Event.objects.filter(kind="ledger.entered", subject=f"plans.entry:{entry.pk}")
    return [event.data["digest"] for event in events]


def test_each_entry_has_one_event_with_the_digest_it_has_after_reading_it_again() -> None:
    book = Book()
    for outcome in (Decimal("0.50"), Decimal(100), NoFigure.OTHER):
        entry = book.write({CELL: outcome, OTHER: Decimal(7)})
        assert promised(entry) == [digest(Entry.objects.get(pk=entry.pk))]


def test_events_follow_the_versions() -> None:
    book = Book()
    written = [book.write().version for _number in range(3)]
    events = Event.objects.filter(kind="ledger.entered").order_by("sequence")
    assert [event.data["version"] for event in events][-3:] == written


def test_entries_that_differ_in_one_figure_have_different_digests() -> None:
    digests = []
    for outcome in (Decimal(0), Decimal(1), NoFigure.BLANK):
        with undone(), f.on("2018-10-02"):
            digests += promised(Book().write({CELL: outcome}))
    assert len(set(digests)) == 3


@settings(max_examples=10)
@given(kinds=st.lists(st.sampled_from(list(EntryKind)), max_size=5))
def test_the_chain_holds_after_any_entries(kinds: list[EntryKind]) -> None:
    with undone():
        book = Book()
        for number, kind in enumerate(kinds):
            book.write({CELL: Decimal(number)}, kind)
        assert audit.verify() is None
