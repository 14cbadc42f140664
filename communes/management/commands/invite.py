"""Invites somebody from the command line: how the first administrator comes in."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bg_portal import clock, demonstration
from bg_portal.dates import format_date
from communes.actions.people import invite_person
from communes.forms.people import InviteForm
from communes.people_mail import join_link
from communes.queries.people import communes_at_work
from communes.refusals import Refused
from communes.roles import Role


class Command(BaseCommand):
    help = "Invite an e-mail address to a role; prints the one-time link and mails it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="e-mail address")
        parser.add_argument("--role", required=True, choices=[role.value for role in Role])
        parser.add_argument(
            "--commune",
            action="append",
            default=[],
            metavar="CODE",
            help="official code; may be given several times",
        )
        parser.add_argument(
            "--from", dest="starts_on", metavar="DAY", help="first day, day/month/year; default: today"
        )
        parser.add_argument("--to", dest="ends_on", metavar="DAY", help="last day, day/month/year")
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES], default="vi")

    def handle(self, *args: Any, **options: Any) -> None:
        form = _form(options)
        if not form.is_valid():
            faults = [f"{field}: {'; '.join(map(str, errors))}" for field, errors in form.errors.items()]
            raise CommandError("\n".join(faults))
        email, language = form.cleaned_data["email"], options["language"]
        try:
            _invitation, token = invite_person(email=email, grant=form.grant(), by=None, language=language)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(join_link(token, language))
        self.stderr.write(
            f"Works once, for {settings.INVITATION_DAYS} days. A mail to {email} waits in the outbox."
        )


def _form(options: dict[str, Any]) -> InviteForm:
    """The same form as on the page, so that the same rules hold."""
    codes = set(options["commune"])
    communes = {commune.code: commune.slug for commune in communes_at_work().filter(code__in=codes)}
    unknown = sorted(codes - set(communes))
    if unknown:
        raise CommandError(f"No commune of the plan has the code {', '.join(unknown)}.")
    # Where the data are illustrative, the served pages stand on an earlier day than this command.
    first_day = min(clock.today(), demonstration.believed_day() or clock.today())
    return InviteForm(
        {
            "email": options["address"],
            "role": options["role"],
            "communes": list(communes.values()),
            "starts_on": options["starts_on"] or format_date(first_day),
            "ends_on": options["ends_on"] or "",
        }
    )
