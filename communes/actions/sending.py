"""From a checked draft to a frozen submission with its receipt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit, clock
from bg_portal.audit import rows
from communes import answers, deadlines, notices
from communes.actions.moves import granted, locked, pass_on, permitted
from communes.actions.proposals import note_proposals
from communes.answers import Content
from communes.models import Passage, Report, Submission, User
from communes.queries.checks import check_draft
from communes.queries.drafts import draft_content
from communes.queries.periods import is_closed
from communes.queries.submissions import last_submission
from communes.refusals import Overtaken, Refused
from communes.vocabulary import MoveName, ReportState
from plans.models import Plan

MOST_OF_SLUG: Final = 40
"""Letters of a slug in a reference, so that the whole of it fits its column."""


@dataclass(frozen=True)
class Clearance:
    """Who in the commune's leadership cleared the report before it is sent."""

    name: str
    title: str
    on: date


@transaction.atomic
def clear_report(*, report: Report, checked: str, by: User) -> Passage:
    """The commune leader clears the draft as shown (`checked`: its mark), where the plan asks for it."""
    report = locked(report)
    move = permitted(report, MoveName.CLEAR, by=by)
    _ready(report, checked)
    report.cleared_by_name, report.cleared_by_title = by.name, by.title
    report.cleared_on = clock.today()
    report.save(update_fields=("cleared_by_name", "cleared_by_title", "cleared_on"))
    passage = pass_on(report, move, by=by)
    notices.moved(passage)
    return passage


@transaction.atomic
def recall_report(*, report: Report, by: User) -> Passage:
    """Take a cleared report back to mend a slip; it is cleared again afterwards."""
    report = locked(report)
    passage = pass_on(report, permitted(report, MoveName.RECALL, by=by), by=by)
    notices.moved(passage)
    return passage


@transaction.atomic
def submit_report(*, report: Report, checked: str, clearance: Clearance | None, by: User) -> Submission:
    """Freeze the draft as it was checked and send it to the city.

    * `checked` is the mark of the draft on the check page; one changed, sent or returned since is refused;
    * a reviewer may send what came on paper, on the commune's behalf; another reviewer accepts it;
    * the same content sent twice gives the same submission, so a second click shows the first receipt;
    * refuses before the day after the cut-off, in a closed period, and while anything is missing.
    """
    report = locked(report)
    granted(report, MoveName.SUBMIT, by=by)
    content = draft_content(report)
    final = _cleared(content, clearance)
    sent = last_submission(report)
    same = sent is not None and sent.checksum == answers.checksum(answers.canonical(final))
    if sent is not None and same and report.state == ReportState.SUBMITTED:
        return sent
    move = permitted(report, MoveName.SUBMIT, by=by)
    _open(report)
    _ready(report, checked)
    typed = content.cleared_on is None
    if not (final.cleared_by_name and final.cleared_on) or (typed and not final.cleared_by_title):
        raise Refused(_("Say who cleared the report: name, position, day."))
    submission = _freeze(report, final, by=by, number=sent.number + 1 if sent else 1)
    notices.moved(pass_on(report, move, by=by, submission=submission))
    return submission


def _cleared(content: Content, clearance: Clearance | None) -> Content:
    """Who cleared it, as typed; where the leader cleared it in the portal, that stands."""
    if clearance is None or content.cleared_on:
        return content
    return replace(
        content,
        cleared_by_name=clearance.name,
        cleared_by_title=clearance.title,
        cleared_on=clearance.on,
    )


def _open(report: Report) -> None:
    if not deadlines.can_send(report.period.ends_on, clock.today()):
        message = _("The report can be sent from the day after the cut-off, %(day)s.")
        raise Refused(message % {"day": report.period.ends_on.strftime("%d/%m/%Y")})
    if is_closed(report.period):
        raise Refused(_("The city has closed this period; a reviewer can open it again."))


def _ready(report: Report, checked: str) -> None:
    content = draft_content(report)
    if answers.mark(content, report.submissions.count()) != checked:
        raise Overtaken(
            _("The report was changed, sent or returned after it was checked. Check it again before sending.")
        )
    if not check_draft(report, content).readiness.ready:
        raise Refused(_("Some answers are missing or have to be mended before the report can be sent."))


def _freeze(report: Report, content: Content, *, by: User, number: int) -> Submission:
    text = answers.canonical(content)
    submission = Submission.objects.create(
        report=report,
        number=number,
        reference=reference(report, number),
        kind=report.kind,
        answers=text,
        checksum=answers.checksum(text),
        plan_version=report.period.plan.head.version,
        entered_by=by,
        reported_by=", ".join(filter(None, (content.cleared_by_name, content.cleared_by_title))),
        on_paper=not by.has_perm("communes.write_report", report.commune),
        at=clock.now(),
    )
    note_proposals(submission, content.proposals)
    audit.record(
        kind="submission.sent",
        by=by.pk,
        subject=rows.subject(submission),
        data={"number": number, "checksum": submission.checksum, "digest": rows.digest(submission)},
    )
    if submission.on_paper:
        audit.record(kind="paper.entered", by=by.pk, subject=f"communes.submission:{submission.pk}", data={})
    return submission


def reference(report: Report, number: int) -> str:
    """The portal's own reference (mã tra cứu): plan, period, commune, sending; never the report's number."""
    period = report.period.key.replace("-", "")
    return f"{_sign(report.period.plan)}.{period}.{report.commune.code}.{number}"


def _sign(plan: Plan) -> str:
    """How its slug begins; where plans loaded before it begin so too, with its number among them: 125-2.

    A slug stays what it was, and no sign of one beginning has a hyphen of its own, so none is given twice.
    """
    own = _beginning(plan.slug)
    earlier = Plan.objects.filter(pk__lt=plan.pk, slug__startswith=own).values_list("slug", flat=True)
    place = 1 + sum(_beginning(slug) == own for slug in earlier)
    return own.upper() if place == 1 else f"{own.upper()}-{place}"


def _beginning(slug: str) -> str:
    return slug.split("-", maxsplit=1)[0][:MOST_OF_SLUG]
