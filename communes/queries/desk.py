"""What waits for whom: the reports of one's own communes, and for the city those of all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from communes.models import Commune, User
from communes.queries.people import commune_ids, memberships_of
from communes.queries.standings import in_period, standings
from communes.roles import ALL, Permission
from communes.standing import CommuneStanding, PeriodFacts
from communes.vocabulary import ReportState
from plans.calendar import Period
from plans.document import PlanDocument
from plans.models import Plan
from plans.queries import Place as PlanPlace
from plans.queries import participants

_WITH_CITY = Q(state=ReportState.SUBMITTED)
_BACK = Q(state__in=(ReportState.RETURNED, ReportState.REOPENED))


@dataclass(frozen=True)
class OwnDesk:
    """One commune's reports: of the period at work, and of every other period that has begun."""

    commune: Commune
    current: CommuneStanding | None
    others: list[CommuneStanding]
    """The newest first."""


@dataclass(frozen=True)
class Missing:
    """An earlier period that still takes reports, and how many have not come."""

    period: Period
    number: int


@dataclass(frozen=True)
class CityDesk:
    """The city's view: the period at work, what waits for review, what went back, what is missing before."""

    rows: list[CommuneStanding]
    queue: list[CommuneStanding]
    """Sent and not yet reviewed, of every period, the longest waiting first."""
    back: list[CommuneStanding]
    """Returned or reopened, of every period."""
    earlier: list[Missing]

    @property
    def missing(self) -> list[CommuneStanding]:
        """Who has not sent a report of the period at work."""
        return [row for row in self.rows if not row.sent]

    @property
    def extended(self) -> list[CommuneStanding]:
        """Who was given a later due date in the period at work."""
        return [row for row in self.rows if row.extended_until]


def own_communes(user: User) -> list[Commune]:
    """The communes a person writes or clears reports for, in Vietnamese order, without a further query."""
    ids: set[int] = set()
    for permission in (Permission.WRITE_REPORT, Permission.CLEAR_REPORT):
        held = commune_ids(user, permission)
        ids |= set() if held is ALL else held
    found = {m.commune_id: m.commune for m in memberships_of(user) if m.commune_id in ids and m.commune}
    return sorted(found.values(), key=lambda commune: (commune.name_sort, commune.code))


def own_desks(communes: list[Commune], plan: Plan, document: PlanDocument, current: str) -> list[OwnDesk]:
    """The desks of these communes; `current` is the key of the period at work."""
    known = standings(plan, document, Q(commune__in=[commune.pk for commune in communes]))
    desks = []
    for commune in communes:
        rows = [known.of(commune, period) for period in _owed(document, commune)]
        begun = [row for row in rows if row.begun]
        desks.append(
            OwnDesk(
                commune=commune,
                current=next((row for row in begun if row.period.key == current), None),
                others=[row for row in reversed(begun) if row.period.key != current],
            )
        )
    return desks


def _owed(document: PlanDocument, commune: Commune) -> list[Period]:
    """The quarters in which the commune takes part."""
    parts = [
        part
        for part in document.participation
        if (part.commune, part.commune_valid_from) == (commune.code, commune.valid_from)
    ]
    return [period for period in document.quarters if any(part.covers(period.key) for part in parts)]


def city_desk(plan: Plan, document: PlanDocument, current: str) -> CityDesk:
    """The city's view of the whole plan; four queries, whatever the number of communes."""
    everybody = participants(plan)
    places = {place.id: place for place in everybody}
    known = standings(plan, document, in_period(current) | _WITH_CITY | _BACK)
    open_ones = [
        known.of(places[facts.commune_id], document.period(facts.period))
        for facts in known.facts.values()
        if facts.commune_id in places
    ]
    now = document.period(current)
    return CityDesk(
        rows=[known.of(place, now) for place in taking_part(document, current, everybody)],
        queue=[row for row in open_ones if row.state is ReportState.SUBMITTED],
        back=[row for row in open_ones if row.state in (ReportState.RETURNED, ReportState.REOPENED)],
        earlier=_earlier(document, known.periods.values(), current),
    )


def taking_part(document: PlanDocument, period: str, places: list[PlanPlace]) -> list[PlanPlace]:
    """Those of the places that owe a report for the quarter of that key, in the order given."""
    keys = {(part.commune, part.commune_valid_from) for part in document.participants(period)}
    return [place for place in places if (place.code, place.valid_from) in keys]


def _earlier(document: PlanDocument, periods: Iterable[PeriodFacts], current: str) -> list[Missing]:
    """Periods before the one at work that are not closed and for which a report has not come."""
    found = [
        Missing(document.period(known.key), len(document.participants(known.key)) - known.sent)
        for known in periods
        if known.key < current and not known.closed
    ]
    return [missing for missing in found if missing.number > 0]
