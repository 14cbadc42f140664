"""What an event vouches for of an append-only row: a digest over its columns, and the witness of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from django.db.models import Model, QuerySet


def subject(row: Model) -> str:
    """The row as events name it: "communes.passage:7"."""
    return f"{row._meta.label_lower}:{row.pk}"


def digest(row: Model) -> str:
    """SHA-256 over the row's columns and key, equal on every database and after any reload.

    An empty column is left out, so that a digest outlives columns that are added later.
    """
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    stated = {name: _plain(value) for name, value in values.items() if not _empty(value)}
    text = json.dumps(stated, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def witness(rows: QuerySet[Any]) -> Iterator[tuple[str, str]]:
    """Each row's subject with the digest it has now."""
    for row in rows.order_by("pk").iterator(chunk_size=500):
        yield subject(row), digest(row)


def _empty(value: object) -> bool:
    """Nothing stated; 0 is a statement."""
    return value is None or value is False or value == ""


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else value
