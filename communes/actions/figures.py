"""Taking a published figure down at once, with a reason."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit
from communes import notices
from communes.models import Report, User
from communes.refusals import Overtaken, Refused
from plans.ledger import NewReading, lock_head, write_entry
from plans.models import Entry, Indicator
from plans.queries import current_readings
from plans.vocabulary import EntryKind, NoFigure


@transaction.atomic
def withdraw_figure(*, report: Report, indicator: Indicator, reason: str, by: User) -> Entry:
    """Take one accepted figure off every page, file and answer from this moment on.

    The ledger keeps it; the next acceptance of the report puts a figure in its place.
    """
    if not by.has_perm("plans.withdraw_figure", report.commune):
        raise Refused(_("This step is not open to this account."))
    if not reason:
        raise Refused(_("Say why the figure is taken down."))
    plan = report.period.plan
    lock_head(plan)
    current = {r.indicator_id: r for r in current_readings(plan, report.commune, report.period)}
    reading = current.get(indicator.pk)
    if reading is None or reading.value is None:
        raise Overtaken(_("There is no published figure here any more."))
    withdrawn = NewReading(
        indicator_id=indicator.pk,
        commune_id=report.commune_id,
        period_id=report.period_id,
        reason=NoFigure.WITHDRAWN.value,
    )
    entry = write_entry(
        plan=plan,
        kind=EntryKind.WITHDRAWAL,
        by=by,
        cause=reason,
        source=reading.entry.source,
        readings=[withdrawn],
    )
    audit.record(
        kind="figure.withdrawn",
        by=by.pk,
        subject=f"communes.report:{report.pk}",
        data={"indicator": indicator.code},
    )
    notices.withdrawn(report, indicator, entry)
    return entry
