"""The board of reports: every commune by every period, as far as a person may see them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from bg_portal import clock
from communes.models import User
from communes.queries.courses import begun, courses_at
from communes.queries.desk import own_communes
from communes.queries.reports import plan_by_slug
from communes.queries.standings import standings
from communes.roles import Permission
from communes.standing import CommuneStanding, Standings
from plans.calendar import Period
from plans.document import PlanDocument
from plans.models import Plan
from plans.queries import Place, places_of, plan_document, version_of


@dataclass(frozen=True)
class Board:
    """The reports of these communes over the whole plan."""

    plan: Plan
    document: PlanDocument
    places: list[Place]
    known: Standings
    whole: bool
    """Whether everybody who takes part is on it, so that totals say something of the city."""

    def row(self, place: Place) -> list[CommuneStanding | None]:
        """One commune by period; None where it owes no report."""
        owed = self._owed.get((place.code, place.valid_from), frozenset())
        return [
            self.known.of(place, period) if period.key in owed else None for period in self.document.quarters
        ]

    def column(self, period: Period) -> list[CommuneStanding]:
        """One period by commune, without those that owe no report for it."""
        keys = {(part.commune, part.commune_valid_from) for part in self.document.participants(period.key)}
        return [self.known.of(p, period) for p in self.places if (p.code, p.valid_from) in keys]

    @cached_property
    def _owed(self) -> dict[tuple[str, object], frozenset[str]]:
        found: dict[tuple[str, object], set[str]] = {}
        for period in self.document.quarters:
            for part in self.document.participants(period.key):
                found.setdefault((part.commune, part.commune_valid_from), set()).add(period.key)
        return {place: frozenset(keys) for place, keys in found.items()}


def board(user: User, slug: str) -> Board:
    """The city's board for who sees the city, else that of a person's own communes; five queries.

    Raises PermissionDenied for who has neither, Http404 where there is no such plan.
    """
    own = None if user.has_perm(Permission.SEE_CITY_DESK) else {place.pk for place in own_communes(user)}
    if own is not None and not own:
        raise PermissionDenied
    plan = plan_by_slug(slug)
    document = plan_document(plan)
    places = [place for place in places_of(document) if own is None or place.id in own]
    known = _everybody(plan, document) if own is None else standings(plan, document, Q(commune__in=own))
    return Board(plan, document, places, known, whole=own is None)


def _everybody(plan: Plan, document: PlanDocument) -> Standings:
    written = begun(plan)  # before the version is asked for: what is sent meanwhile counts as sent
    return courses_at(plan, version_of(plan)).standings(document, clock.now(), written)
