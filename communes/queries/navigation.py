"""What every page's navigation needs to know, in one query."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, F
from django.db.models.lookups import Exact, LessThan
from django.http import HttpRequest

from bg_portal import clock
from plans.models import Period, Plan
from plans.vocabulary import PeriodKind, PlanState

_KEPT = "period_at_work"


def period_of_request(request: HttpRequest) -> Period | None:
    """The period at work, read once for each request: page and navigation both ask."""
    if not hasattr(request, _KEPT):
        setattr(request, _KEPT, period_at_work(clock.today()))
    found: Period | None = getattr(request, _KEPT)
    return found


def period_at_work(today: date) -> Period | None:
    """The quarter that reports are due for, with its plan: of the plan in force, else of the last one.

    The last quarter whose cut-off has passed, else the one that runs; None before the first day of all.
    """
    begun = Period.objects.filter(kind=PeriodKind.QUARTER, starts_on__lte=today)
    in_force, ended = Exact(F("plan__state"), PlanState.IN_FORCE), LessThan(F("ends_on"), today)
    made_up = Exists(Plan.objects.filter(illustrative=True))
    begun = begun.annotate(illustrative=made_up)
    ordered = begun.order_by(in_force.desc(), "-plan__issued_on", ended.desc(), "-ends_on")
    return ordered.exclude(plan__state=PlanState.DRAFT).select_related("plan").first()
