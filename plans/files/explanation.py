"""The answers behind a figure as a table to keep: from it alone the figure can be computed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from bg_portal.export.table import Table, Value
from plans.document import PlanDocument
from plans.explanation_rows import HEADER, Row
from plans.provenance import Acceptances
from plans.queries import Place
from plans.saying_words import sentence

_OTHERWISE: Final = frozenset({"commune", "entry", "why"})
"""Written as a name, as the acceptance, as a sentence: the entry of the ledger would tell the public of a
change within a range."""
COLUMNS: Final = ("commune", *(name for name in HEADER if name not in _OTHERWISE))
LAST: Final = ("report", "sent_on", "accepted_on", "why")


def table_of(
    rows: Iterable[Row], document: PlanDocument, places: Mapping[int, Place], sources: Acceptances
) -> Table:
    """One line for each answer, or for the place of one that lacks; sentences in the language of the page."""
    return Table((*COLUMNS, *LAST), tuple(tuple(_line(row, document, places, sources)) for row in rows))


def _line(
    row: Row, document: PlanDocument, places: Mapping[int, Place], sources: Acceptances
) -> Iterator[Value]:
    yield "" if row.commune is None else places[row.commune].name
    yield from (getattr(row, name) for name in COLUMNS[1:])
    accepted = None if row.commune is None else sources.get((row.commune, row.answered_for))
    reported = accepted if row.form else None
    yield reported.reference if reported else ""
    yield reported.sent if reported else None
    yield reported.on if reported else None
    yield sentence(row.why, document) if row.why else ""
