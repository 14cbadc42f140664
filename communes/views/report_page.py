"""The read page of a report: which sending is shown, what it is compared with, what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.dates import format_date, format_moment
from bg_portal.pieces import Link, Row
from communes import answers, words
from communes.answers import Content
from communes.checks import check, check_texts
from communes.deadlines import local_day
from communes.finding_words import sentence
from communes.findings import Finding, hints
from communes.models import Submission, User
from communes.presenting.course import course
from communes.presenting.head import report_title
from communes.presenting.proposals import Proposed, proposed
from communes.presenting.sheet import Beside, Correction, Sheet, corrections
from communes.presenting.standing_words import due_line, picture
from communes.queries.drafts import draft_content
from communes.queries.proposals import answers_to
from communes.queries.review import (
    Accepted,
    Dossier,
    accepted_before,
    accepted_figures,
    nil_streak,
)
from communes.roles import Permission
from communes.views.steps import key_of, quieter, steps
from communes.vocabulary import ReportKind
from plans.presenting.wording import capital
from plans.vocabulary import NoFigure
from plans.words import full_name, label_of

DRAFT = "soan"


@dataclass(frozen=True)
class Shown:
    """What of the report is shown: one of its sendings, the draft, or nothing yet."""

    content: Content | None = None
    submission: Submission | None = None

    @property
    def name(self) -> str:
        """As in the address: ?lan=2, ?lan=soan."""
        return str(self.submission.number) if self.submission else DRAFT


class ReportPage:
    """Everything the template draws of one dossier, for one reader."""

    def __init__(self, dossier: Dossier, user: User, asked: str, *, restricted: bool = False) -> None:
        self.dossier = dossier
        self.user = user
        self.key = key_of(dossier.plan, dossier.standing)
        self.shown = self._shown(asked)
        own = (Permission.WRITE_REPORT, Permission.CLEAR_REPORT)
        self.hide = not restricted and not any(user.has_perm(p, dossier.commune) for p in own)

    def _shown(self, asked: str) -> Shown:
        """The sending asked for, by default the last, before the first the draft. Raises Http404."""
        sent = {str(s.number): s for s in self.dossier.submissions}
        chosen = asked or (list(sent)[-1] if sent else DRAFT)
        if chosen in sent:
            return Shown(answers.read(sent[chosen].answers), sent[chosen])
        if asked and not (asked == DRAFT and self._may_see_draft()):
            raise Http404
        if self.dossier.report and self._may_see_draft():
            return Shown(draft_content(self.dossier.report))
        return Shown()

    def _may_see_draft(self) -> bool:
        return self.user.has_perm(Permission.READ_DRAFT, self.dossier.commune)

    def context(self) -> dict[str, Any]:
        """What the template needs."""
        dossier, standing = self.dossier, self.dossier.standing
        names = self.user.has_perm(Permission.SEE_NAMES, dossier.commune)
        city = self.user.has_perm(Permission.SEE_CITY_DESK)
        found = steps(self.user, dossier.plan, standing)
        return {
            "title": report_title(dossier.commune, dossier.period),
            "dossier": dossier,
            "crumbs": self._crumbs(city=city),
            "state": picture(standing, for_city=city),
            "due": due_line(standing),
            "steps": found,
            "steps_again": quieter(found) if self.shown.content else [],
            "course": course(dossier.passages, dossier.extensions, names=names),
            "sendings": self._sendings(),
            "facts": self._facts(names=names),
            **self._content(),
        }

    def _crumbs(self, *, city: bool) -> list[Link]:
        period = self.dossier.period.label
        here = Link(capital(full_name(self.dossier.commune)))
        desk = Link(_("Desk"), reverse("desk"))
        board = Link(
            _("Reports of %(period)s") % {"period": period}, reverse("period-desk", args=self.key[:2])
        )
        return [desk, board, here] if city else [desk, here]

    def _sendings(self) -> list[Link]:
        """The switch between sendings and the draft; empty where there is only one to see."""
        address = reverse("report", args=self.key)
        links = [
            Link(
                _("Sending %(n)d") % {"n": s.number}, f"{address}?lan={s.number}", s == self.shown.submission
            )
            for s in self.dossier.submissions
        ]
        if links and not self.dossier.standing.with_city and self._may_see_draft():
            links.append(Link(_("Being written"), f"{address}?lan={DRAFT}", self.shown.submission is None))
        return links if len(links) > 1 else []

    def _facts(self, *, names: bool) -> list[Row]:
        report, submission = self.dossier.report, self.shown.submission
        rows = [Row(_("Cut-off"), format_date(self.dossier.period.ends_on))]
        if submission:
            rows += [
                Row(_("Kind"), self._kind(submission)),
                Row(_("Sent at"), format_moment(submission.at)),
                Row(
                    _("How it came"),
                    _("on paper, entered by the city") if submission.on_paper else _("online"),
                ),
                Row(_("Reference number"), submission.reference),
            ]
        if submission and names:
            rows.append(Row(_("Entered by"), submission.entered_by.name))
            rows.append(Row(_("Cleared by"), submission.reported_by))
        if report and self.dossier.submissions:
            rows.append(
                Row(_("Document number and sign"), _paper(report.document_number, report.document_date))
            )
        return rows

    def _kind(self, submission: Submission) -> str:
        kind = str(words.LABELS[ReportKind(submission.kind)])
        if submission.kind != ReportKind.NIL:
            return kind
        streak = nil_streak(self.dossier.commune, self.dossier.period) + 1
        again = _("%(kind)s (%(n)d times in a row)") % {"kind": kind, "n": streak}
        return again if streak > 1 else kind

    def _content(self) -> dict[str, Any]:
        content = self.shown.content
        if content is None:
            return {"blocks": [], "texts": []}
        beside, text_hints = self._beside(content)
        document = self.dossier.document
        sheet = Sheet(document, content, beside, hide=self.hide)
        blocks = sheet.blocks(self.dossier.period.key)
        titles = (_("Limitations and causes"), _("Tasks for the next period"))
        return {
            "blocks": blocks,
            "accounts": sheet.accounts(),
            "texts": sheet.closing_texts(titles),
            "proposals": self._proposals(content),
            "text_hints": [sentence(finding, document) for finding in text_hints],
            "changed": [row for block in blocks for row in block.rows if row.before],
            "corrections": self._corrections(content),
            "hidden": any(row.hidden for block in blocks for row in block.rows),
            "may_ask": self.user.has_perm(Permission.SEE_RESTRICTED, self.dossier.commune),
            "restricted_href": f"{reverse('restricted', args=self.key)}?lan={self.shown.name}",
            "is_draft": self.shown.submission is None,
            "last_quarter": label_of(beside.last_quarter) if beside.last_quarter else "",
            "takes_down": bool(beside.withdraw),
            "columns": 3 + bool(beside.last_quarter) + bool(beside.withdraw),
        }

    def _proposals(self, content: Content) -> list[Proposed]:
        """What is proposed, each with the city's answer once it was sent."""
        if self.shown.submission is None or not content.proposals:
            return [Proposed(text, "", "", "", "") for text in content.proposals]
        return [proposed(one) for one in answers_to(self.shown.submission)]

    def _beside(self, content: Content) -> tuple[Beside, list[Finding]]:
        """What a sending is read beside; a draft is read alone, its form compares it."""
        submission, dossier = self.shown.submission, self.dossier
        if submission is None:
            return Beside(), []
        accepted = accepted_figures(dossier.plan, dossier.commune, dossier.period)
        period = dossier.document.period(dossier.period.key)
        day = local_day(submission.at)
        findings = check(dossier.document, period, content.answers, accepted.before, today=day)
        last = accepted.before.last
        beside = Beside(
            previous=self._content_of(submission.number - 1),
            last=last.answers if last else {},
            last_quarter=last.quarter if last else "",
            words_before=accepted_before(dossier.commune, dossier.period),
            findings=hints(findings),
            withdrawn=frozenset(c for c, r in accepted.here.items() if r.reason == NoFigure.WITHDRAWN),
            withdraw=self._withdraw(accepted),
        )
        return beside, hints(_text_findings(content))

    def _content_of(self, number: int) -> Content | None:
        found = next((s for s in self.dossier.submissions if s.number == number), None)
        return answers.read(found.answers) if found else None

    def _withdraw(self, accepted: Accepted) -> dict[str, str]:
        """Where each published figure can be taken down: only beside the sending that published it."""
        published = [s.pk for s in self.dossier.submissions if s.pk in self.dossier.accepted]
        here = self.shown.submission
        may = self.user.has_perm(Permission.WITHDRAW_FIGURE, self.dossier.commune)
        if not may or here is None or here.pk not in published[-1:]:
            return {}
        return {
            code: reverse("figure-withdraw", args=[*self.key, code])
            for code, reading in accepted.here.items()
            if reading.value is not None
        }

    def _corrections(self, content: Content) -> list[Correction]:
        """What a replacement changes of the sending that was accepted before it."""
        submission = self.shown.submission
        if submission is None or submission.kind != ReportKind.REPLACEMENT:
            return []
        replaced = [
            s
            for s in self.dossier.submissions
            if s.pk in self.dossier.accepted and s.number < submission.number
        ]
        if not replaced:
            return []
        before = answers.read(replaced[-1].answers)
        return corrections(self.dossier.document, before, content, hide=self.hide)


def _text_findings(content: Content) -> list[Finding]:
    return check_texts(
        accounts=content.accounts,
        limitations=content.limitations,
        next_tasks=content.next_tasks,
        proposals=content.proposals,
    )


def _paper(number: str, day: Any) -> str:
    """A document's number and date, or that they are still to come."""
    if not number:
        return _("not entered yet")
    return f"{number}, {format_date(day)}" if day else number
