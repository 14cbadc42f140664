"""Runs the web server and the worker side by side, and ends both together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from bg_portal.demonstration import believed_day

Processes = dict[str, subprocess.Popen[bytes]]

MANAGE = [sys.executable, "manage.py"]
START_SECONDS = 120
STOP_SECONDS = 10


class Command(BaseCommand):
    help = "Prepares what is missing, then serves on 127.0.0.1:PORT with the worker beside it until Ctrl-C."
    requires_system_checks: list[str] = []  # the tests run them; a start should be quick

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reload", action="store_true", help="serve by Django's development server")

    def handle(self, *args: Any, **options: Any) -> None:
        for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(ending, signal.default_int_handler)
        try:
            self.serve(int(os.environ.get("PORT", "8000")), reload=options["reload"])
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")

    def serve(self, port: int, *, reload: bool) -> None:
        refuse_taken(port)
        call_command("prepare", stdout=self.stdout)
        environment = os.environ | {"PORT": str(port), "PORTAL_DATE": day_to_serve_on()}
        commands = {"web server": web_command(port, reload=reload), "worker": [*MANAGE, "work"]}
        processes: Processes = {}
        try:
            for name, command in commands.items():
                processes[name] = start(command, environment)
            wait_until_served(port, processes)
            self.stdout.write(greeting(port, environment["PORTAL_DATE"]))
            self.stdout.flush()
            while True:
                refuse_ended(processes)
                sleep(0.2)
        finally:
            stop(processes)


def refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise CommandError(f"Port {port} is taken. Choose another: make run PORT={port + 1}") from None


def day_to_serve_on() -> str:
    """YYYY-MM-DD, or empty for the real day; CommandError where a moved day would meet real reports."""
    try:
        day = believed_day()
    except ValueError as error:
        raise CommandError(str(error)) from error
    return day.isoformat() if day else ""


def web_command(port: int, *, reload: bool) -> list[str]:
    if reload:
        return [*MANAGE, "runserver", str(port)]
    return [sys.executable, "-m", "gunicorn", "--config", "python:bg_portal.serving"]


def start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """A child in a session of its own: Ctrl-C reaches us alone, and we end it in order."""
    return subprocess.Popen(  # noqa: S603
        command, cwd=settings.BASE_DIR, env=environment, start_new_session=True
    )


def wait_until_served(port: int, processes: Processes) -> None:
    end = monotonic() + START_SECONDS
    while monotonic() < end:
        refuse_ended(processes)
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


def refuse_ended(processes: Processes) -> None:
    """CommandError where a process ended by itself: one without the other is no portal."""
    for name, process in processes.items():
        if process.poll() is not None:
            raise CommandError(f"The {name} ended by itself with code {process.returncode}.")


def stop(processes: Processes) -> None:
    """Asks all to end, with whatever they started, and makes those that have not after ten seconds."""
    for process in processes.values():
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
    for process in processes.values():
        try:
            process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
