"""How many have reported: counts only, for pages that name nobody."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from communes.models import Report
from communes.vocabulary import ReportState
from plans.models import Period
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


def reporting(period: Period, places: list[Place]) -> Reporting:
    """The counts of one period; a reopened report keeps its accepted figures, so it counts as accepted."""
    owing = {place.id for place in places}
    states = Report.objects.filter(period=period, commune__in=owing).values_list("state", flat=True)
    count = Counter(states)
    accepted = count[ReportState.ACCEPTED] + count[ReportState.REOPENED]
    return Reporting(len(owing), accepted, count[ReportState.SUBMITTED])
