"""What surrounds a report, in one query: when it is due, whether it may be sent, what was sent before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from bg_portal import clock
from bg_portal.periods import period_key
from communes import answers, deadlines
from communes.answers import Content
from communes.deadlines import Timeliness
from communes.models import Extension, Passage, PeriodMove, Report, Submission
from communes.vocabulary import MoveName
from plans.document import PlanDocument


@dataclass(frozen=True)
class Closing:
    """The city's closing of a period: when, by whom, why."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True)
class Surroundings:
    """The circumstances of one report at this moment."""

    due: date
    closing: Closing | None
    """How the period was closed for reports; None while it is open."""
    first_sent_at: datetime | None
    sendings: int
    last_answers: str
    """The canonical content of the report's own last sending; empty before the first."""
    previous_period: str
    """Key of the last earlier period that the commune has sent a report for; empty where there is none."""
    previous_answers: str
    last_comment: str
    """Why the report went back last; empty where it never did."""

    @property
    def closed(self) -> bool:
        """Whether the period takes no reports now."""
        return self.closing is not None

    @property
    def previous(self) -> Content | None:
        """What was sent for that earlier period."""
        return answers.read(self.previous_answers) if self.previous_answers else None

    @property
    def last(self) -> Content | None:
        """What was sent of this report last."""
        return answers.read(self.last_answers) if self.last_answers else None

    def timeliness(self) -> Timeliness:
        """How the report stands to its due date now."""
        return deadlines.timeliness(self.first_sent_at, self.due, clock.now(), closed=self.closed)

    def days_late(self, document: PlanDocument) -> int:
        """Working days by which it came late or is overdue; 0 in every other case."""
        return deadlines.days_late(
            self.first_sent_at, self.due, clock.now(), document.holidays, closed=self.closed
        )

    def days_left(self, document: PlanDocument) -> int:
        """Working days until the due date."""
        return deadlines.days_left(self.due, clock.today(), document.holidays)


_COLUMNS = (
    "extended",
    "closed",
    "closed_at",
    "closed_by",
    "closed_because",
    "first_sent_at",
    "sendings",
    "last_answers",
    "previous_year",
    "previous_quarter",
    "previous_answers",
    "last_comment",
)


def surroundings(report: Report) -> Surroundings:
    """The circumstances of a stored report. Raises ValueError for a period that takes no reports."""
    own = Submission.objects.filter(report=OuterRef("pk"))
    row = (
        Report.objects.filter(pk=report.pk)
        .annotate(
            extended=Subquery(_extensions().values("until")[:1]),
            closed=Subquery(_period_moves().values("closed")[:1]),
            closed_at=Subquery(_period_moves().values("at")[:1]),
            closed_by=Subquery(_period_moves().values("by__name")[:1]),
            closed_because=Subquery(_period_moves().values("comment")[:1]),
            first_sent_at=Subquery(own.order_by("number").values("at")[:1]),
            sendings=Subquery(own.order_by("-number").values("number")[:1]),
            last_answers=Subquery(own.order_by("-number").values("answers")[:1]),
            previous_year=Subquery(_earlier().values("report__period__year")[:1]),
            previous_quarter=Subquery(_earlier().values("report__period__quarter")[:1]),
            previous_answers=Subquery(_earlier().values("answers")[:1]),
            last_comment=Subquery(_back().values("comment")[:1]),
        )
        .values(*_COLUMNS)
        .get()
    )
    return _as_value(report, row)


def _as_value(report: Report, row: Mapping[str, Any]) -> Surroundings:
    due = row["extended"] or report.period.due_on
    if due is None:
        message = "Reports belong to quarters; a year row has no due date."
        raise ValueError(message)
    return Surroundings(
        due=due,
        closing=_closing(row),
        first_sent_at=row["first_sent_at"],
        sendings=row["sendings"] or 0,
        last_answers=row["last_answers"] or "",
        previous_period=period_key(row["previous_year"], row["previous_quarter"])
        if row["previous_year"]
        else "",
        previous_answers=row["previous_answers"] or "",
        last_comment=row["last_comment"] or "",
    )


def _closing(row: Mapping[str, Any]) -> Closing | None:
    if not row["closed"]:
        return None
    return Closing(row["closed_at"], row["closed_by"], row["closed_because"])


def _extensions() -> QuerySet[Extension]:
    """Of the outer report's commune and period, the last one first."""
    rows = Extension.objects.filter(commune=OuterRef("commune"), period=OuterRef("period"))
    return rows.order_by("-entry__version")


def _period_moves() -> QuerySet[PeriodMove]:
    return PeriodMove.objects.filter(period=OuterRef("period")).order_by("-entry__version")


def _back() -> QuerySet[Passage]:
    """The moves by which the outer report went back to the commune, the last one first."""
    moves = (MoveName.RETURN.value, MoveName.REOPEN.value)
    return Passage.objects.filter(report=OuterRef("pk"), move__in=moves).order_by("-entry__version")


def _earlier() -> QuerySet[Submission]:
    """What the outer report's commune sent for earlier periods of the plan, the latest first."""
    of_plan = Submission.objects.filter(
        report__commune=OuterRef("commune"), report__period__plan=OuterRef("period__plan")
    )
    year, quarter = OuterRef("period__year"), OuterRef("period__quarter")
    before = Q(report__period__year__lt=year) | Q(
        report__period__year=year, report__period__quarter__lt=quarter
    )
    newest_first = (F("report__period__year").desc(), F("report__period__quarter").desc(), F("number").desc())
    return of_plan.filter(before).order_by(*newest_first)
