"""Reminding communes by mail of a report that is due soon or just overdue: each commune and day once."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.utils.functional import lazy

from communes import notices
from communes.deadlines import Timeliness
from communes.models import Commune, Report
from communes.presenting.standing_words import punctuality
from communes.queries.desk import taking_part
from communes.queries.standings import standings_of_open_periods
from communes.standing import CommuneStanding, Standings
from plans.models import Period, Plan
from plans.queries import participants, plan_document, plans_public

EARLY, LATE_CALL, OVERDUE_UNTIL = 3, 1, 3
"""Working days; decision of the house: three and one before the due date, and up to three after it."""


def put_reminders() -> int:
    """Put the reminders of today into the outbox; how many reports they are about.

    Doing it again puts nothing: the key of a reminder is its report, its due date and which call it is. So a
    worker that slept over a day catches up, and a due date granted anew is reminded of anew.
    """
    return sum(_remind_all(plan) for plan in plans_public())


def _remind_all(plan: Plan) -> int:
    document = plan_document(plan)
    known = standings_of_open_periods(plan, document)
    rows = {period.key: period for period in plan.periods.filter(quarter__gt=0)}
    due = list(_due(plan, known))
    communes = Commune.objects.in_bulk([row.place.id for row, _call in due])
    for row, call in due:
        _remind(communes[row.place.id], rows[row.period.key], plan, row, call)
    return len(due)


def _due(plan: Plan, known: Standings) -> Iterator[tuple[CommuneStanding, str]]:
    everybody = participants(plan)
    for period in known.document.quarters:
        if period.key in known.periods:
            for place in taking_part(known.document, period.key, everybody):
                row = known.of(place, period)
                call = call_for(row)
                if call:
                    yield row, call


def call_for(row: CommuneStanding) -> str:
    """Which reminder a commune should have had by today; empty where none is due."""
    if row.sent or not row.sendable:
        return ""
    if row.timeliness is Timeliness.OVERDUE:
        return "overdue" if row.days_late <= OVERDUE_UNTIL else ""
    if row.days_left <= LATE_CALL:
        return "soon"
    return "early" if row.days_left <= EARLY else ""


@transaction.atomic
def _remind(commune: Commune, period: Period, plan: Plan, row: CommuneStanding, call: str) -> None:
    period.plan = plan
    key = f"reminder:{plan.pk}:{period.key}:{commune.pk}:{row.due.isoformat()}:{call}"
    when = lazy(punctuality, str)(row)  # in the language of each who is told
    notices.reminded(Report(commune=commune, period=period), row.due, when, key)
