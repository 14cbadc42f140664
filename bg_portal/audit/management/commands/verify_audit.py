"""Check the audit chain, the records it vouches for and the triggers that guard them."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils.translation import gettext as _

from bg_portal import append_only, audit
from bg_portal.audit.models import Head


class Command(BaseCommand):
    help = "Checks the audit chain; names the first broken event and exits with 1 where it does not hold."

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError (exit 1) with the first thing that is wrong."""
        broken = audit.check()
        if broken:
            raise CommandError(_("The audit chain is broken: %(broken)s.") % {"broken": broken})
        missing = append_only.triggers_missing(connection)
        if missing:
            raise CommandError(_("Missing in the database: %(names)s.") % {"names": ", ".join(missing)})
        head = Head.objects.get()
        self.stdout.write(
            _("The audit chain holds: %(count)s events, last hash %(hash)s.")
            % {"count": head.count, "hash": head.last_hash}
        )
