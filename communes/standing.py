"""How a commune's report stands in a period, told from what is stored of it; plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Protocol

from communes import deadlines
from communes.deadlines import Timeliness
from communes.vocabulary import ReportKind, ReportState, Standing
from plans.calendar import Period
from plans.document import PlanDocument

Key = tuple[int, str]
"""Commune id and key of a quarter."""


class Place(Protocol):
    """What has to be known of a commune: a row, or the plain value that plans hand out."""

    @property
    def id(self) -> int: ...
    @property
    def slug(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def name_vi(self) -> str: ...
    @property
    def name_en(self) -> str: ...


@dataclass(frozen=True)
class Facts:
    """What is stored of one report and its sendings, without its content."""

    commune_id: int
    period: str
    state: ReportState
    document_number: str
    kind: str
    """Of the last sending; empty where there is none."""
    sendings: int
    first_sent_at: datetime | None
    last_sent_at: datetime | None
    entered_by: int | None
    """Who sent it last."""
    moved_at: datetime | None
    comment: str
    """Given with the last move."""


@dataclass(frozen=True)
class Closing:
    """The last closing or opening of a period."""

    closed: bool
    at: datetime
    by: str
    comment: str


@dataclass(frozen=True)
class PeriodFacts:
    """What is stored of one period: whether it is closed, and how many communes have sent a report for it."""

    key: str
    sent: int
    closing: Closing | None

    @property
    def closed(self) -> bool:
        """Whether reports are no longer taken."""
        return self.closing is not None and self.closing.closed


@dataclass(frozen=True)
class CommuneStanding:
    """One commune in one period, as it stands at a moment."""

    place: Place
    period: Period
    document: PlanDocument
    facts: Facts | None
    extended_until: date | None
    closed: bool
    now: datetime

    @cached_property
    def today(self) -> date:
        """The day of the moment."""
        return deadlines.local_day(self.now)

    @property
    def state(self) -> ReportState | None:
        """The report's state; None where it was not begun."""
        return self.facts.state if self.facts else None

    @cached_property
    def standing(self) -> Standing:
        """What the board shows."""
        return deadlines.standing(self.state, self.period.ends_on, self.today)

    @cached_property
    def due(self) -> date:
        """The due date that holds for the commune."""
        if self.period.due_on is None:
            message = "Reports belong to quarters; a year row has no due date."
            raise ValueError(message)
        return deadlines.due_date(self.period.due_on, [self.extended_until] if self.extended_until else [])

    @property
    def first_sent_at(self) -> datetime | None:
        """When it was sent for the first time: only this counts for being in time."""
        return self.facts.first_sent_at if self.facts else None

    @property
    def sent(self) -> bool:
        """Whether anything was ever sent."""
        return self.first_sent_at is not None

    @property
    def with_city(self) -> bool:
        """Whether the last sending waits for the city or was accepted."""
        return self.state in (ReportState.SUBMITTED, ReportState.ACCEPTED)

    @property
    def nil(self) -> bool:
        """Whether the last sending was one of nothing to report."""
        return self.facts is not None and self.facts.kind == ReportKind.NIL

    @cached_property
    def timeliness(self) -> Timeliness:
        """How it stands to its due date."""
        return deadlines.timeliness(self.first_sent_at, self.due, self.now, closed=self.closed)

    @property
    def days_late(self) -> int:
        """Working days by which it came late or is overdue."""
        holidays = self.document.holidays
        return deadlines.days_late(self.first_sent_at, self.due, self.now, holidays, closed=self.closed)

    @property
    def days_left(self) -> int:
        """Working days after today until the due date."""
        return deadlines.days_left(self.due, self.today, self.document.holidays)

    @property
    def begun(self) -> bool:
        """Whether the period has begun, so that its report may be written."""
        return deadlines.can_start(self.period.starts_on, self.today)

    @property
    def sendable(self) -> bool:
        """Whether a report may be sent today."""
        return deadlines.can_send(self.period.ends_on, self.today, closed=self.closed)


@dataclass(frozen=True)
class Standings:
    """What was read of a plan's reports, from which the standing of each commune and period is told."""

    document: PlanDocument
    facts: Mapping[Key, Facts]
    extensions: Mapping[Key, date]
    periods: Mapping[str, PeriodFacts]
    now: datetime

    def of(self, place: Place, period: Period) -> CommuneStanding:
        """How one commune stands in one period."""
        key = (place.id, period.key)
        known = self.periods.get(period.key)
        return CommuneStanding(
            place=place,
            period=period,
            document=self.document,
            facts=self.facts.get(key),
            extended_until=self.extensions.get(key),
            closed=known is not None and known.closed,
            now=self.now,
        )
