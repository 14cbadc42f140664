"""The one way into the ledger: numbered entries under the head's lock, readings that supersede their like.

Every entry is chained into the audit by its digest, so that a row changed later no longer matches its event.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date
from decimal import Decimal
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser

from bg_portal import audit, clock
from plans.models import Entry, Head, Plan, Reading
from plans.vocabulary import EntryKind


@dataclass(frozen=True)
class NewReading:
    """What is to be accepted for one indicator, commune and period: a value, or the reason for none."""

    indicator_id: int
    commune_id: int
    period_id: int
    value: Decimal | None = None
    reason: str = ""
    document_number: str = ""
    document_date: date | None = None
    valid_until: date | None = None
    effective_on: date | None = None


_COMPARED = (
    "value",
    "reason",
    "document_number",
    "document_date",
    "valid_until",
    "effective_on",
)


def lock_head(plan: Plan) -> Head:
    """The plan's head row, locked until the transaction ends; made where it is missing.

    Every move of a report and every acceptance takes this lock first, so two at once run one after the other.
    """
    Head.objects.get_or_create(plan=plan)
    return Head.objects.select_for_update().get(plan=plan)


def write_entry(
    *,
    plan: Plan,
    kind: EntryKind,
    by: AbstractBaseUser | None,
    cause: str = "",
    source: str = "",
    document: dict[str, Any] | None = None,
    readings: Iterable[NewReading] = (),
) -> Entry:
    """Append one entry, inside the caller's transaction.

    * takes the head's lock and the next version; the time never goes back;
    * writes a reading only where value, reason or document differ from the current one, which it supersedes;
    * chains the entry's digest into the audit.
    """
    head = lock_head(plan)
    head.version += 1
    head.at = max(clock.now(), head.at) if head.at else clock.now()
    head.save(update_fields=("version", "at"))
    entry = Entry.objects.create(
        plan=plan,
        version=head.version,
        kind=kind.value,
        at=head.at,
        by_id=by.pk if by else None,
        cause=cause,
        source=source,
        document=document,
    )
    _append_readings(entry, list(readings))
    _chain(entry)
    return entry


def _chain(entry: Entry) -> None:
    audit.record(
        kind="ledger.entered",
        by=entry.by_id,
        subject=f"plans.entry:{entry.pk}",
        data={"version": entry.version, "kind": entry.kind, "digest": digest(entry)},
    )


def _append_readings(entry: Entry, new: list[NewReading]) -> None:
    current = _current_of(entry.plan, new)
    rows = []
    for reading in new:
        before = current.get((reading.indicator_id, reading.commune_id, reading.period_id))
        if before is None or any(getattr(before, name) != getattr(reading, name) for name in _COMPARED):
            rows.append(Reading(plan=entry.plan, entry=entry, supersedes=before, **vars(reading)))
    Reading.objects.bulk_create(rows)


def _current_of(plan: Plan, new: list[NewReading]) -> dict[tuple[int, int, int], Reading]:
    rows = Reading.objects.filter(
        plan=plan,
        superseded_by__isnull=True,
        commune__in={r.commune_id for r in new},
        period__in={r.period_id for r in new},
    )
    return {(r.indicator_id, r.commune_id, r.period_id): r for r in rows}


def _reading_data(reading: Reading) -> list[Any]:
    dates = (reading.document_date, reading.valid_until, reading.effective_on)
    return [
        reading.pk,
        reading.plan_id,
        reading.indicator_id,
        reading.commune_id,
        reading.period_id,
        None if reading.value is None else f"{reading.value.normalize():f}",
        reading.reason,
        reading.document_number,
        *(d.isoformat() if d else None for d in dates),
        reading.supersedes_id,
    ]


def digest(entry: Entry) -> str:
    """SHA-256 over the entry and its readings, equal on both databases and after any reload."""
    readings = sorted(_reading_data(r) for r in entry.readings.all())
    return _digest(entry, readings)


def _digest(entry: Entry, readings: list[list[Any]]) -> str:
    data = [
        entry.plan_id,
        entry.version,
        entry.kind,
        entry.at.astimezone(UTC).isoformat(),
        entry.by_id,
        entry.cause,
        entry.source,
        entry.document,
        readings,
    ]
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def witness() -> Iterator[tuple[str, str]]:
    """Each entry's audit subject with the digest its rows have now, for `verify_audit`."""
    entries = Entry.objects.order_by("pk").prefetch_related("readings")
    for entry in entries.iterator(chunk_size=500):
        yield f"plans.entry:{entry.pk}", digest(entry)
