"""What pages of targets need of a year: the plan's document, who takes part, everything that was decided."""

from __future__ import annotations

from dataclasses import dataclass

from communes.queries.desk import taking_part
from plans.document import PlanDocument
from plans.models import Period, Target
from plans.queries import Place, participants, plan_document, targets_decided


@dataclass(frozen=True)
class TargetYear:
    """The targets of a year; three queries."""

    period: Period
    document: PlanDocument
    places: list[Place]
    decided: list[Target]


def target_year(period: Period) -> TargetYear:
    """The targets of the year of this period, whose plan is loaded with it."""
    document = plan_document(period.plan)
    places = taking_part(document, period.key, participants(period.plan))
    return TargetYear(period, document, places, targets_decided(period.plan, period.year))
