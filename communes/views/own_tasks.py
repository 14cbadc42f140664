"""A commune's part of the desk: the report of the period at work, what else waits, what was sent."""

from __future__ import annotations

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.pieces import Task
from communes.deadlines import Timeliness
from communes.models import User
from communes.presenting.standing_words import Picture, due_line, picture, punctuality, sent_line
from communes.queries.desk import OwnDesk
from communes.roles import Permission
from communes.standing import CommuneStanding
from communes.views.steps import Step, key_of, quieter, steps
from communes.vocabulary import ReportState
from plans.models import Plan
from plans.presenting.wording import capital
from plans.words import label_of


class PeriodRow(NamedTuple):
    """One period in the list of a commune's reports."""

    name: str
    href: str
    state: Picture
    sent: str
    punctuality: str
    paper: str
    receipt: str


class OwnPart(NamedTuple):
    """What the template draws of one commune."""

    name: str
    slug: str
    title: str
    current: PeriodRow | None
    due: str
    comment: str
    steps: list[Step]
    tasks: list[Task]
    rows: list[PeriodRow]


class OwnTasks:
    """One commune's desk, for one person; `leading`: the first of the page, which has its main button."""

    def __init__(self, user: User, plan: Plan, desk: OwnDesk, *, leading: bool) -> None:
        self.leading = leading
        self.user = user
        self.plan = plan
        self.desk = desk

    def drawn(self) -> OwnPart:
        """The plain values."""
        current = self.desk.current
        return OwnPart(
            name=capital(self.desk.commune.full_name),
            slug=self.desk.commune.slug,
            title=_("Report of %(period)s") % {"period": label_of(current.period.key)} if current else "",
            current=self._row(current) if current else None,
            due=due_line(current) if current else "",
            comment=_comment(current) if current else "",
            steps=self._steps(current) if current else [],
            tasks=self._tasks(),
            rows=[self._row(row) for row in self.desk.others],
        )

    def _steps(self, current: CommuneStanding) -> list[Step]:
        found = steps(self.user, self.plan, current)
        return found if self.leading else quieter(found)

    def _tasks(self) -> list[Task]:
        """Beside the report at work: what came back, what is overdue, what lacks its document number."""
        waiting = [self._waiting(row) for row in self.desk.others if _waits(row)]
        every = [self.desk.current, *self.desk.others] if self.desk.current else self.desk.others
        return [*waiting, *(self._unnumbered(row) for row in every if self._lacks_number(row))]

    def _waiting(self, row: CommuneStanding) -> Task:
        mark, word, tone = picture(row)
        return Task(
            text=_("Report of %(period)s") % {"period": label_of(row.period.key)},
            href=reverse("report", args=key_of(self.plan, row)),
            mark=mark,
            word=word,
            tone=tone,
            note=_comment(row),
            until="" if row.sent else due_line(row),
        )

    def _lacks_number(self, row: CommuneStanding) -> bool:
        sent = row.with_city and row.facts is not None and not row.facts.document_number
        return sent and self.user.has_perm(Permission.NUMBER_REPORT, self.desk.commune)

    def _unnumbered(self, row: CommuneStanding) -> Task:
        return Task(
            text=_("Document number of the report of %(period)s") % {"period": label_of(row.period.key)},
            href=reverse("report-number", args=key_of(self.plan, row)),
            mark="act",
        )

    def _row(self, row: CommuneStanding) -> PeriodRow:
        key = key_of(self.plan, row)
        sendings = row.facts.sendings if row.facts else 0
        return PeriodRow(
            name=capital(label_of(row.period.key)),
            href=reverse("report", args=key),
            state=picture(row),
            sent=sent_line(row),
            punctuality=punctuality(row) if row.sent or row.sendable or row.closed else "",
            paper=row.facts.document_number if row.facts else "",
            receipt=reverse("receipt", args=[*key, sendings]) if sendings else "",
        )


def _waits(row: CommuneStanding) -> bool:
    """Whether a report of another period wants its commune's hand."""
    if row.state in (ReportState.RETURNED, ReportState.REOPENED):
        return True
    return row.timeliness is Timeliness.OVERDUE


def _comment(row: CommuneStanding) -> str:
    """Why the report is back with the commune."""
    back = row.facts is not None and row.facts.state in (ReportState.RETURNED, ReportState.REOPENED)
    return row.facts.comment if row.facts and back else ""
