"""One move of a report through the table of `communes.workflow`, for the actions that give it its meaning."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from bg_portal import audit
from bg_portal.audit import rows
from communes import words
from communes.models import Passage, Report, Submission, User
from communes.refusals import Overtaken, Refused
from communes.vocabulary import MoveName, ReportState
from communes.workflow import WRITABLE, Move, moves_named
from plans.ledger import NewReading, lock_head, write_entry
from plans.models import Entry
from plans.vocabulary import EntryKind

_CLEARANCE = ("cleared_by_name", "cleared_by_title", "cleared_on")


def locked(report: Report) -> Report:
    """The report as it is now, under the lock that every move of its plan takes first."""
    lock_head(report.period.plan)
    return (
        Report.objects.select_related("commune", "period__plan")
        .select_for_update(of=("self",))
        .get(pk=report.pk)
    )


def granted(report: Report, name: MoveName, *, by: User) -> list[Move]:
    """The plan's moves of this name that `by` may make in some state. Raises Refused where there is none."""
    named = moves_named(name, clearance_required=report.period.plan.clearance_required)
    open_to_them = [m for m in named if by.has_perm(m.permission, report.commune)]
    if not open_to_them:
        raise Refused(_("This step is not open to this account."))
    return open_to_them


def permitted(report: Report, name: MoveName, *, by: User, comment: str = "") -> Move:
    """The plan's move of this name, if `by` may make it now.

    Raises Refused where the plan has no such move, the person may not, or the reason is missing;
    Overtaken where the report is no longer in a state the move starts from.
    """
    move = next((m for m in granted(report, name, by=by) if report.state in m.sources), None)
    if move is None:
        message = _("The report is now: %(state)s. Somebody acted in the meantime; look at it again.")
        raise Overtaken(message % {"state": words.LABELS[ReportState(report.state)]})
    if move.needs_comment and not comment:
        raise Refused(_("Say what has to be corrected."))
    return move


def pass_on(
    report: Report,
    move: Move,
    *,
    by: User,
    submission: Submission | None = None,
    comment: str = "",
    kind: EntryKind = EntryKind.REPORT_MOVE,
    readings: list[NewReading] | None = None,
) -> Passage:
    """Carry out a permitted move on a locked report.

    * writes the ledger entry that gives the move its version, with readings where there are any;
    * changes the report's state and appends the passage; a clearance lapses where typing begins again;
    * records the audit event.
    """
    entry = _entry(report, move, by=by, submission=submission, kind=kind, readings=readings or [])
    before, report.state = report.state, move.target.value
    if move.target in WRITABLE:
        _lapse(report)
    report.save(update_fields=("state", *_CLEARANCE))
    passage = Passage.objects.create(
        report=report,
        submission=submission,
        entry=entry,
        move=move.name.value,
        source=before,
        target=report.state,
        by=by,
        at=entry.at,
        comment=comment,
    )
    audit.record(
        kind="report.moved",
        by=by.pk,
        subject=rows.subject(passage),
        data={
            "move": move.name.value,
            "from": before,
            "to": report.state,
            "number": submission.number if submission else 0,
            "digest": rows.digest(passage),
        },
    )
    return passage


def _lapse(report: Report) -> None:
    """What was cleared is open to typing again, so it is cleared anew before it is sent."""
    report.cleared_by_name, report.cleared_by_title, report.cleared_on = "", "", None


def _entry(
    report: Report,
    move: Move,
    *,
    by: User,
    submission: Submission | None,
    kind: EntryKind,
    readings: list[NewReading],
) -> Entry:
    return write_entry(
        plan=report.period.plan,
        kind=kind,
        by=by,
        cause=move.name.value,
        source=submission.reference if submission else "",
        readings=readings,
    )
