"""Rows of a plan's document in the shape of stored ones: pages of any moment draw what was stated then.

The tables hold the plan of today, so a page that says what is known of a day reads names, days and texts from
the document of that version and never from them.
"""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar

from django.db import models

from plans.document import PlanDocument
from plans.models import Period, Plan

Stored = TypeVar("Stored", bound=models.Model)


def plain_values(item: object, model: type[models.Model]) -> dict[str, Any]:
    """The attributes of a document's row that are plain columns of its table."""
    columns = {f.name for f in model._meta.concrete_fields if not f.is_relation}
    names = [f.name for f in fields(item) if f.name in columns]  # type: ignore[arg-type]
    return {name: _stored(getattr(item, name)) for name in names}


def _stored(value: Any) -> Any:
    match value:
        case StrEnum():
            return value.value
        case frozenset():
            return sorted(member.value for member in value)
        case tuple():
            return list(value)
        case _:
            return value


def stated(item: object, model: type[Stored]) -> Stored:
    """A row of a document as its model draws it, with its texts in the language of the page; never saved."""
    return model(**plain_values(item, model))


def plan_stated(plan: Plan, document: PlanDocument) -> Plan:
    """The head of a plan as its document states it; never saved, and no way to the rows of today."""
    return Plan(illustrative=plan.illustrative, **plain_values(document, Plan))


def period_stated(document: PlanDocument, key: str) -> Period | None:
    """The period of a key such as 2018-Q2 or 2018 as the document states it; None for any other key."""
    try:
        return stated(document.period(key), Period)
    except KeyError:
        return None
