"""What stood accepted at a version: read whole once, and from then on only what the entries since changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from django.db.models import Q, QuerySet

from bg_portal.periods import period_key
from plans.models import Entry, Indicator, Participation, Plan, Reading
from plans.protection import Cell, Paper

MOST_ENTRIES: Final = 500
"""Where more came since, all is read anew: databases look up no long list of keys."""

Cells: TypeAlias = Mapping[tuple[str, str], Cell]
"""What stands of one commune, by indicator and period."""

_CELL: Final = ("indicator__code", "commune_id", "period__year", "period__quarter", "value", "reason")
_PAPER: Final = ("document_number", "document_date", "valid_until", "effective_on")


@dataclass(frozen=True)
class Scope:
    """Which readings are asked for."""

    codes: frozenset[str] | None
    """The indicators; None: all of them."""
    silent: frozenset[str]
    """Those of which the reader may not even know that there is a reading."""


@dataclass(frozen=True)
class Accepted:
    """The readings of a scope that were current at a version."""

    version: int
    scope: Scope
    cells: Mapping[int, Cells]
    """By commune; of one of which nothing was accepted since, the very object of the version before."""
    told: Mapping[str, frozenset[int]]
    """By period, the communes of which any indicator has a reading that is not silent."""

    @property
    def number(self) -> int:
        """How many cells there are."""
        return sum(map(len, self.cells.values()))


def accepted(plan: Plan, version: int, scope: Scope, before: Accepted | None = None) -> Accepted:
    """What stood at the version. `before` is what stood at another one, if there is any at hand.

    A reading supersedes its like, so the one of the latest entry stands; keys of a plan's entries ascend.
    """
    earlier = before if before and before.scope == scope and before.version <= version else None
    since = _entries_since(plan, earlier, version) if earlier else None
    if earlier is None or since is None:
        rows = Reading.objects.filter(plan=plan, entry__version__lte=version)
        return Accepted(version, scope, _cells({}, rows, plan, scope), _told({}, rows, plan, scope))
    if not since:
        return replace(earlier, version=version)
    rows = Reading.objects.filter(entry__in=since)
    cells, told = _cells(earlier.cells, rows, plan, scope), _told(earlier.told, rows, plan, scope)
    return Accepted(version, scope, cells, told)


def commune_ids() -> dict[str, int]:
    """The ids of all communes there are by their key in plans' documents; a past one may name any of them."""
    communes = Participation.commune.field.related_model._meta.base_manager
    rows = communes.values_list("code", "valid_from", "pk")
    return {f"{code} ({day.isoformat()})": pk for code, day, pk in rows}


def _entries_since(plan: Plan, before: Accepted, version: int) -> list[int] | None:
    """None where they are too many."""
    entries = Entry.objects.filter(plan=plan, version__gt=before.version, version__lte=version)
    found = list(entries.order_by().values_list("pk", flat=True)[: MOST_ENTRIES + 1])
    return found if len(found) <= MOST_ENTRIES else None


def _cells(
    before: Mapping[int, Cells], rows: QuerySet[Reading], plan: Plan, scope: Scope
) -> Mapping[int, Cells]:
    if scope.codes is not None:
        wanted = Indicator.objects.filter(plan=plan, code__in=scope.codes)
        rows = rows.filter(indicator__in=wanted)
    changed: dict[int, dict[tuple[str, str], Cell]] = {}
    keys: dict[tuple[int, int], str] = {}
    for entry, code, commune, year, quarter, value, reason, *paper in (
        rows.order_by("entry_id").values_list("entry_id", *_CELL, *_PAPER).iterator(chunk_size=5_000)
    ):
        period = keys.get((year, quarter)) or keys.setdefault((year, quarter), period_key(year, quarter))
        own = changed.get(commune)
        if own is None:
            own = changed[commune] = dict(before.get(commune, {}))
        stood = own.get((code, period))
        corrected = stood is not None and value is not None and stood.value != value
        papers = Paper(*paper) if any(paper) else _NO_PAPER
        own[code, period] = Cell(code, commune, period, value, reason, papers, entry, corrected)
    return {**before, **changed}


_NO_PAPER: Final = Paper()


def _told(
    before: Mapping[str, frozenset[int]], rows: QuerySet[Reading], plan: Plan, scope: Scope
) -> Mapping[str, frozenset[int]]:
    if scope.codes is None:
        return {}  # the cells themselves say it
    silent = Q(indicator__in=Indicator.objects.filter(plan=plan, code__in=scope.silent))
    heard = rows.exclude(silent) if scope.silent else rows
    return _with_pairs(
        before, heard.values_list("commune_id", "period__year", "period__quarter").distinct().order_by()
    )


def _with_pairs(
    before: Mapping[str, frozenset[int]], pairs: Iterable[tuple[Any, ...]]
) -> Mapping[str, frozenset[int]]:
    more: dict[str, set[int]] = {}
    for commune, year, quarter in pairs:
        more.setdefault(period_key(year, quarter), set()).add(commune)
    return dict(before) | {key: before.get(key, frozenset()) | communes for key, communes in more.items()}
