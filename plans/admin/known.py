"""What rows of a plan's document may refer to, as choices; and the parts that several pages share."""

from __future__ import annotations

from collections.abc import Sequence

from plans.document import PlanDocument, Target
from plans.field_words import MODEL_NAMES
from plans.forms.row_fields import Choices
from plans.forms.row_forms import Section, commune_choice
from plans.queries import all_places


def measures(document: PlanDocument) -> Choices:
    """The plan's measures by number."""
    return [(measure.order, f"{measure.order}. {measure.name_vi}") for measure in document.measures]


def indicators(document: PlanDocument) -> Choices:
    """The plan's indicators by code."""
    return [(item.code, f"{item.code} {item.short_vi or item.name_vi}") for item in document.indicators]


def communes() -> Choices:
    """Every commune with its code and first day: names and codes were reused in 2025."""
    return [
        (commune_choice(place.code, place.valid_from), f"{place.name} ({place.code}, {place.valid_from:%Y})")
        for place in all_places()
    ]


def targets(document: PlanDocument, code: str) -> Sequence[Target]:
    """What was decided for an objective or an indicator, the whole plan first, then by year."""
    own = [row for row in document.targets if code and code in (row.objective, row.indicator)]
    return sorted(own, key=lambda row: (bool(row.commune), row.year, row.commune))


def target_section(document: PlanDocument, now: PlanDocument, code: str, places: Choices) -> Section:
    """The table of targets of an objective or an indicator."""
    return Section(
        name="targets",
        word="target",
        title=MODEL_NAMES["Target"][1],
        row_class=Target,
        columns=("year", "commune", "value", "document", "reason"),
        fixed=("year", "commune"),
        rows=targets(document, code),
        current=targets(now, code),
        choices={"commune": places},
    )


def with_targets(document: PlanDocument, code: str, rows: tuple[Target, ...]) -> tuple[Target, ...]:
    """All targets of the plan, with other ones for one objective or indicator."""
    own = set(targets(document, code))
    return (*(row for row in document.targets if row not in own), *rows)
