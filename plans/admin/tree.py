"""The tree of a plan as it is stored: everything in it, each branch leading to where it is edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst

from plans.admin.known import targets
from plans.admin.plan_edit import PlanEdit
from plans.document import Indicator as IndicatorRow
from plans.document import Named, Period, PlanDocument
from plans.document import Objective as ObjectiveRow
from plans.field_words import MODEL_NAMES
from plans.models import Indicator, Objective, Plan
from plans.queries import Place, places_of
from plans.words import LABELS, period_label

Branch = tuple[str, str, list[Any]]
"""Words, an address or "", and the branches below."""


def tree(edit: PlanEdit) -> list[Branch]:
    """The plan as stored, from measures to targets, each branch leading to the page where it is edited."""
    document, plan = edit.state.now, edit.state.plan
    places = {place.key: place for place in places_of(document)}
    links = _links(Indicator, plan), _links(Objective, plan)
    measures: list[Branch] = [
        (
            f"{measure.order}. {measure.name_vi}",
            "#measures-group",
            [_indicator(edit, item, links[0]) for item in document.indicators_of(measure.order)],
        )
        for measure in document.measures
    ]
    objectives = [_objective(edit, item, *links, places) for item in document.objectives]
    return [*measures, *objectives, *_times(document), _participation(places)]


def _times(document: PlanDocument) -> list[Branch]:
    """Periods by year, and holidays: they are edited on this page."""
    periods: list[Branch] = [
        (period_label(row.year, 0), "", [(_days(one), "", []) for one in quarters])
        for row in document.years
        if (quarters := [one for one in document.quarters if one.year == row.year])
    ]
    holidays: list[Branch] = [(f"{row.day:%d/%m/%Y} {row.name_vi}", "", []) for row in document.holidays]
    names = (MODEL_NAMES["Period"][1], MODEL_NAMES["Holiday"][1])
    return [
        (capfirst(str(names[0])), "#periods-group", periods),
        (capfirst(str(names[1])), "#holidays-group", holidays),
    ]


def _days(quarter: Period) -> str:
    name = period_label(quarter.year, quarter.quarter)
    due = f" ({quarter.due_on:%d/%m/%Y})" if quarter.due_on else ""
    return f"{name}: {quarter.starts_on:%d/%m/%Y} - {quarter.ends_on:%d/%m/%Y}{due}"


def _participation(places: Mapping[str, Place]) -> Branch:
    """Who takes part, each leading to the page of the commune."""
    branches: list[Branch] = [(place.name, _page(place), []) for place in places.values()]
    return capfirst(str(MODEL_NAMES["Participation"][1])), "#participation-group", branches


def _page(place: Place) -> str:
    return reverse("admin:communes_commune_change", args=[place.id])


def _links(model: type[Indicator | Objective], plan: Plan) -> dict[str, str]:
    rows: Iterable[tuple[str, int]] = model._meta.base_manager.filter(plan=plan).values_list("code", "pk")
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
    return {code: reverse(name, args=[pk]) for code, pk in rows}


def _indicator(edit: PlanEdit, item: IndicatorRow, links: dict[str, str]) -> Branch:
    words = f"{item.code} {item.name_vi} ({LABELS[item.recorded_by]})"
    return words, links.get(item.code, ""), _targets(edit, item.code)


def _objective(
    edit: PlanEdit,
    item: ObjectiveRow,
    indicators: Mapping[str, str],
    objectives: Mapping[str, str],
    places: Mapping[str, Place],
) -> Branch:
    criteria: list[Branch] = [
        (f"{row.indicator}: {LABELS[row.window]} ≥ {row.minimum:f}", indicators.get(row.indicator, ""), [])
        for row in item.criteria
    ]
    words = f"{item.code} {item.name_vi}"
    named = [_named(row, places.get(row.key)) for row in item.named]
    return words, objectives.get(item.code, ""), [*criteria, *named, *_targets(edit, item.code)]


def _named(row: Named, place: Place | None) -> Branch:
    words = f"{place.name if place else row.key} ({row.from_year}, {row.document})"
    return words, _page(place) if place else "", []


def _targets(edit: PlanEdit, code: str) -> list[Branch]:
    """The targets of the whole plan; those of communes stand on the page of what they are for."""
    rows = [row for row in targets(edit.state.now, code) if not row.commune]
    return [(f"{row.year}: {row.value:f} ({row.document})", "", []) for row in rows]
