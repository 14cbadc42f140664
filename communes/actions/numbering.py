"""Giving a report the number, day and signer of its document, which come after it was sent."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit, clock
from communes.models import Report, User
from communes.refusals import Refused
from communes.roles import Permission

_FIELDS = ("document_number", "document_date", "signer", "signer_title")


@transaction.atomic
def number_report(
    *,
    report: Report,
    document_number: str,
    document_date: date | None,
    signer: str,
    signer_title: str,
    by: User,
) -> Report:
    """Store what the clerk and the signature say of the report's document; empty values take it back.

    * allowed in every state, also after acceptance, because the document is numbered after it was signed;
    * neither reopens the report nor changes anything that was sent: it is an event of its own;
    * the same values again record nothing.
    """
    if not by.has_perm(Permission.NUMBER_REPORT, report.commune):
        raise Refused(_("This step is not open to this account."))
    if document_date and document_date > clock.today():
        raise Refused(_("The day of issue cannot lie ahead."))
    values = dict(zip(_FIELDS, (document_number, document_date, signer, signer_title), strict=True))
    stored = Report.objects.select_for_update().get(pk=report.pk)
    if all(getattr(stored, name) == value for name, value in values.items()):
        return report
    for name, value in values.items():
        setattr(stored, name, value)
        setattr(report, name, value)
    stored.save(update_fields=_FIELDS)
    audit.record(kind="report.numbered", by=by.pk, subject=f"communes.report:{report.pk}", data={})
    return report
