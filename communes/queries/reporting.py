"""How many have reported: counts only, for pages that name nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from communes.models import Passage
from communes.queries.standings import in_period
from communes.vocabulary import ReportState
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
