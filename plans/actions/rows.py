"""The rows of a plan document written to their tables: what is new is added, what changed is updated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from plans.actions.target_rows import Communes, store_targets
from plans.document import PlanDocument
from plans.models import (
    Criterion,
    Entry,
    Holiday,
    Indicator,
    Measure,
    Named,
    Objective,
    Participation,
    Period,
    Plan,
)
from plans.stated import plain_values


def store_rows(*, plan: Plan, document: PlanDocument, communes: Communes, entry: Entry) -> list[models.Model]:
    """Write everything the document states of the plan.

    Returns the rows that it no longer states, in the order in which they can be deleted.
    """
    _update(plan, plain_values(document, Plan))
    owner = {"plan": plan}
    periods = _sync(Period, owner, ("year", "quarter"), (plain_values(r, Period) for r in document.periods))
    holidays = _sync(Holiday, owner, ("day",), (plain_values(r, Holiday) for r in document.holidays))
    measures = _store_measures(plan, document)
    objectives = _store_objectives(plan, document, communes)
    parts = [
        {**plain_values(r, Participation), "commune_id": communes[r.commune, r.commune_valid_from]}
        for r in document.participation
    ]
    participation = _sync(Participation, owner, ("commune_id", "from_period"), parts)
    store_targets(plan=plan, document=document, communes=communes, entry=entry)
    return [*objectives, *participation, *holidays, *measures, *periods]


def _store_measures(plan: Plan, document: PlanDocument) -> list[models.Model]:
    """Measures first, then indicators, then their links to each other; returns the leftovers in turn."""
    gone = _sync(Measure, {"plan": plan}, ("order",), (plain_values(m, Measure) for m in document.measures))
    measures = {m.order: m.pk for m in Measure.objects.filter(plan=plan)}
    rows = [{**plain_values(i, Indicator), "measure_id": measures[i.measure]} for i in document.indicators]
    Indicator.objects.filter(plan=plan).update(part_of=None, protected_with=None)
    indicators = _sync(Indicator, {"plan": plan}, ("code",), rows)
    _link_indicators(plan, document)
    return [*indicators, *gone]


def _link_indicators(plan: Plan, document: PlanDocument) -> None:
    rows = {row.code: row for row in Indicator.objects.filter(plan=plan)}
    for item in document.indicators:
        row = rows[item.code]
        row.part_of = rows.get(item.part_of)
        row.protected_with = rows.get(item.protected_with)
    Indicator.objects.bulk_update(rows.values(), ("part_of", "protected_with"))


def _store_objectives(plan: Plan, document: PlanDocument, communes: Communes) -> list[models.Model]:
    rows = (plain_values(o, Objective) for o in document.objectives)
    gone = _sync(Objective, {"plan": plan}, ("code",), rows)
    parts: list[models.Model] = []
    objectives = {o.code: o for o in Objective.objects.filter(plan=plan)}
    indicators = dict(Indicator.objects.filter(plan=plan).values_list("code", "pk"))
    for item in document.objectives:
        owner = {"objective": objectives[item.code]}
        criteria = [
            {**_without(plain_values(c, Criterion), "indicator"), "indicator_id": indicators[c.indicator]}
            for c in item.criteria
        ]
        parts += _sync(Criterion, owner, ("indicator_id",), criteria)
        named = [
            {**plain_values(n, Named), "commune_id": communes[n.commune, n.commune_valid_from]}
            for n in item.named
        ]
        parts += _sync(Named, owner, ("commune_id",), named)
    return [*parts, *gone]


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


def _update(row: models.Model, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def _sync(
    model: type[models.Model],
    owner: Mapping[str, models.Model],
    key: tuple[str, ...],
    wanted: Iterable[dict[str, Any]],
) -> list[models.Model]:
    """Bring the owner's rows of one table to what is wanted; returns those that are no longer wanted."""
    rows = model._meta.base_manager.filter(**owner)
    stored = {tuple(getattr(row, k) for k in key): row for row in rows}
    for values in wanted:
        row = stored.pop(tuple(values[k] for k in key), None) or model(**owner)
        _update(row, values)
    return list(stored.values())
