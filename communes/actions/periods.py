"""What the city decides about due dates: an extension for one commune, the closing of a period for all."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit, clock
from bg_portal.audit import rows
from communes import notices
from communes.models import Commune, Extension, PeriodMove, User
from communes.queries.periods import due_date_of, is_closed, takes_part
from communes.refusals import Overtaken, Refused
from plans.ledger import lock_head, write_entry
from plans.models import Entry, Period
from plans.vocabulary import EntryKind


@transaction.atomic
def grant_extension(*, commune: Commune, period: Period, until: date, reason: str, by: User) -> Extension:
    """Give one commune a later due date, with the reason; the notice goes to its officers.

    Refused where nothing could be gained by it: in a closed period, and for a day that is over.
    """
    _allowed(by, "communes.extend_deadline")
    lock_head(period.plan)
    if not takes_part(commune, period):
        raise Refused(_("This commune does not take part in the plan in this period."))
    if is_closed(period):
        raise Refused(_("The city has closed this period; it has to be opened again first."))
    if until < clock.today():
        raise Refused(_("The new due date must not be over already."))
    if until <= due_date_of(commune, period):
        raise Refused(_("The new due date has to be later than the present one."))
    if not reason:
        raise Refused(_("Say why the due date is extended."))
    entry = _entry(period, by, EntryKind.EXTENSION, "extension")
    extension = Extension.objects.create(
        commune=commune, period=period, entry=entry, until=until, reason=reason, by=by, at=entry.at
    )
    audit.record(
        kind="extension.granted",
        by=by.pk,
        subject=rows.subject(extension),
        data={"until": until.isoformat(), "digest": rows.digest(extension)},
    )
    notices.extended(extension)
    return extension


def close_period(*, period: Period, comment: str, by: User) -> PeriodMove:
    """Take no more reports for the period; who may open it again is said where a commune asks."""
    return _move(period, closed=True, comment=comment, by=by)


def reopen_period(*, period: Period, comment: str, by: User) -> PeriodMove:
    """Take reports for the period again."""
    return _move(period, closed=False, comment=comment, by=by)


@transaction.atomic
def _move(period: Period, *, closed: bool, comment: str, by: User) -> PeriodMove:
    _allowed(by, "communes.close_period")
    lock_head(period.plan)
    if is_closed(period) == closed:
        raise Overtaken(_("Somebody did this in the meantime; look at the period again."))
    if not comment:
        raise Refused(_("Give the reason."))
    entry = _entry(period, by, EntryKind.REPORT_MOVE, "close" if closed else "open")
    move = PeriodMove.objects.create(
        period=period, entry=entry, closed=closed, by=by, at=entry.at, comment=comment
    )
    kind = "period.closed" if closed else "period.reopened"
    audit.record(kind=kind, by=by.pk, subject=rows.subject(move), data={"digest": rows.digest(move)})
    return move


def _entry(period: Period, by: User, kind: EntryKind, cause: str) -> Entry:
    return write_entry(plan=period.plan, kind=kind, by=by, cause=cause, source=f"period:{period.key}")


def _allowed(by: User, permission: str) -> None:
    if not by.has_perm(permission):
        raise Refused(_("This step is not open to this account."))
