"""What the moves of a plan's reports say up to a version of its ledger; plain Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from communes.standing import Facts, Key, PeriodFacts, Standings
from plans.document import PlanDocument


@dataclass(frozen=True)
class Courses:
    """The reports of a plan as its moves tell them; a version never changes, and so does this."""

    facts: Mapping[Key, Facts]
    """Of every report that was sent."""
    returns: Mapping[Key, Sequence[datetime]]
    """When reports that were not accepted since came back."""
    extensions: Mapping[Key, date]
    periods: Mapping[str, PeriodFacts]
    corrected: Mapping[str, int]
    """How many figures of a quarter stand otherwise than they were accepted first."""
    at: datetime | None
    """When the version was written."""

    def standings(self, document: PlanDocument, now: datetime) -> Standings:
        """How each report stands at a moment, with what the version knows."""
        return Standings(document, self.facts, self.extensions, self.periods, now)
