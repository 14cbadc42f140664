"""The form of the comparison: boxes that say what is beside each other now, and offer what else could be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst

from bg_portal import clock
from bg_portal.dates import format_date
from plans.presenting import Scope
from plans.queries import Place
from plans.words import full_name, label_of


@dataclass(frozen=True)
class Option:
    """One option of a box."""

    value: str
    text: str
    chosen: bool


@dataclass(frozen=True)
class CompareForm:
    """The boxes; an empty option is drawn by the template."""

    places: list[list[Option]]
    periods: list[Option]
    others: list[Option]
    day: str
    """The second day as its box holds it; empty where no day is compared."""
    known_on: str
    """The first day, which the form keeps."""


def form_of(
    base: Scope, other: Scope | None, everybody: Sequence[Place], chosen: Sequence[Place], boxes: int = 4
) -> CompareForm:
    """The form as it stands after what was asked."""
    other_day = other.moment.day if other and other.moment.day != base.moment.day else None
    periods = "" if other is None or other_day else other.key
    return CompareForm(
        places=[_places(everybody, chosen[n] if n < len(chosen) else None) for n in range(boxes)],
        periods=_periods(base, base.key),
        others=_periods(base, periods),
        day=format_date(other_day) if other_day else "",
        known_on=base.moment.day.isoformat() if base.moment.day else "",
    )


def _places(everybody: Sequence[Place], chosen: Place | None) -> list[Option]:
    return [Option(place.slug, capfirst(full_name(place)), place == chosen) for place in everybody]


def _periods(base: Scope, chosen: str) -> list[Option]:
    """The quarters and years that have begun, the latest first."""
    until = base.moment.day or clock.today()
    begun = [row for row in base.book.document.periods if row.starts_on <= until or row.key == chosen]
    return [Option(row.key, capfirst(label_of(row.key)), row.key == chosen) for row in reversed(begun)]
