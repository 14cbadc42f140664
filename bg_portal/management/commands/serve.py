"""Runs the web server and the worker side by side, and ends both together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.module_loading import import_string

Processes = list[subprocess.Popen[bytes]]

START_SECONDS = 30
STOP_SECONDS = 10

# Where figures are illustrative the portal stands a fortnight before the end of the plan's last quarter.
DEMONSTRATION_DAY = "2020-12-16"


class Command(BaseCommand):
    help = "Prepares what is missing, then serves on 127.0.0.1:PORT with the worker beside it until Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reload", action="store_true", help="serve by Django's development server")

    def handle(self, *args: Any, **options: Any) -> None:
        for ending in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(ending, signal.default_int_handler)
        try:
            self.serve(int(os.environ.get("PORT", "8000")), reload=options["reload"])
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")

    def serve(self, port: int, *, reload: bool) -> None:
        refuse_taken(port)
        call_command("prepare", stdout=self.stdout)
        environment = os.environ | {"PORT": str(port), "PORTAL_DATE": believed_day()}
        processes: Processes = []
        try:
            for command in (web_command(port, reload=reload), [sys.executable, "manage.py", "work"]):
                processes.append(start(command, environment))
            wait_until_served(port, processes)
            self.stdout.write(greeting(port, environment["PORTAL_DATE"]))
            self.stdout.flush()
            raise CommandError(first_ended(processes))
        finally:
            stop(processes)


def refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise CommandError(f"Port {port} is taken. Choose another: make run PORT={port + 1}") from None


def believed_day() -> str:
    """The day to believe in, as YYYY-MM-DD; empty for the real one.

    Raises CommandError where a day is set although real figures are stored: reports would get wrong dates.
    """
    illustrative = import_string(settings.PORTAL_ILLUSTRATIVE)()
    if settings.PORTAL_DATE and not illustrative:
        raise CommandError(
            "PORTAL_DATE is for illustrative data only; this database holds real reports. Unset it."
        )
    if settings.PORTAL_DATE:
        return settings.PORTAL_DATE.isoformat()
    return DEMONSTRATION_DAY if illustrative else ""


def web_command(port: int, *, reload: bool) -> list[str]:
    if reload:
        return [sys.executable, "manage.py", "runserver", str(port)]
    return [sys.executable, "-m", "gunicorn", "--config", "python:bg_portal.serving"]


def start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """A child in a session of its own: Ctrl-C reaches us alone, and we end it in order."""
    return subprocess.Popen(  # noqa: S603
        command, cwd=settings.BASE_DIR, env=environment, start_new_session=True
    )


def wait_until_served(port: int, processes: Processes) -> None:
    end = monotonic() + START_SECONDS
    while monotonic() < end:
        if any(process.poll() is not None for process in processes):
            return
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            sleep(0.05)
        else:
            return
    raise CommandError(f"Nothing answered on port {port} within {START_SECONDS} seconds.")


def greeting(port: int, day: str) -> str:
    """What to open, as whom, and on which day the portal stands."""
    lines = ["", f"Serving on http://127.0.0.1:{port}/ (Ctrl-C ends it)"]
    if day:
        lines.append(f"Figures are illustrative; the portal stands on {day}.")
    accounts = Path(settings.VAR_DIR / "accounts.txt")
    if accounts.exists():
        lines += ["Accounts to try, kept in var/accounts.txt:", "", accounts.read_text()]
    return "\n".join(lines)


def first_ended(processes: Processes) -> str:
    """Waits until one process ends by itself, which neither ever should, and says which."""
    while True:
        for process in processes:
            if process.poll() is not None:
                return (
                    f"Ended by itself with code {process.returncode}: {' '.join(map(str, process.args[1:]))}"
                )
        sleep(0.2)


def stop(processes: Processes) -> None:
    """Asks all to end, and makes those that have not after ten seconds."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
