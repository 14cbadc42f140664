"""The course of a plan's reports up to a version, read once for each version in a process."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Count

from communes.courses import Courses
from communes.models import Passage, PeriodMove
from communes.queries.standings import extensions_of
from communes.standing import Closing, Facts, Key, PeriodFacts
from communes.vocabulary import MoveName, ReportState
from plans.models import Entry, Plan
from plans.queries import readings_at
from plans.vocabulary import PeriodKind

REMEMBERED = 8
"""Versions kept in a process."""


class _Move(NamedTuple):
    """A passage, as far as the course of its report is told from it."""

    commune: int
    year: int
    quarter: int
    move: str
    target: str
    at: datetime
    kind: str | None
    entered_by: int | None

    @property
    def key(self) -> Key:
        return self.commune, f"{self.year}-Q{self.quarter}"


@lru_cache(maxsize=REMEMBERED)
def courses_at(plan: Plan, version: int) -> Courses:
    """What had been moved, extended, closed and corrected by that version; five queries."""
    moves: dict[Key, list[_Move]] = {}
    for move in _moves(plan, version):
        moves.setdefault(move.key, []).append(move)
    sent = {key: _facts(own) for key, own in moves.items() if _sendings(own)}
    return Courses(
        facts=sent,
        returns={key: _returns(own) for key, own in moves.items() if _returns(own)},
        extensions=extensions_of(plan, version),
        periods=_periods(plan, version),
        corrected=_corrected(plan, version),
        at=Entry.objects.filter(plan=plan, version=version).values_list("at", flat=True).first(),
    )


def _moves(plan: Plan, version: int) -> list[_Move]:
    rows = Passage.objects.filter(report__period__plan=plan, entry__version__lte=version)
    place = ("report__commune_id", "report__period__year", "report__period__quarter")
    told = ("move", "target", "at", "submission__kind", "submission__entered_by_id")
    return [_Move(*row) for row in rows.order_by("entry__version").values_list(*place, *told)]


def _sendings(moves: list[_Move]) -> list[_Move]:
    """The moves of something that was sent, the first one being its sending."""
    return [move for move in moves if move.kind is not None]


def _facts(moves: list[_Move]) -> Facts:
    sent, last = _sendings(moves), moves[-1]
    return Facts(
        commune_id=last.commune,
        period=last.key[1],
        state=ReportState(last.target),
        document_number="",
        kind=sent[-1].kind or "",
        sendings=sum(move.move == MoveName.SUBMIT for move in sent),
        first_sent_at=sent[0].at,
        last_sent_at=max(move.at for move in sent if move.move == MoveName.SUBMIT or move is sent[0]),
        entered_by=sent[-1].entered_by,
        moved_at=last.at,
        comment="",
    )


def _returns(moves: list[_Move]) -> list[datetime]:
    """The returns since it was accepted, of a report that is not accepted."""
    found: list[datetime] = []
    for move in moves:
        if move.move == MoveName.ACCEPT:
            found = []
        elif move.move == MoveName.RETURN:
            found.append(move.at)
    return found


def _periods(plan: Plan, version: int) -> dict[str, PeriodFacts]:
    """The quarters that were closed or opened again; of any other nothing has to be known."""
    rows = PeriodMove.objects.filter(
        period__plan=plan, period__kind=PeriodKind.QUARTER, entry__version__lte=version
    )
    values = rows.order_by("entry__version").values_list("period__year", "period__quarter", "closed", "at")
    found = {}
    for year, quarter, closed, at in values:
        key = f"{year}-Q{quarter}"
        found[key] = PeriodFacts(key, 0, Closing(closed, at, "", ""))
    return found


def _corrected(plan: Plan, version: int) -> dict[str, int]:
    rows = readings_at(plan, version).filter(supersedes__isnull=False, period__kind=PeriodKind.QUARTER)
    counted = rows.values("period__year", "period__quarter").annotate(n=Count("pk")).order_by()
    return {f"{row['period__year']}-Q{row['period__quarter']}": row["n"] for row in counted}
