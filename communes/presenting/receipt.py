"""The receipt of one sending: what the city has, since when, and under which reference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bg_portal.dates import format_date, format_moment, weekday_date
from bg_portal.pieces import Row, Words
from bg_portal.vietnamese import padded
from communes import answers
from communes.answers import Content
from communes.completeness import asked, overall, progress
from communes.deadlines import Timeliness, local_day
from communes.models import Report, Submission, User
from communes.notices import report_key
from communes.presenting.head import left_words, window
from communes.queries.surroundings import Surroundings
from communes.roles import Permission
from communes.vocabulary import ReportKind, ReportState
from communes.words import LABELS
from plans.document import PlanDocument
from plans.presenting.wording import capital, in_language

DIGEST_GROUP = 4


@dataclass(frozen=True)
class Receipt:
    """Everything the receipt says."""

    issuer: str
    sender: str
    period: str
    moment: str
    reference: str
    mark: str
    word: str
    rows: list[Row]
    digest: str
    next_steps: list[str]


def receipt(
    report: Report, submission: Submission, around: Surroundings, document: PlanDocument, user: User
) -> Receipt:
    """The receipt of a submission, as the reader may see it."""
    late = around.timeliness() is Timeliness.LATE
    return Receipt(
        issuer=in_language(document, "issuer"),
        sender=report.commune.full_name,
        period=report.period.label,
        moment=_moment(submission.at),
        reference=submission.reference,
        mark="late" if late else "full",
        word=capital(left_words(around, document)),
        rows=[
            *_about(report, submission, around),
            Row(_("What was sent"), contents(answers.read(submission.answers), report, document)),
            _number(report, user),
            *_people(report, submission, user),
            Row(_("Sent to"), in_language(document, "issuer")),
        ],
        digest=grouped(submission.checksum),
        next_steps=_next(report, submission, around),
    )


def _moment(at: datetime) -> str:
    """Time, weekday and day on the portal's wall clock."""
    return f"{format_moment(at).partition(',')[0]}, {weekday_date(local_day(at))}"


def _about(report: Report, submission: Submission, around: Surroundings) -> list[Row]:
    sending = _("Sending %(number)d") % {"number": submission.number}
    if submission.number < around.sendings:
        later = _("%(sending)s; the report was sent again since")
        sending = later % {"sending": sending}
    return [
        Row(_("Reporting period"), f"{capital(report.period.label)}. {window(report.period)}"),
        Row(_("Due"), _("%(day)s (24:00)") % {"day": capital(weekday_date(around.due))}),
        Row(_("Sending"), sending),
        Row(_("Kind of report"), str(LABELS[ReportKind(submission.kind)])),
        Row(_("State today"), str(LABELS[ReportState(report.state)])),
    ]


def contents(content: Content, report: Report, document: PlanDocument) -> str:
    """How much was sent: required answers, others, those without figures, explanations."""
    questions = asked(document, report.period.key)
    done = overall(progress(questions, content.answers))
    given = [content.answers[q.code] for q in questions if q.code in content.answers]
    parts = [_("%(done)d of %(total)d required answers") % {"done": done.done, "total": done.total}]
    optional = len(given) - done.done
    if optional:
        parts.append(ngettext("%(n)s other", "%(n)s others", optional) % {"n": padded(optional)})
    silent = sum(answer.value is None for answer in given)
    if silent:
        parts.append(
            ngettext("%(n)s without figures", "%(n)s without figures", silent) % {"n": padded(silent)}
        )
    explained = sum(bool(answer.note) for answer in given)
    if explained:
        words = ngettext("%(n)s explanation", "%(n)s explanations", explained)
        parts.append(words % {"n": padded(explained)})
    return "; ".join(parts)


def _number(report: Report, user: User) -> Row:
    """Number and day of the paper, with the way to enter them."""
    parts = [report.document_number, format_date(report.document_date) if report.document_date else ""]
    known: Words = ", ".join(part for part in parts if part)
    href = ""
    if user.has_perm(Permission.NUMBER_REPORT, report.commune):
        href = reverse("report-number", args=report_key(report.commune, report))
    return Row(_("Number and day of the document"), known or _("[not entered yet]"), href)


def _people(report: Report, submission: Submission, user: User) -> list[Row]:
    """Who answers for it and who sent it; by name only for those who may see names."""
    if not user.has_perm(Permission.SEE_NAMES, report.commune):
        return []
    content = answers.read(submission.answers)
    day = format_date(content.cleared_on) if content.cleared_on else ""
    signed = _("Signed on paper by") if submission.on_paper else _("Cleared by")
    sender = submission.entered_by
    return [
        Row(signed, ", ".join(filter(None, (content.cleared_by_name, content.cleared_by_title, day)))),
        Row(_("Sent by"), ", ".join(filter(None, (sender.name, sender.title)))),
    ]


def _next(report: Report, submission: Submission, around: Surroundings) -> list[str]:
    """What happens now; nothing more where the report is past it."""
    if report.state != ReportState.SUBMITTED or submission.number != around.sendings:
        return []
    steps = [
        _("A reviewer of the city checks the figures; the result stands on the desk."),
        _("If something has to be corrected, the report comes back with it; the first sending counts."),
    ]
    if not report.document_number:
        steps.append(_("Once the document has its number and day, enter them: nothing is reopened for it."))
    return steps


def grouped(checksum: str) -> str:
    """A checksum in groups that can be compared by eye."""
    return " ".join(checksum[i : i + DIGEST_GROUP] for i in range(0, len(checksum), DIGEST_GROUP))
