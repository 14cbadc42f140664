"""What happened to a plan between two versions, read once in each process; see `plans.between`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from bg_portal.periods import period_key
from plans import document_data
from plans.between import Pair, Step, Told, protected_anew, tied, told
from plans.book import Book
from plans.document import PlanDocument
from plans.models import Entry, Plan, Reading
from plans.objective_moves import ObjectiveMove, moves, told_otherwise
from plans.objectives import indicators_used
from plans.overview import book_at, cell_of
from plans.protection import Cell, CityYear, Paper
from plans.provenance import late_reports
from plans.queries import reading_rows
from plans.vocabulary import EntryKind

MOST: Final = 600
"""Entries with figures that are told one by one; of more a shorter time has to be asked for."""
REMEMBERED: Final = 8
WITH_FIGURES: Final = frozenset({EntryKind.ACCEPTANCE, EntryKind.RECOGNITION, EntryKind.WITHDRAWAL})


class Years(NamedTuple):
    """The city's closed year of a restricted indicator, where it is published otherwise than before."""

    before: CityYear | None
    after: CityYear | None


@dataclass(frozen=True)
class Happened:
    """Everything that the public sees otherwise at the second version."""

    before: Book
    after: Book
    told: tuple[Told, ...]
    """In the order of the ledger; without what entries say of figures where those are too many."""
    too_many: int
    """How many such entries there are then; else 0."""
    years: tuple[Years, ...]
    objectives: tuple[ObjectiveMove, ...]
    """From the period told at the first moment to the one told at the second."""
    again: tuple[tuple[str, ObjectiveMove], ...]
    """By objective the periods that read otherwise, the latest first."""


@lru_cache(maxsize=REMEMBERED)
def happened(plan: Plan, first: int, last: int, periods: tuple[str, str], until: str) -> Happened:
    """What happened after one version until another; entries never change, so it stays true.

    `periods` are those told of objectives at each, `until` is the last that can be told.
    """
    before, after = (book_at(plan, version, public=True) for version in (first, last))
    entries = list(_entries(plan, first, last))
    number = sum(entry.kind in WITH_FIGURES for entry in entries)
    told_one_by_one = number <= MOST
    found = _told(plan, before, entries, first, last, figures=told_one_by_one) if entries else ()
    since = _touched(before, after, found) if told_one_by_one else ""
    moved = moves(before, after, period_before=periods[0], period_after=periods[1])
    return Happened(
        before=before,
        after=after,
        told=found,
        too_many=number if number > MOST else 0,
        years=_years(before, after),
        objectives=moved,
        again=_again(before, after, since, until),
    )


def _entries(plan: Plan, first: int, last: int) -> QuerySet[Entry]:
    """Those that may say something to the public: not the moves of reports that publish nothing."""
    inside = Q(kind=EntryKind.REPORT_MOVE) & ~Q(source__startswith="period:")
    rows = Entry.objects.filter(plan=plan, version__gt=first, version__lte=last).exclude(inside)
    return rows.order_by("version")


def _told(
    plan: Plan, before: Book, entries: Iterable[Entry], first: int, last: int, *, figures: bool
) -> tuple[Told, ...]:
    written, superseded = _readings(plan, first, last) if figures else ({}, [])
    steps = [_step(entry, written.get(entry.version, ())) for entry in entries]
    documents = [before.document, *(step.document for step in steps if step.document)]
    known = {(figure.commune, figure.period) for figure in before.figures}
    stood = _stood(plan, documents, first) if figures else []
    late = _late(plan, documents[-1], steps, last)
    return told(before.document, [*superseded, *stood], known, steps, late)


def _late(plan: Plan, document: PlanDocument, steps: Iterable[Step], version: int) -> frozenset[Pair]:
    """Whose report came late, of the quarters of which anything was accepted."""
    keys = {cell.period for step in steps if step.kind is EntryKind.ACCEPTANCE for cell in step.cells}
    due = {key: document.period(key).due_on for key in keys}
    return late_reports(plan, version, {key: day for key, day in due.items() if day}) if due else frozenset()


def _step(entry: Entry, cells: Iterable[Cell]) -> Step:
    return Step(
        version=entry.version,
        kind=EntryKind(entry.kind),
        day=entry.at.astimezone(timezone.get_default_timezone()).date(),
        cause=entry.cause,
        source=entry.source,
        cells=tuple(cells),
        document=document_data.from_data(entry.document) if entry.document else None,
    )


_PLACE: Final = ("indicator__code", "commune_id", "period__year", "period__quarter")
_VALUE: Final = ("value", "reason", "document_number", "document_date", "valid_until", "effective_on")
_OLDER: Final = tuple(f"supersedes__{name}" for name in _VALUE)


def _readings(plan: Plan, first: int, last: int) -> tuple[Mapping[int, list[Cell]], list[Cell]]:
    """What was written after a version, by version, and what of it took the place of an older figure."""
    rows = Reading.objects.filter(plan=plan, entry__version__gt=first, entry__version__lte=last)
    names = ("entry__version", "supersedes__entry__version", *_PLACE, *_VALUE, *_OLDER)
    written: dict[int, list[Cell]] = defaultdict(list)
    superseded = []
    for version, older, *rest in rows.values_list(*names):
        place, values = rest[: len(_PLACE)], rest[len(_PLACE) :]
        written[version].append(_cell(place, values[: len(_VALUE)]))
        if older is not None and older <= first:
            superseded.append(_cell(place, values[len(_VALUE) :]))
    return written, superseded


def _cell(place: Sequence[Any], values: Sequence[Any]) -> Cell:
    code, commune, year, quarter = place
    value, reason, *paper = values
    return Cell(code, commune, period_key(year, quarter), value, reason, Paper(*paper))


def _stood(plan: Plan, documents: list[PlanDocument], first: int) -> list[Cell]:
    """What stood at the version of indicators that others are protected by, or that are protected anew."""
    codes = {code for document in documents for code in tied(document)}
    codes |= {code for old, new in pairwise(documents) for code in protected_anew(old, new)}
    return [cell_of(row) for row in reading_rows(plan, version=first, codes=codes)] if codes else []


def _years(before: Book, after: Book) -> tuple[Years, ...]:
    old, new = ({(y.indicator, y.year): y for y in book.city_years} for book in (before, after))
    pairs = (Years(old.get(key), new.get(key)) for key in sorted(old.keys() | new.keys()))
    return tuple(pair for pair in pairs if pair.before != pair.after)


def _touched(before: Book, after: Book, found: Iterable[Told]) -> str | None:
    """The first period of which objectives may read otherwise; None where no figure of theirs changed.

    Windows look back and never ahead. Where the plan was edited it may be any period.
    """
    if before.document is not after.document:
        return ""
    codes = indicators_used(after.document)
    return min((f.period for one in found for f in one.figures if f.indicator in codes), default=None)


def _again(before: Book, after: Book, since: str | None, until: str) -> tuple[tuple[str, ObjectiveMove], ...]:
    if since is None:
        return ()
    keys = [key for key in reversed(after.document.quarter_keys) if since <= key <= until]
    codes = [row.code for row in after.document.objectives]
    return tuple(found for code in codes for found in told_otherwise(before, after, code, keys))
