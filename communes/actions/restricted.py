"""Looking at figures whose publication is restricted: allowed inside, and recorded."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit
from communes.models import Report, User
from communes.refusals import Refused


@transaction.atomic
def note_restricted_seen(*, report: Report, scope: str, by: User) -> None:
    """Record that somebody asked for a report's restricted figures; `scope` says of which sending."""
    if not by.has_perm("plans.see_restricted", report.commune):
        raise Refused(_("This step is not open to this account."))
    audit.record(
        kind="restricted.seen", by=by.pk, subject=f"communes.report:{report.pk}", data={"scope": scope}
    )
