"""Brings an installation to the state in which it can serve; does nothing where nothing is to be done."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

PLAN = "plans/data/125-kh-ubnd.toml"
NEWS = "plans/data/125-kh-ubnd-news.toml"
SIGNS_OF_USE = ("communes.User", "communes.Invitation", "communes.Report")


class Command(BaseCommand):
    help = "Migrates, loads communes and plan, fills an empty database, gathers static files."
    requires_system_checks: list[str] = []  # the tests run them; a start should be quick

    def handle(self, *args: Any, **options: Any) -> None:
        settings.VAR_DIR.mkdir(exist_ok=True)
        if is_unmigrated():
            self.step("Preparing the database", "migrate", verbosity=0)
        if not apps.get_model("communes.Commune").objects.exists():
            self.step("Loading the communes", "load_communes", stdout=StringIO())
        planless = not apps.get_model("plans.Plan").objects.exists()
        if planless and is_unused():
            words = "Loading Plan 125/KH-UBND and telling an illustrative story of its 17 quarters"
            self.step(f"{words} (a minute or so)", "illustrate")
        elif planless:
            plan = str(settings.BASE_DIR / PLAN)
            self.step("Loading Plan 125/KH-UBND", "load_plan", plan, "--commit", stdout=StringIO())
            news = str(settings.BASE_DIR / NEWS)
            self.step("Drafting the announcement of its adoption", "load_news", news, stdout=StringIO())
        if not settings.DEBUG and static_files_changed():
            self.step("Gathering static files", "collectstatic", "--noinput", "--clear", verbosity=0)
            static_stamp().touch()

    def step(self, words: str, command: str, *args: str, **options: Any) -> None:
        """Runs one command between a line that says what is going on and one that says how long it took."""
        self.stdout.write(f"{words} …")
        self.stdout.flush()
        start = perf_counter()
        call_command(command, *args, **options)
        self.stdout.write(f"  done in {perf_counter() - start:.1f} s")


def is_unmigrated() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_unused() -> bool:
    """Whether nobody was let in and nothing was reported: only then may illustrative data come in."""
    return not any(apps.get_model(name).objects.exists() for name in SIGNS_OF_USE)


def static_stamp() -> Path:
    return Path(settings.VAR_DIR / "static-gathered")


def static_files_changed() -> bool:
    """Whether a file of our own is newer than the last gathering, or a package brought other files."""
    stamp = static_stamp()
    if not stamp.exists() or not Path(settings.STATIC_ROOT).is_dir():
        return True
    sources = [settings.BASE_DIR / "requirements.txt", *(settings.BASE_DIR / "static").rglob("*")]
    return any(path.stat().st_mtime > stamp.stat().st_mtime for path in sources)
