"""Where what changed is explained: how each number is worked out, as it was known at its moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plans.addresses import why_indicator, why_objective
from plans.document import PlanDocument
from plans.document_rows import commune_key
from plans.models import Period, Plan
from plans.moments import Between, Moment
from plans.queries import Place
from plans.stated import stated


@dataclass(frozen=True)
class ChangeLinks:
    """The answers at both ends of a time; empty where the plan of that end knows no such figure."""

    plan: Plan
    between: Between
    before: PlanDocument
    """The plan at the first end."""

    @property
    def after(self) -> PlanDocument:
        """The plan at the second end."""
        return self.between.document

    def figure(self, code: str, period: str, place: Place | None = None) -> str:
        """How a figure of the second end is worked out: of a commune, or of the city."""
        moment = self._moment(period)
        if moment is None or code not in self._codes or (place and place.key not in self._communes):
            return ""
        return why_indicator(self.plan, code, moment, commune=place.slug if place else None)

    def objective(self, code: str, period: str, *, first: bool) -> str:
        """How an objective's value is worked out, at the first end or at the second."""
        document = self.before if first else self.after
        moment = self._moment(period, first=first)
        if moment is None or all(row.code != code for row in document.objectives):
            return ""
        return why_objective(self.plan, code, moment)

    def _moment(self, key: str, *, first: bool = False) -> Moment | None:
        try:
            period = (self.before if first else self.after).period(key)
        except KeyError:
            return None
        ends = self.between
        day, version = (ends.first, ends.first_version) if first else (ends.last, ends.last_version)
        return Moment(stated(period, Period), day, version)

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(row.code for row in self.after.indicators)

    @cached_property
    def _communes(self) -> frozenset[str]:
        """Keys of those who take part at the second end."""
        return frozenset(commune_key(p.commune, p.commune_valid_from) for p in self.after.participation)
