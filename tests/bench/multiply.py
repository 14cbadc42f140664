"""Many more communes, or many more plans, out of those that are there: rows copied within the database.

Each copy keeps its row's values, but for keys, which move by the same distance wherever they stand, and what
has to be unique. Rows are only added, so the triggers of the ledger have nothing to refuse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import ForeignKey, Max

from plans.actions.storing import store_document
from plans.document import Participation
from plans.models import Head
from plans.queries import plan_document, plan_of_today

COPY: Final = "numbers.n"
"""The number of the copy, from 1."""


@dataclass(frozen=True)
class Rows:
    """The rows of one model that are copied: which, and what a copy has in the place of its row's values."""

    label: str
    only: str = "TRUE"
    other: Mapping[str, str] = field(default_factory=dict)
    """By column the SQL for a copy's value."""

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.label)


OF_COMMUNES: Final = (
    Rows(
        "communes.Commune",
        "t.id IN (SELECT commune_id FROM plans_participation)",
        {name: f"t.{name} || '-' || {COPY}" for name in ("code", "slug", "name_vi", "name_en", "name_sort")}
        | {"successor_id": "NULL"},
    ),
    Rows(
        "plans.Entry",
        "t.document IS NULL",
        {"version": f"t.version + {COPY} * (SELECT MAX(version) FROM plans_entry)"},
    ),
    Rows("plans.Reading"),
    Rows("communes.Report"),
    Rows("communes.Submission", other={"reference": f"t.reference || '-' || {COPY}"}),
    Rows("communes.Passage"),
    Rows("communes.Recognition"),
)
OF_PLANS: Final = (
    Rows(
        "plans.Plan",
        other={
            "number": f"t.number || '-' || {COPY}",
            "slug": f"t.slug || '-' || {COPY}",
            "state": "'closed'",
        },
    ),
    *map(Rows, ("plans.Measure", "plans.Indicator", "plans.Objective", "plans.Criterion", "plans.Named")),
    *map(Rows, ("plans.Period", "plans.Holiday", "plans.Participation", "plans.Head", "plans.Entry")),
    *map(Rows, ("plans.Target", "plans.Reading", "communes.Report")),
    Rows("communes.Submission", other={"reference": f"t.reference || '-' || {COPY}"}),
    *map(Rows, ("communes.Passage", "communes.Recognition")),
)


@transaction.atomic
def communes(times: int) -> None:
    """So many times as many communes take part in the plan, with the reports and figures of the first."""
    plan = plan_of_today()
    assert plan is not None
    _copy(OF_COMMUNES, times - 1)
    last = plan.entries.aggregate(last=Max("version"))["last"]
    Head.objects.filter(plan=plan).update(version=last)
    document = plan_document(plan)
    more = [_copied(part, n) for part in document.participation for n in range(1, times)]
    wider = replace(document, participation=(*document.participation, *more))
    store_document(document=wider, source="test", cause="test", by=None)


@transaction.atomic
def plans(times: int) -> None:
    """So many plans in all, each with everything the first has, and over."""
    _copy(OF_PLANS, times - 1)


def _copied(part: Participation, number: int) -> Participation:
    return replace(part, commune=f"{part.commune}-{number}")


def _copy(copied: Sequence[Rows], times: int) -> None:
    """Each row so many times; keys of the copied models move, all others stay."""
    distances = {
        rows.model: rows.model._meta.base_manager.aggregate(n=Max("pk"))["n"] or 0 for rows in copied
    }
    with connection.cursor() as cursor:
        for rows in copied:
            cursor.execute(_statement(rows, distances), [times])
        for sql in connection.ops.sequence_reset_sql(no_style(), [rows.model for rows in copied]):
            cursor.execute(sql)


def _statement(rows: Rows, distances: Mapping[type[models.Model], int]) -> str:
    meta, quoted = rows.model._meta, connection.ops.quote_name
    values = {
        quoted(str(spec.column)): rows.other.get(str(spec.column)) or _moved(spec, distances)
        for spec in meta.concrete_fields
    }
    return (
        "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %s) "
        f"INSERT INTO {meta.db_table} ({', '.join(values)}) "
        f"SELECT {', '.join(values.values())} FROM {meta.db_table} t CROSS JOIN numbers WHERE {rows.only}"
    )


def _moved(spec: models.Field[Any, Any], distances: Mapping[type[models.Model], int]) -> str:
    target = spec.related_model if isinstance(spec, ForeignKey) else spec.model if spec.primary_key else None
    distance = distances.get(target, 0) if isinstance(target, type) else 0
    own = f"t.{connection.ops.quote_name(str(spec.column))}"
    return f"{own} + {COPY} * {distance}" if distance else own
