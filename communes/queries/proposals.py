"""Proposals that communes sent: which wait for an answer since when, and what was answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404

from communes.attention import Waiting
from communes.deadlines import local_day
from communes.models import ProposalAnswer, Report, SentProposal, Submission, User
from communes.queries.people import commune_ids
from communes.roles import ALL, Permission
from plans.models import Plan

MOST_ANSWERED = 50
"""Answered proposals that the list shows, the latest first."""


class Told(NamedTuple):
    """A proposal with its place and its last answer, if there is one."""

    pk: int
    text: str
    commune: int
    kind: str
    name_vi: str
    name_en: str
    year: int
    quarter: int
    sent_at: datetime
    """When these words were sent first."""
    answer: str
    body: str
    reply: str
    answered_at: datetime | None


def readable(user: User, plan: Plan) -> QuerySet[Any]:
    """The plan's proposals of the last sending of each report whose reports `user` may read."""
    communes = commune_ids(user, Permission.READ_REPORT)
    rows = _with_answers(_standing(plan))
    return rows if communes is ALL else rows.filter(submission__report__commune__in=communes)


def unanswered(user: User, plan: Plan) -> list[Told]:
    """Those without an answer, the oldest first."""
    return _told(readable(user, plan).filter(answered_at__isnull=True).order_by("sent_at", "pk"))


def answered(user: User, plan: Plan) -> list[Told]:
    """Those with an answer, the last answered first."""
    rows = readable(user, plan).filter(answered_at__isnull=False).order_by("-answered_at", "pk")
    return _told(rows[:MOST_ANSWERED])


def answered_since(user: User, plan: Plan, moment: datetime) -> list[Told]:
    """Those whose last answer came after that moment, the last answered first."""
    rows = readable(user, plan).filter(answered_at__gt=moment).order_by("-answered_at", "pk")
    return _told(rows[:MOST_ANSWERED])


def waiting(plan: Plan, until: datetime) -> list[Waiting]:
    """Whose proposals had no answer at that moment, and since which day; in one query."""
    rows = _standing(plan, until).filter(~Exists(_answers(until))).order_by("pk")
    values = rows.values_list("submission__report__commune_id", "sent_at")
    return [Waiting(commune, local_day(sent_at)) for commune, sent_at in values]


def answers_to(submission: Submission) -> list[Told]:
    """The proposals of a sending in its order, each with its last answer."""
    return _told(_with_answers(_first(SentProposal.objects.filter(submission=submission))).order_by("order"))


def readable_proposal(user: User, pk: int) -> SentProposal:
    """The proposal as it was sent first. Raises Http404 where there is none that `user` may read."""
    rows = SentProposal.objects.filter(repeats__isnull=True)
    found = rows.select_related("submission__report__commune", "submission__report__period__plan").filter(
        pk=pk
    )
    proposal = found.first()
    if proposal is None or not user.has_perm(Permission.READ_REPORT, proposal.submission.report.commune):
        raise Http404
    return proposal


def answers_of(proposal: SentProposal) -> list[ProposalAnswer]:
    """Everything that was answered, the first answer first."""
    return list(proposal.answers.select_related("by").order_by("pk"))


def _standing(plan: Plan, until: datetime | None = None) -> QuerySet[Any]:
    """The proposals of the last sending of each report, at a moment or now, with when each was sent first."""
    later = Submission.objects.filter(
        report=OuterRef("submission__report"), number__gt=OuterRef("submission__number")
    )
    of_plan = Report.objects.filter(pk=OuterRef("submission__report"), period__plan=plan)
    rows = SentProposal.objects.filter(Exists(of_plan))  # proposals are few: from them, not from all reports
    if until is not None:
        later, rows = later.filter(at__lte=until), rows.filter(submission__at__lte=until)
    return _first(rows.filter(~Exists(later)))


def _first(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With the number under which a proposal is answered, and when it was sent first."""
    found: QuerySet[Any] = rows.annotate(
        first=Coalesce(F("repeats_id"), F("pk")),
        sent_at=Coalesce(F("repeats__submission__at"), F("submission__at")),
    )
    return found


def _answers(until: datetime | None = None) -> QuerySet[ProposalAnswer]:
    """What was answered to a proposal, the last answer first."""
    answers = ProposalAnswer.objects.filter(proposal=OuterRef("first")).order_by("-pk")
    return answers if until is None else answers.filter(at__lte=until)


def _with_answers(rows: QuerySet[Any]) -> QuerySet[Any]:
    answers = _answers()
    found: QuerySet[Any] = rows.annotate(
        answer=Subquery(answers.values("kind")[:1]),
        body=Subquery(answers.values("body")[:1]),
        reply=Subquery(answers.values("text")[:1]),
        answered_at=Subquery(answers.values("at")[:1]),
    )
    return found


def _told(rows: QuerySet[Any]) -> list[Told]:
    place = "submission__report__commune__"
    period = "submission__report__period__"
    values = rows.values_list(
        "first",
        "text",
        f"{place}id",
        f"{place}kind",
        f"{place}name_vi",
        f"{place}name_en",
        f"{period}year",
        f"{period}quarter",
        "sent_at",
        "answer",
        "body",
        "reply",
        "answered_at",
    )
    return [Told(*row) for row in values]
