"""What the city does with a sent report: accept it, return it, or reopen an accepted one."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from communes import answers, notices
from communes.actions.moves import locked, pass_on, permitted
from communes.answers import Answer
from communes.models import Passage, Report, Submission, User
from communes.queries.submissions import last_submission
from communes.refusals import Overtaken, Refused
from communes.vocabulary import MoveName, ReportKind
from plans.ledger import NewReading
from plans.models import Indicator
from plans.queries import current_readings
from plans.vocabulary import EntryKind, NoFigure, RecordedBy


@transaction.atomic
def accept_submission(*, submission: Submission, by: User) -> Passage:
    """Accept what was sent: its answers become readings, and pages show them from now on.

    * refuses who sent it or ever saved anything of it: nobody accepts what they wrote;
    * supersedes readings only where value, reason or document changed;
    * an answer that was accepted before and is blank now is superseded as left blank.
    """
    report = locked(submission.report)
    move = permitted(report, MoveName.ACCEPT, by=by)
    _still_last(submission, report)
    if submission.entered_by_id == by.pk or report.writers.contains(by):
        raise Refused(_("Nobody accepts what they wrote: another reviewer has to accept this report."))
    passage = pass_on(
        report,
        move,
        by=by,
        submission=submission,
        kind=EntryKind.ACCEPTANCE,
        readings=readings_of(submission, report),
    )
    notices.moved(passage)
    return passage


@transaction.atomic
def return_submission(*, submission: Submission, by: User, comment: str) -> Passage:
    """Send the report back for correction, with the reason; published figures stay as they are."""
    report = locked(submission.report)
    move = permitted(report, MoveName.RETURN, by=by, comment=comment)
    _still_last(submission, report)
    passage = pass_on(report, move, by=by, submission=submission, comment=comment)
    notices.moved(passage)
    return passage


@transaction.atomic
def reopen_report(*, report: Report, by: User, comment: str) -> Passage:
    """Open an accepted report for correction; what was accepted stands until the replacement is accepted."""
    report = locked(report)
    move = permitted(report, MoveName.REOPEN, by=by, comment=comment)
    report.kind = ReportKind.REPLACEMENT.value
    report.save(update_fields=("kind",))
    passage = pass_on(report, move, by=by, submission=last_submission(report), comment=comment)
    notices.moved(passage)
    return passage


def _still_last(submission: Submission, report: Report) -> None:
    last = last_submission(report)
    if last is None or last.pk != submission.pk:
        raise Overtaken(_("The commune has sent the report again since this page was opened."))


def readings_of(submission: Submission, report: Report) -> list[NewReading]:
    """The readings that accepting this submission writes."""
    content = answers.read(submission.answers)
    accepted = {r.indicator_id for r in current_readings(report.period.plan, report.commune, report.period)}
    indicators = Indicator.objects.filter(plan=report.period.plan, recorded_by=RecordedBy.COMMUNE)
    return [
        _reading(report, indicator.pk, content.answers.get(indicator.code))
        for indicator in indicators
        if indicator.code in content.answers or indicator.pk in accepted
    ]


def _reading(report: Report, indicator_id: int, answer: Answer | None) -> NewReading:
    place = (indicator_id, report.commune_id, report.period_id)
    if answer is None:
        return NewReading(*place, reason=NoFigure.BLANK.value)
    return NewReading(
        *place,
        value=answer.value,
        reason=answer.reason,
        document_number=answer.document_number,
        document_date=answer.document_date,
        valid_until=answer.valid_until,
    )
