"""Short histories of the ledger: cells by name, what was accepted for them, and what stands afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import transaction

from communes.models import Commune
from communes.queries import courses
from plans import happened, overview, queries
from plans.actions.storing import store_document
from plans.ledger import NewReading, write_entry
from plans.models import Entry, Indicator, Plan
from plans.queries import plan_document, readings_at
from plans.vocabulary import EntryKind, NoFigure
from tests.factories import plan_loaded

Outcome = Decimal | NoFigure
"""What was accepted: a number, or why there is none."""
Cell = tuple[str, str, str]
"""Indicator, commune and quarter, as a reader names them."""


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is gone afterwards, so that the next example begins where this one did."""
    try:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    finally:
        forget()


def forget() -> None:
    """What is remembered of an entry or a version holds for ever; after a rollback others get the numbers."""
    overview.forget()
    courses.forget()
    for remembered in (queries._document_of, happened.happened):
        remembered.cache_clear()


class Book:
    """The ledger of Plan 125, written and read in names."""

    def __init__(self) -> None:
        self.plan: Plan = plan_loaded()
        self.indicators = dict(Indicator.objects.filter(plan=self.plan).values_list("code", "pk"))
        self.communes = dict(Commune.objects.values_list("slug", "pk"))
        self.periods = {period.key: period.pk for period in self.plan.periods.all()}
        self.slugs = {pk: slug for slug, pk in self.communes.items()}

    def write(
        self, outcomes: Mapping[Cell, Outcome] | None = None, kind: EntryKind = EntryKind.ACCEPTANCE
    ) -> Entry:
        """One entry with these outcomes."""
        readings = [self.reading(cell, outcome) for cell, outcome in (outcomes or {}).items()]
        return write_entry(plan=self.plan, kind=kind, by=None, readings=readings)

    def reading(self, cell: Cell, outcome: Outcome, **more: Any) -> NewReading:
        """One outcome as the ledger takes it."""
        code, slug, key = cell
        place = (self.indicators[code], self.communes[slug], self.periods[key])
        if isinstance(outcome, NoFigure):
            return NewReading(*place, reason=outcome.value, **more)
        return NewReading(*place, value=outcome, **more)

    def edit(self, number: int) -> Entry | None:
        """One entry with a changed plan document."""
        document = replace(plan_document(self.plan), notes_en=f"Edition {number}.")
        return store_document(document=document, source="file:edition.toml", cause="test", by=None)

    def figures(self, version: int | None = None) -> dict[Cell, Outcome]:
        """What stood at a version, by default now. Fails where one cell has two readings."""
        rows = list(readings_at(self.plan, version))
        found = {
            (row.indicator.code, self.slugs[row.commune_id], row.period.key): (
                NoFigure(row.reason) if row.value is None else row.value
            )
            for row in rows
        }
        assert len(found) == len(rows), "two readings of one cell are current at once"
        return found
