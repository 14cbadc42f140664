"""What the moves of a plan's reports say up to a version of its ledger; plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from bg_portal.periods import period_key
from communes.standing import Facts, Key, PeriodFacts, Standings
from communes.vocabulary import MoveName, ReportState
from plans.document import PlanDocument


class Moved(NamedTuple):
    """A passage with the sending that it is about, as far as the course of its report is told from it."""

    commune: int
    year: int
    quarter: int
    move: str
    target: str
    at: datetime
    comment: str
    kind: str | None
    """From here on of the sending; None where it is about none."""
    sending: int | None
    sent_at: datetime | None
    entered_by: int | None

    @property
    def key(self) -> Key:
        return self.commune, period_key(self.year, self.quarter)


@dataclass(frozen=True)
class Courses:
    """The reports of a plan as its moves tell them; a version never changes, and so does this."""

    version: int = 0
    facts: Mapping[Key, Facts] = field(default_factory=dict)
    """Of every report that was sent."""
    returns: Mapping[Key, tuple[datetime, ...]] = field(default_factory=dict)
    """When reports that were not accepted since came back."""
    extensions: Mapping[Key, date] = field(default_factory=dict)
    periods: Mapping[str, PeriodFacts] = field(default_factory=dict)
    """The quarters that were closed or opened again; of any other nothing has to be known."""

    def with_moves(self, moves: Iterable[Moved]) -> Courses:
        """After these moves, which are later than all that it knows, in their order."""
        facts, returns = dict(self.facts), dict(self.returns)
        for move in moves:
            key = move.key
            if move.kind is not None or key in facts:
                facts[key] = _after(facts.get(key), move)
            if move.move == MoveName.RETURN:
                returns[key] = (*returns.get(key, ()), move.at)
            elif move.move == MoveName.ACCEPT:
                returns.pop(key, None)
        return replace(self, facts=facts, returns=returns)

    @cached_property
    def waiting(self) -> tuple[Facts, ...]:
        """The reports that wait for the city's review, the longest waiting first."""
        return self._in(ReportState.SUBMITTED)

    @cached_property
    def back(self) -> tuple[Facts, ...]:
        """The reports that are back with their communes, in the order in which they were sent."""
        return self._in(ReportState.RETURNED, ReportState.REOPENED)

    @cached_property
    def sent(self) -> Counter[str]:
        """By quarter how many communes have sent a report."""
        return Counter(period for _commune, period in self.facts)

    def standings(
        self, document: PlanDocument, now: datetime, begun: Mapping[Key, Facts] | None = None
    ) -> Standings:
        """How each report stands at a moment, with what the version knows; `begun`: of those not sent yet."""
        facts = {**begun, **self.facts} if begun else self.facts
        return Standings(document, facts, self.extensions, self.periods, now)

    def _in(self, *states: ReportState) -> tuple[Facts, ...]:
        found = [
            (row.last_sent_at, row) for row in self.facts.values() if row.state in states and row.last_sent_at
        ]
        return tuple(row for _at, row in sorted(found, key=itemgetter(0)))


def _after(known: Facts | None, move: Moved) -> Facts:
    """What is known of a report after its next move; before its first sending nothing is."""
    told = known if move.kind is None else None
    return Facts(
        commune_id=move.commune,
        period=move.key[1],
        state=ReportState(move.target),
        document_number="",
        kind=told.kind if told else move.kind or "",
        sendings=told.sendings if told else move.sending or 0,
        first_sent_at=known.first_sent_at if known else move.sent_at,
        last_sent_at=told.last_sent_at if told else move.sent_at,
        entered_by=told.entered_by if told else move.entered_by,
        moved_at=move.at,
        comment=move.comment,
    )
