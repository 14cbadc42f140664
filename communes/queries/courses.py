"""The course of a plan's reports up to a version: of the ledger only what came since is read."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Final

from django.db.models import Q

from bg_portal.periods import period_key
from communes.courses import Courses, Moved
from communes.models import Passage, PeriodMove, Report
from communes.queries.standings import extensions_of, in_period
from communes.standing import Closing, Facts, Key, PeriodFacts
from communes.vocabulary import ReportState
from plans.models import Entry, Plan
from plans.queries import readings_at
from plans.vocabulary import PeriodKind

REMEMBERED = 8
"""Versions kept in a process."""

_last: Final[dict[int, Courses]] = {}
"""By plan the newest one that was asked for: the next builds on it."""


def forget() -> None:
    """Forget everything, as where a test made another history under the same numbers."""
    _last.clear()
    for remembered in (courses_at, corrected_at, written_at):
        remembered.cache_clear()


@lru_cache(maxsize=REMEMBERED)
def courses_at(plan: Plan, version: int) -> Courses:
    """What had been moved, extended and closed by that version; three queries."""
    last = _last.get(plan.pk)
    known = last if last and last.version <= version else Courses()
    found = Courses(
        version=version,
        facts=known.facts,
        returns=known.returns,
        extensions=extensions_of(plan, version),
        periods=_periods(plan, version),
    ).with_moves(_moves(plan, known.version, version))
    if last is None or last.version <= version:
        _last[plan.pk] = found
    return found


def begun(plan: Plan, quarter: str = "") -> dict[Key, Facts]:
    """The reports that are being written now, of a quarter or of all: no version knows of them."""
    written = (ReportState.DRAFT, ReportState.CLEARED)
    rows = Report.objects.filter(in_period(quarter) if quarter else Q(), period__plan=plan, state__in=written)
    found = (
        Facts(commune, period_key(year, number), ReportState(state), "", "", 0, None, None, None, None, "")
        for commune, state, year, number in rows.values_list(
            "commune_id", "state", "period__year", "period__quarter"
        )
    )
    return {(row.commune_id, row.period): row for row in found}


@lru_cache(maxsize=REMEMBERED)
def corrected_at(plan: Plan, version: int, quarter: str) -> int:
    """How many figures of the quarter stand otherwise than they were accepted first."""
    rows = readings_at(plan, version).filter(in_period(quarter), supersedes__isnull=False)
    return rows.count()


@lru_cache(maxsize=REMEMBERED)
def written_at(plan: Plan, version: int) -> datetime | None:
    """When the version was written; None before the first one."""
    return Entry.objects.filter(plan=plan, version=version).values_list("at", flat=True).first()


def _moves(plan: Plan, after: int, until: int) -> list[Moved]:
    rows = Passage.objects.filter(
        report__period__plan=plan, entry__version__gt=after, entry__version__lte=until
    )
    place = ("report__commune_id", "report__period__year", "report__period__quarter")
    told = ("move", "target", "at", "comment")
    sending = ("submission__kind", "submission__number", "submission__at", "submission__entered_by_id")
    return [Moved(*row) for row in rows.order_by("entry__version").values_list(*place, *told, *sending)]


def _periods(plan: Plan, version: int) -> dict[str, PeriodFacts]:
    rows = PeriodMove.objects.filter(
        period__plan=plan, period__kind=PeriodKind.QUARTER, entry__version__lte=version
    )
    values = rows.order_by("entry__version").values_list("period__year", "period__quarter", "closed", "at")
    found = {}
    for year, quarter, closed, at in values:
        key = period_key(year, quarter)
        found[key] = PeriodFacts(key, 0, Closing(closed, at, "", ""))
    return found
