"""A report with everything its read page shows, found by its address for who may read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404

from bg_portal import clock
from bg_portal.periods import Quarter
from communes import answers
from communes.answers import Answer, Content
from communes.history import History, Past
from communes.models import Commune, Extension, Passage, PeriodMove, Report, Submission, User
from communes.queries.history import answer_of_reading
from communes.queries.periods import is_closed
from communes.queries.reports import permitted_commune, plan_by_slug, quarter_by_key
from communes.standing import CommuneStanding, Facts
from communes.vocabulary import MoveName, ReportKind, ReportState
from plans.document import PlanDocument
from plans.models import Period, Plan
from plans.queries import ReadingRow, document_of, latest_document, plan_document, reading_rows
from plans.vocabulary import PeriodKind, PlanState

READ = "communes.read_report"


@dataclass(frozen=True)
class Address:
    """Where a report is: plan, key of the quarter, commune, as in addresses."""

    plan: str
    period: str
    commune: str


@dataclass(frozen=True)
class Dossier:
    """A commune's report for a period, begun or not, with its course."""

    plan: Plan
    document: PlanDocument
    commune: Commune
    period: Period
    report: Report | None
    closed: bool
    passages: list[Passage]
    extensions: list[Extension]

    @property
    def submissions(self) -> list[Submission]:
        """What was sent, oldest first: every sending is one of the moves."""
        sent = {p.submission.pk: p.submission for p in self.passages if p.submission}
        return sorted(sent.values(), key=lambda submission: submission.number)

    @property
    def accepted(self) -> set[int]:
        """The keys of the submissions that were accepted."""
        return {p.submission_id for p in self.passages if p.move == MoveName.ACCEPT and p.submission_id}

    @property
    def standing(self) -> CommuneStanding:
        """How the report stands now."""
        return CommuneStanding(
            place=self.commune,
            period=self.document.period(self.period.key),
            document=self.document,
            facts=self._facts() if self.report else None,
            extended_until=self.extensions[-1].until if self.extensions else None,
            closed=self.closed,
            now=clock.now(),
        )

    def _facts(self) -> Facts | None:
        if self.report is None:
            return None
        sent, last = self.submissions, self.passages[-1] if self.passages else None
        return Facts(
            commune_id=self.commune.pk,
            period=self.period.key,
            state=ReportState(self.report.state),
            document_number=self.report.document_number,
            kind=sent[-1].kind if sent else "",
            sendings=len(sent),
            first_sent_at=sent[0].at if sent else None,
            last_sent_at=sent[-1].at if sent else None,
            entered_by=sent[-1].entered_by_id if sent else None,
            moved_at=last.at if last else None,
            comment=last.comment if last else "",
        )


@dataclass(frozen=True)
class Accepted:
    """A commune's accepted figures up to a period, as they stand now."""

    before: History
    """Of the periods before it."""
    here: dict[str, ReadingRow]
    """Of the period itself, by indicator code."""


def dossier(user: User, address: Address) -> Dossier:
    """The report at an address, begun or not. Raises Http404 where `user` may not read it or none is owed."""
    return _of_report(user, address) or _not_begun(user, address)


def _of_report(user: User, address: Address) -> Dossier | None:
    found = _report(address)
    if found is None:
        return None
    report, document, closed = found
    if not user.has_perm(READ, report.commune):
        raise Http404
    return Dossier(
        plan=report.period.plan,
        document=document_of(document),
        commune=report.commune,
        period=report.period,
        report=report,
        closed=closed,
        passages=list(_passages(report)),
        extensions=_extensions(report.commune, report.period),
    )


def _report(address: Address) -> tuple[Report, int, bool] | None:
    """The report, its plan's document (an entry's key), and whether its period is closed, in one query."""
    year, _, quarter = address.period.partition("-Q")
    if not (year.isascii() and year.isdigit() and quarter in ("1", "2", "3", "4") and len(year) == 4):
        return None
    moves = PeriodMove.objects.filter(period=OuterRef("period")).order_by("-entry__version")
    row = (
        Report.objects.select_related("commune", "period__plan", "saved_by")
        .exclude(period__plan__state=PlanState.DRAFT)
        .filter(commune__slug=address.commune, period__plan__slug=address.plan)
        .filter(period__kind=PeriodKind.QUARTER, period__year=int(year), period__quarter=int(quarter))
        .annotate(
            document=Subquery(latest_document(OuterRef("period__plan"))),
            closed=Subquery(moves.values("closed")[:1]),
        )
        .first()
    )
    return (row, row.document, bool(row.closed)) if row else None


def _passages(report: Report) -> Iterable[Passage]:
    rows = Passage.objects.filter(report=report).order_by("pk")
    return rows.select_related("by", "submission__entered_by")


def _extensions(commune: Commune, period: Period) -> list[Extension]:
    rows = Extension.objects.filter(commune=commune, period=period)
    return list(rows.select_related("by").order_by("pk"))


def _not_begun(user: User, address: Address) -> Dossier:
    commune = permitted_commune(user, address.commune, READ)
    plan = plan_by_slug(address.plan)
    period = quarter_by_key(plan, address.period)
    document = plan_document(plan)
    parts = {(part.commune, part.commune_valid_from) for part in document.participants(period.key)}
    if (commune.code, commune.valid_from) not in parts:
        raise Http404
    return Dossier(
        plan=plan,
        document=document,
        commune=commune,
        period=period,
        report=None,
        closed=is_closed(period),
        passages=[],
        extensions=_extensions(commune, period),
    )


def accepted_figures(plan: Plan, commune: Commune, period: Period) -> Accepted:
    """What stands accepted for the commune up to this period, in one query."""
    by_quarter: dict[str, dict[str, ReadingRow]] = defaultdict(dict)
    for row in reading_rows(plan, commune):
        if "-Q" in row.period and row.period <= period.key:
            by_quarter[row.period][row.indicator] = row
    here = by_quarter.pop(period.key, {})
    before = [Past(key, _answers(by_quarter[key])) for key in sorted(by_quarter)]
    return Accepted(History(tuple(before), commune.population_2009), here)


def _answers(readings: dict[str, ReadingRow]) -> dict[str, Answer]:
    return {code: answer_of_reading(code, reading) for code, reading in readings.items()}


def accepted_before(commune: Commune, period: Period) -> Content | None:
    """What the commune's last accepted report before this period said, words included."""
    row = _accepted_before(commune, period).first()
    return answers.read(row.answers) if row else None


def nil_streak(commune: Commune, period: Period) -> int:
    """How many accepted reports in a row, up to the quarter before this one, had nothing to report."""
    rows = _accepted_before(commune, period)
    kinds: dict[Quarter, str] = {}
    for year, quarter, kind in rows.values_list("report__period__year", "report__period__quarter", "kind"):
        kinds.setdefault(Quarter(year, quarter), kind)
    streak, at = 0, period.as_quarter.previous()
    while kinds.get(at) == ReportKind.NIL:
        streak, at = streak + 1, at.previous()
    return streak


def _accepted_before(commune: Commune, period: Period) -> QuerySet[Submission]:
    """The accepted submissions of earlier periods, the newest first."""
    rows = Submission.objects.filter(
        report__commune=commune,
        report__period__plan=period.plan_id,
        report__period__ends_on__lt=period.ends_on,
        passages__move=MoveName.ACCEPT,
    )
    return rows.order_by("-report__period__ends_on", "-number")
