"""Which accepted figures an edit of a plan touches, before it is stored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from django.db.models import Count, Q

from bg_portal.periods import period_key
from plans.document_diff import Change
from plans.models import Plan
from plans.queries import readings_at

COUNTING: Final = frozenset(
    {
        "kind",
        "decimals",
        "frequency",
        "across_quarters",
        "across_communes",
        "part_of",
        "sum_of",
        "protection",
        "protected_with",
        "valid_from",
        "valid_to",
        "window",
        "minimum",
        "indicator",
        "starts_on",
        "ends_on",
        "from_period",
        "to_period",
    }
)
"""The fields of indicators, criteria, periods and participation that decide how figures count."""


class Touched(NamedTuple):
    """How many accepted figures stand in a place that changes."""

    place: str
    figures: int


def touched(plan: Plan, changes: Iterable[Change]) -> list[Touched]:
    """The indicators, periods and communes with accepted figures that the changes count anew.

    An indicator's own row and the criteria that look at it count as the indicator; names, order and guidance
    change no figure.
    """
    places = {part for change in changes if _counts(change) for part in _parts(change.place)}
    found = [*_indicators(plan, places), *_periods(plan, places), *_communes(plan, places)]
    return sorted(row for row in found if row.figures)


def _counts(change: Change) -> bool:
    return not change.field or change.field in COUNTING


def _parts(place: str) -> list[tuple[str, str]]:
    """The kinds and keys a place is made of: of "objective MT1, criterion LG11" the indicator LG11."""
    table, _space, key = place.rsplit(", ", maxsplit=1)[-1].partition(" ")
    match table:
        case "indicator" | "criterion":
            return [("indicator", key)]
        case "period":
            return [("period", key)]
        case "participation":
            return [("commune", key.partition(" ")[0])]
        case _:
            return []


def _keys(places: set[tuple[str, str]], kind: str) -> list[str]:
    return sorted(key for found, key in places if found == kind)


def _indicators(plan: Plan, places: set[tuple[str, str]]) -> list[Touched]:
    codes = _keys(places, "indicator")
    rows = readings_at(plan).filter(indicator__code__in=codes).values_list("indicator__code")
    return [Touched(f"indicator {code}", n) for code, n in rows.annotate(n=Count("pk"))] if codes else []


def _periods(plan: Plan, places: set[tuple[str, str]]) -> list[Touched]:
    wanted = Q()
    for key in _keys(places, "period"):
        year, _, quarter = key.partition("-Q")
        wanted |= Q(period__year=int(year), period__quarter=int(quarter or 0))
    if not wanted:
        return []
    rows = readings_at(plan).filter(wanted).values_list("period__year", "period__quarter")
    counted = rows.annotate(n=Count("pk"))
    return [Touched(f"period {period_key(year, quarter)}", n) for year, quarter, n in counted]


def _communes(plan: Plan, places: set[tuple[str, str]]) -> list[Touched]:
    codes = _keys(places, "commune")
    rows = readings_at(plan).filter(commune__code__in=codes).values_list("commune__code")
    return [Touched(f"participation {code}", n) for code, n in rows.annotate(n=Count("pk"))] if codes else []
