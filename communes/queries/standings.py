"""What the standing of reports is told from, read in few queries."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from bg_portal import clock
from bg_portal.periods import period_key
from communes.models import Extension, Passage, PeriodMove, Report, Submission
from communes.standing import Closing, Facts, Key, PeriodFacts, Standings
from communes.vocabulary import ReportState
from plans.document import PlanDocument
from plans.models import Period, Plan
from plans.vocabulary import PeriodKind


def standings(plan: Plan, document: PlanDocument, reports: Q) -> Standings:
    """The standings of a plan as far as the reports chosen by `reports` tell them; three queries."""
    rows = facts_of(Report.objects.filter(reports, period__plan=plan))
    return Standings(
        document=document,
        facts={(row.commune_id, row.period): row for row in rows},
        extensions=extensions_of(plan),
        periods={row.key: row for row in _periods(plan)},
        now=clock.now(),
    )


def standings_of_open_periods(plan: Plan, document: PlanDocument) -> Standings:
    """The standings in the periods that take reports today: over, and not closed; three queries."""
    known = _periods(plan)
    today = clock.today()
    taking = {row.key: row for row in known if not row.closed and document.period(row.key).ends_on < today}
    reports = Report.objects.filter(period__plan=plan, period__kind=PeriodKind.QUARTER)
    facts = [row for row in facts_of(reports) if row.period in taking]
    return Standings(
        document=document,
        facts={(row.commune_id, row.period): row for row in facts},
        extensions=extensions_of(plan),
        periods=taking,
        now=clock.now(),
    )


def in_period(key: str, report: str = "") -> Q:
    """The condition that a report belongs to the quarter of that key; `report` leads to it, as "report__"."""
    year, _, quarter = key.partition("-Q")
    return Q((f"{report}period__year", int(year)), (f"{report}period__quarter", int(quarter)))


def facts_of(reports: QuerySet[Report]) -> list[Facts]:
    """What is stored of these reports, oldest sending first, in one query."""
    sendings = Submission.objects.filter(report=OuterRef("pk"))
    last, moves = sendings.order_by("-number"), Passage.objects.filter(report=OuterRef("pk")).order_by("-pk")
    rows = reports.annotate(
        kind_sent=Subquery(last.values("kind")[:1]),
        sendings=Subquery(last.values("number")[:1]),
        first_sent_at=Subquery(sendings.order_by("number").values("at")[:1]),
        last_sent_at=Subquery(last.values("at")[:1]),
        entered_by=Subquery(last.values("entered_by")[:1]),
        moved_at=Subquery(moves.values("at")[:1]),
        comment=Subquery(moves.values("comment")[:1]),
    ).order_by("last_sent_at", "pk")
    stored = ("commune_id", "state", "document_number", "period__year", "period__quarter")
    told = ("kind_sent", "sendings", "first_sent_at", "last_sent_at", "entered_by", "moved_at", "comment")
    return [
        Facts(
            commune_id=row["commune_id"],
            period=period_key(row["period__year"], row["period__quarter"]),
            state=ReportState(row["state"]),
            document_number=row["document_number"],
            kind=row["kind_sent"] or "",
            sendings=row["sendings"] or 0,
            first_sent_at=row["first_sent_at"],
            last_sent_at=row["last_sent_at"],
            entered_by=row["entered_by"],
            moved_at=row["moved_at"],
            comment=row["comment"] or "",
        )
        for row in rows.values(*stored, *told)
    ]


def extensions_of(plan: Plan, version: int | None = None) -> dict[Key, date]:
    """The due dates granted last, by commune and period; of a version, those granted until then."""
    rows = Extension.objects.filter(period__plan=plan)
    if version is not None:
        rows = rows.filter(entry__version__lte=version)
    values = rows.order_by("entry__version").values_list(
        "commune_id", "period__year", "period__quarter", "until"
    )
    return {(commune, period_key(year, quarter)): until for commune, year, quarter, until in values}


def _periods(plan: Plan) -> list[PeriodFacts]:
    """Each quarter with its last closing and the number of communes that have sent a report."""
    moves = PeriodMove.objects.filter(period=OuterRef("pk")).order_by("-entry__version")
    first = Submission.objects.filter(number=1, report__period=OuterRef("pk")).order_by()
    rows = Period.objects.filter(plan=plan, kind=PeriodKind.QUARTER).annotate(
        sent=_count(first),
        closed=Subquery(moves.values("closed")[:1]),
        closing_at=Subquery(moves.values("at")[:1]),
        closing_by=Subquery(moves.values("by__name")[:1]),
        closing_comment=Subquery(moves.values("comment")[:1]),
    )
    return [
        PeriodFacts(
            key=row.key,
            sent=row.sent or 0,
            closing=Closing(row.closed, row.closing_at, row.closing_by, row.closing_comment)
            if row.closing_at
            else None,
        )
        for row in rows
    ]


def _count(rows: QuerySet[Submission]) -> Subquery:
    counted = rows.values("report__period").annotate(n=Count("pk"))
    return Subquery(counted.values("n"))
