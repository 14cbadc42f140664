"""`load_news FILE`: keep an announcement of a file as a draft; a second run changes nothing."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plans.actions.news import start_announcement
from plans.models import Plan
from plans.news_file import read_news


class Command(BaseCommand):
    """Somebody who may publish announcements reads the draft and publishes it."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which file."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Keep the draft, or say that its plan is missing."""
        try:
            written = read_news(file)
        except Plan.DoesNotExist:
            raise CommandError("Load the plan of this announcement first.") from None
        announcement = start_announcement(uid=written.uid, content=written.content, by=None)
        self.stdout.write(f"{announcement.state}: {written.content.title_vi}")
