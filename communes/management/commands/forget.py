"""`manage.py forget`: delete what the privacy notice says is deleted, nothing else; done every night."""

from __future__ import annotations

from io import StringIO
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from bg_portal import outbox
from plans.actions.comment_keeping import forget_comments


class Command(BaseCommand):
    """Sessions that are over, failed sign-ins, to whom old mails went, comments whose time is over."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say how much there was."""
        call_command("clearsessions")
        call_command("axes_reset", stdout=StringIO())
        self.stdout.write(f"Addressees of old mails forgotten: {outbox.forget_addressees()}")
        self.stdout.write(f"Comments emptied: {forget_comments()}")
