"""What waits for whom: the reports of one's own communes, and for the city those of all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from bg_portal import clock
from communes.courses import Courses
from communes.models import Commune, User
from communes.queries.courses import begun, courses_at
from communes.queries.people import commune_ids, memberships_of
from communes.queries.standings import standings
from communes.roles import ALL, Permission
from communes.standing import CommuneStanding, Facts
from plans.calendar import Period
from plans.document import PlanDocument
from plans.models import Plan
from plans.queries import Place as PlanPlace
from plans.queries import participants, version_of


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
    """The city's view of the whole plan; three queries, whatever the number of communes."""
    everybody = participants(plan)
    places = {place.id: place for place in everybody}
    written = begun(plan, current)  # before the version is asked for: what is sent meanwhile counts as sent
    courses = courses_at(plan, version_of(plan))
    known = courses.standings(document, clock.now(), written)
    now = document.period(current)

    def told(reports: Iterable[Facts]) -> list[CommuneStanding]:
        found = ((places.get(facts.commune_id), facts.period) for facts in reports)
        return [known.of(place, document.period(period)) for place, period in found if place]

    return CityDesk(
        rows=[known.of(place, now) for place in taking_part(document, current, everybody)],
        queue=told(courses.waiting),
        back=told(courses.back),
        earlier=_earlier(document, courses, current),
    )


def taking_part(document: PlanDocument, period: str, places: list[PlanPlace]) -> list[PlanPlace]:
    """Those of the places that owe a report for the quarter of that key, in the order given."""
    keys = {(part.commune, part.commune_valid_from) for part in document.participants(period)}
    return [place for place in places if (place.code, place.valid_from) in keys]


def _earlier(document: PlanDocument, courses: Courses, current: str) -> list[Missing]:
    """Periods before the one at work that are not closed and for which a report has not come."""
    closed = {key for key, period in courses.periods.items() if period.closed}
    found = [
        Missing(period, len(document.participants(period.key)) - courses.sent[period.key])
        for period in document.quarters
        if period.key < current and period.key not in closed
    ]
    return [missing for missing in found if missing.number > 0]
