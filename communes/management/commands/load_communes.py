"""`load_communes`: store the communes and successors of the repository's files; twice changes nothing.

What was edited in administration stays as it was edited, and is named.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.text import slugify

from bg_portal.audit.models import Event
from bg_portal.vietnamese import fold, nfc, sort_key
from communes.models import Commune

DATA = Path(__file__).resolve().parents[2] / "data"


class Command(BaseCommand):
    """Reads communes.csv, then successors.csv; never deletes a commune."""

    help = __doc__ or ""

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Store every row by its key, code and first day."""
        edited = _edited()
        for row in _rows("communes.csv"):
            if (row["code"], row["valid_from"]) not in edited:
                _store_commune(row)
        for row in _rows("successors.csv"):
            if (row["code"], row["valid_from"]) not in edited:
                _store_successor(row)
        self.stdout.write(f"{Commune.objects.count()} communes")
        for name in edited.values():
            self.stdout.write(f"left as edited in administration: {name}")


def _edited() -> dict[tuple[str, str], str]:
    """By code and first day the names of those that somebody edited since they were loaded."""
    subjects = Event.objects.filter(kind="commune.edited").values_list("subject", flat=True)
    keys = {int(subject.rpartition(":")[2]) for subject in subjects}
    found = Commune.objects.filter(pk__in=keys)
    return {(row.code, row.valid_from.isoformat()): row.full_name for row in found}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {key: nfc(value.strip()) for key, value in row.items()}


def _store_commune(row: dict[str, str]) -> None:
    name = row["name_vi"]
    Commune.objects.update_or_create(
        code=row["code"],
        valid_from=row["valid_from"],
        defaults={
            "valid_to": row["valid_to"] or None,
            "kind": row["kind"],
            "name_vi": name,
            "name_en": row["name_en"],
            "slug": _slug(row),
            "name_sort": sort_key(name),
            "name_fold": fold(name),
            "grid_row": row["grid_row"] or None,
            "grid_column": row["grid_column"] or None,
            "population_2009": row["population_2009"] or None,
        },
    )


def _slug(row: dict[str, str]) -> str:
    """The name without accents; who still stands carries its year, because names were reused in 2025."""
    name = slugify(fold(row["name_vi"]))
    return name if row["valid_to"] else f"{name}-{row['valid_from'][:4]}"


def _store_successor(row: dict[str, str]) -> None:
    successor = Commune.objects.get(code=row["successor_code"], valid_from=row["successor_valid_from"])
    Commune.objects.filter(code=row["code"], valid_from=row["valid_from"]).update(
        successor=successor, succession_note_vi=row["note_vi"], succession_note_en=row["note_en"]
    )
