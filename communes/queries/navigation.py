"""What every page's navigation needs to know, in one query."""

from __future__ import annotations

from datetime import date

from django.db.models import Case, Exists, IntegerField, Q, Value, When

from plans.models import Period, Plan
from plans.vocabulary import PeriodKind, PlanState


def period_at_work(today: date) -> Period | None:
    """The quarter that reports are due for, with its plan: of the plan in force, else of the last one.

    The last quarter whose cut-off has passed, else the one that runs; None before the first day of all.
    """
    begun = Period.objects.filter(kind=PeriodKind.QUARTER, starts_on__lte=today)
    in_force, ended = _rank(Q(plan__state=PlanState.IN_FORCE)), _rank(Q(ends_on__lt=today))
    made_up = Exists(Plan.objects.filter(illustrative=True))
    begun = begun.annotate(illustrative=made_up)
    ordered = begun.order_by(in_force.desc(), "-plan__issued_on", ended.desc(), "-ends_on")
    return ordered.exclude(plan__state=PlanState.DRAFT).select_related("plan").first()


def _rank(condition: Q) -> Case:
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())
