"""`load_plan FILE`: print how a plan's file differs from what is stored; `--commit` stores it."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext

from plans import document_toml
from plans.actions.storing import FILE, CannotStore, edited_otherwise, store_document, stored_document
from plans.document import PlanDocument
from plans.document_diff import difference
from plans.document_problems import DocumentErrors


class Command(BaseCommand):
    """Reads, checks, compares and, when told so, stores."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the file and what to do with it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--commit", action="store_true", help="store it as one ledger entry")
        parser.add_argument(
            "--overwrite", action="store_true", help="also over edits that came another way than by file"
        )
        parser.add_argument(
            "--if-absent", action="store_true", help="do nothing where the plan is stored already"
        )

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Say what would change, then change it if told so."""
        document = self._read(file)
        stored = stored_document(document.number)
        if stored and options["if_absent"]:
            return
        changes = difference(stored, document)
        for change in changes:
            self.stdout.write(str(change))
        self.stdout.write(gettext("%(n)d changes.") % {"n": len(changes)})
        if options["commit"] and changes:
            self._store(document, file, overwrite=options["overwrite"])

    def _read(self, file: Path) -> PlanDocument:
        try:
            return document_toml.read(file.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{file}: {error}") from error
        except DocumentErrors as errors:
            raise CommandError("\n".join(f"{file}: {problem}" for problem in errors.problems)) from errors

    def _store(self, document: PlanDocument, file: Path, *, overwrite: bool) -> None:
        if edited_otherwise(document.number) and not overwrite:
            message = gettext(
                "The stored plan was last edited another way than by file. "
                "Take its edits over with dump_plan, or add --overwrite to lose them."
            )
            raise CommandError(message)
        try:
            store_document(document=document, source=f"{FILE}{file.name}", cause="load_plan", by=None)
        except CannotStore as error:
            raise CommandError("\n".join(error.reasons)) from error
        self.stdout.write(self.style.SUCCESS(gettext("Stored as one ledger entry.")))
