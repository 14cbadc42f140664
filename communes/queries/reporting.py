"""How many have reported, and whether in time: counts only, for pages that name nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bg_portal.periods import period_key
from communes.deadlines import Timeliness, due_date, timeliness
from communes.models import Passage, Submission
from communes.queries.standings import extensions_of, in_period
from communes.standing import Key
from communes.vocabulary import ReportState
from plans.calendar import Period
from plans.document import PlanDocument
from plans.models import Plan
from plans.queries import Place


@dataclass(frozen=True)
class Reporting:
    """Of the communes that owe a report: how many have one accepted, under review, or none with the city."""

    expected: int
    accepted: int
    waiting: int

    @property
    def sent(self) -> int:
        """Reports that have come in, accepted or not."""
        return self.accepted + self.waiting

    @property
    def outstanding(self) -> int:
        """Reports that have not come in, or went back."""
        return self.expected - self.sent


def reporting(plan: Plan, quarter: str, places: Collection[Place], version: int) -> Reporting:
    """The counts of one quarter at a version, told from the moves that reports had made until then.

    A reopened report keeps its accepted figures, so it counts as accepted.
    """
    owing = {place.id for place in places}
    moves = Passage.objects.filter(
        in_period(quarter, "report__"), entry__plan=plan, entry__version__lte=version
    )
    rows = moves.order_by("entry__version").values_list("report__commune", "target")
    states = {commune: state for commune, state in rows if commune in owing}
    count = Counter(states.values())
    accepted = count[ReportState.ACCEPTED] + count[ReportState.REOPENED]
    return Reporting(len(owing), accepted, count[ReportState.SUBMITTED])


@dataclass(frozen=True)
class PeriodReporting:
    """Of one period: the counts, and how many of those sent came in time. Nobody is named."""

    period: Period
    counts: Reporting
    on_time: int
    late: int

    @property
    def returned(self) -> int:
        """Reports that came and are back with their communes."""
        return self.on_time + self.late - self.counts.sent

    @property
    def silent(self) -> int:
        """Reports that have never come."""
        return self.counts.expected - self.on_time - self.late


def reporting_by_period(
    plan: Plan, document: PlanDocument, places: Collection[Place], version: int, today: date
) -> list[PeriodReporting]:
    """The counts of every period whose cut-off is over, the latest first; two queries."""
    moves = Passage.objects.filter(entry__plan=plan, entry__version__lte=version).order_by("entry__version")
    names = ("report__commune", "report__period__year", "report__period__quarter", "target", "at")
    states: dict[Key, str] = {}
    first: dict[Key, datetime] = {}
    for commune, year, quarter, target, at in moves.values_list(*names):
        key = (commune, period_key(year, quarter))
        states[key] = target
        if target == ReportState.SUBMITTED:
            first.setdefault(key, at)
    extensions = extensions_of(plan, version)
    over = [period for period in reversed(document.quarters) if period.ends_on < today]
    return [
        _of_period(period, _owing(document, period, places), states, first, extensions) for period in over
    ]


def _owing(document: PlanDocument, period: Period, places: Collection[Place]) -> list[Key]:
    keys = {(part.commune, part.commune_valid_from) for part in document.participants(period.key)}
    return [(place.id, period.key) for place in places if (place.code, place.valid_from) in keys]


def _of_period(
    period: Period,
    owing: list[Key],
    states: Mapping[Key, str],
    first: Mapping[Key, datetime],
    extensions: Mapping[Key, date],
) -> PeriodReporting:
    count = Counter(states[key] for key in owing if key in states)
    counts = Reporting(
        len(owing), count[ReportState.ACCEPTED] + count[ReportState.REOPENED], count[ReportState.SUBMITTED]
    )
    sent = [key for key in owing if key in first]
    due_on = period.due_on or period.ends_on
    in_time = sum(_in_time(first[key], due_on, extensions.get(key)) for key in sent)
    return PeriodReporting(period, counts, in_time, len(sent) - in_time)


def late_reports(plan: Plan, version: int, due: Mapping[str, date]) -> frozenset[Key]:
    """Of the quarters with these due dates, whose report was first sent after it, as known at a version.

    Settings name it: plans know of accepted figures, and not of when they were sent.
    """
    years = {int(key[:4]) for key in due}
    sent = Submission.objects.filter(number=1, report__period__plan=plan, report__period__year__in=years)
    names = ("report__commune", "report__period__year", "report__period__quarter", "at")
    extensions = extensions_of(plan, version)
    first = {
        (commune, period_key(year, quarter)): at for commune, year, quarter, at in sent.values_list(*names)
    }
    return frozenset(
        key
        for key, at in first.items()
        if key[1] in due and not _in_time(at, due[key[1]], extensions.get(key))
    )


def _in_time(sent_at: datetime, due_on: date, extended: date | None) -> bool:
    due = due_date(due_on, [extended] if extended else [])
    return timeliness(sent_at, due, sent_at, closed=False) is Timeliness.ON_TIME
