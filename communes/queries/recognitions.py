"""Who registered for the healthy standing in a year, what the city recorded, which decision is in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from communes.models import Recognition
from communes.queries.desk import taking_part
from communes.recognition import DECIDED, REGISTRATION, outcome, state_of
from communes.vocabulary import Outcome, RecognitionState, RecognitionStep
from plans.document import PlanDocument
from plans.models import Plan, Reading
from plans.queries import Place, participants, readings_at

Steps = Mapping[tuple[int, int], Recognition]
"""By commune and year, the last step that was recorded."""


@dataclass(frozen=True)
class Decision:
    """A decision that stands, with what it says after the decisions for earlier years."""

    year: int
    outcome: Outcome
    row: Recognition


@dataclass(frozen=True)
class CommuneYear:
    """One commune and year: registration, state, decision; and the decision in force today."""

    place: Place
    registered: bool
    registered_on: date | None
    state: RecognitionState
    step: Recognition | None
    decision: Decision | None
    in_force: Decision | None


def registrations(plan: Plan, year: int) -> dict[int, date | None]:
    """By commune id, who has registered for the year in an accepted report, and on which day.

    The answer counts for the year, so that the last quarter with one holds.
    """
    readings = readings_at(plan).select_related(None).filter(indicator__code=REGISTRATION)
    of_year = readings.filter(period__year=year, period__quarter__gt=0, value__isnull=False)
    last: dict[int, Reading] = {row.commune_id: row for row in of_year.order_by("period__quarter")}
    return {commune: row.document_date for commune, row in last.items() if row.value}


def steps_of(plan: Plan) -> list[Recognition]:
    """Everything that was recorded, oldest first, in one query."""
    rows = Recognition.objects.filter(period__plan=plan).select_related("period", "commune", "by")
    return list(rows.order_by("entry__version", "commune__name_sort"))


def last_steps(steps: Iterable[Recognition]) -> dict[tuple[int, int], Recognition]:
    """Of steps in order of time, the last one by commune and year."""
    return {(row.commune_id, row.period.year): row for row in steps}


def year_of_communes(
    plan: Plan, document: PlanDocument, year: int, steps: Iterable[Recognition], today: date
) -> list[CommuneYear]:
    """Every commune that takes part in the year, in Vietnamese alphabetical order; two queries."""
    registered, last = registrations(plan, year), last_steps(steps)
    places = taking_part(document, str(year), participants(plan))
    return [_commune_year(place, registered, last, year, today) for place in places]


def _commune_year(
    place: Place, registered: Mapping[int, date | None], steps: Steps, year: int, today: date
) -> CommuneYear:
    step = steps.get((place.id, year))
    decisions = decisions_of(place.id, steps)
    return CommuneYear(
        place=place,
        registered=place.id in registered,
        registered_on=registered.get(place.id),
        state=state_of(RecognitionStep(step.step) if step else None, registered=place.id in registered),
        step=step,
        decision=next((d for d in decisions if d.year == year), None),
        in_force=in_force(decisions, today),
    )


def decisions_of(commune: int, steps: Steps) -> list[Decision]:
    """The decisions that stand on a commune, the earliest year first."""
    found: list[Decision] = []
    earlier: list[bool] = []
    for year in sorted(year for place, year in steps if place == commune):
        row = steps[commune, year]
        state = state_of(RecognitionStep(row.step), registered=False)
        if state in DECIDED:
            recognised = state is RecognitionState.RECOGNISED
            found.append(Decision(year, outcome(recognised=recognised, earlier=earlier), row))
            earlier.append(recognised)
    return found


def in_force(decisions: Iterable[Decision], day: date) -> Decision | None:
    """Of the decisions effective by the day, the one for the latest year."""
    effective = [d for d in decisions if d.row.document_date and d.row.document_date <= day]
    return max(effective, key=lambda decision: decision.year, default=None)
