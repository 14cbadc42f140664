"""`dump_plan NUMBER`: write the stored plan to the standard output as the file that load_plan reads."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plans import document_toml
from plans.actions.storing import stored_document


class Command(BaseCommand):
    """Reads the stored plan; changes nothing."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the plan."""
        parser.add_argument("number", help="the plan's number, such as 125/KH-UBND")

    def handle(self, *args: Any, number: str, **options: Any) -> None:
        """Print the plan, or say that there is none."""
        document = stored_document(number)
        if document is None:
            raise CommandError(f"{number} is not stored.")
        self.stdout.write(document_toml.write_toml(document), ending="")
