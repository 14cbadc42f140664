"""Due dates as they hold now: extensions, closings, participation."""

from __future__ import annotations

from datetime import date

from communes.models import Commune, Extension, PeriodMove
from plans.models import Participation, Period


def due_date_of(commune: Commune, period: Period) -> date:
    """The commune's due date: the last extension granted, or the period's own."""
    last = Extension.objects.filter(commune=commune, period=period).order_by("-entry__version").first()
    return last.until if last else _own(period)


def _own(period: Period) -> date:
    if period.due_on is None:
        message = "Reports belong to quarters; a year row has no due date."
        raise ValueError(message)
    return period.due_on


def last_period_move(period: Period) -> PeriodMove | None:
    """The last closing or opening of the period, with who did it."""
    return period.moves.select_related("by").order_by("-entry__version").first()


def is_closed(period: Period) -> bool:
    """Whether the city has closed the period for reports."""
    last = last_period_move(period)
    return last is not None and last.closed


def takes_part(commune: Commune, period: Period) -> bool:
    """Whether the commune owes a report for this quarter."""
    rows = Participation.objects.filter(plan=period.plan, commune=commune)
    return any(row.covers(period) for row in rows)
