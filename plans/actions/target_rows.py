"""The history of targets: a row for each value that was decided, none of them ever changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from bg_portal import audit
from plans.document import PlanDocument
from plans.models import Entry, Indicator, Objective, Plan, Target

Communes = Mapping[tuple[str, date], int]
Place = tuple[int | None, int | None, int | None, int]
"""Objective, indicator, commune, year: what a target is for."""


def store_targets(
    *, plan: Plan, document: PlanDocument, communes: Communes, entry: Entry, cited: str = "", reason: str = ""
) -> None:
    """Append what the document says otherwise than the last rows, each with the entry that decided it.

    A target that the document no longer states gets a row without a value, by `cited` and with `reason`.
    One event vouches for all rows of the entry.
    """
    last = _last(plan)
    wanted = _wanted(plan, document, communes)
    rows = [
        _row(place, entry, value=item.value, document=item.document, reason=item.reason)
        for place, item in wanted.items()
        if _says_otherwise(last.get(place), item.value, item.document)
    ]
    rows += [
        _row(place, entry, value=None, document=cited, reason=reason)
        for place, row in last.items()
        if row.value is not None and place not in wanted
    ]
    if rows:
        Target.objects.bulk_create(rows)
        _vouch(entry)


def _says_otherwise(last: Target | None, value: Decimal, document: str) -> bool:
    return last is None or (last.value, last.document) != (value, document)


def _row(place: Place, entry: Entry, **said: Any) -> Target:
    objective, indicator, commune, year = place
    ids = {"objective_id": objective, "indicator_id": indicator, "commune_id": commune}
    return Target(**ids, year=year, entry=entry, **said)


def _last(plan: Plan) -> dict[Place, Target]:
    rows = Target.objects.filter(entry__plan=plan).order_by("entry__version", "pk")
    return {(row.objective_id, row.indicator_id, row.commune_id, row.year): row for row in rows}


def _wanted(plan: Plan, document: PlanDocument, communes: Communes) -> dict[Place, Any]:
    objectives = dict(Objective.objects.filter(plan=plan).values_list("code", "pk"))
    indicators = dict(Indicator.objects.filter(plan=plan).values_list("code", "pk"))
    return {
        (
            objectives.get(item.objective),
            indicators.get(item.indicator),
            _commune(communes, item.commune, item.commune_valid_from),
            item.year,
        ): item
        for item in document.targets
    }


def _commune(communes: Communes, code: str, valid_from: date | None) -> int | None:
    return communes[code, valid_from] if code and valid_from else None


def _vouch(entry: Entry) -> None:
    audit.record(
        kind="targets.stored",
        by=entry.by_id,
        subject=f"plans.entry:{entry.pk}",
        data={"version": entry.version, "digest": _digest(entry)},
    )


def _digest(entry: Entry) -> str:
    """SHA-256 over the entry's rows, equal on both databases and after any reload."""
    rows = [_data(row) for row in sorted(entry.targets.all(), key=lambda row: row.pk)]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _data(row: Target) -> list[Any]:
    place = [row.objective_id, row.indicator_id, row.commune_id, row.year]
    return [row.pk, *place, _plain(row.value), row.document, row.reason]


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"


def witness() -> Iterator[tuple[str, str]]:
    """Each entry with targets and the digest its rows have now, for `verify_audit`."""
    entries = (
        Entry.objects.filter(targets__isnull=False).distinct().order_by("pk").prefetch_related("targets")
    )
    for entry in entries.iterator(chunk_size=500):
        yield f"plans.entry:{entry.pk}", _digest(entry)
