"""`manage.py work`: send what waits, remind, publish what is due; at night check the chain and forget."""

from __future__ import annotations

import logging
import signal
import time
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass, field
from io import StringIO
from threading import Event
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

from bg_portal import audit, outbox
from communes.reminders import put_reminders
from plans.actions.comment_notices import remind_of_comments
from plans.actions.news import publish_due
from plans.actions.pictures import forget_unused_pictures

SEND_EVERY = 5
PUBLISH_EVERY = 30
REMIND_EVERY = 600
"""Seconds of real time: whatever day the portal believes it is, the worker turns at the same speed."""
NIGHT_HOUR = 2
DAY_SECONDS = 24 * 3600

log = logging.getLogger(__name__)


@dataclass
class Job:
    """Something to be done again and again; `due` is a reading of the monotonic clock, in seconds."""

    name: str
    do: Callable[[], object]
    every: int
    due: float = field(default=0.0)

    def run(self) -> None:
        """Do it; what fails is logged, and tried again at its next time."""
        try:
            self.do()
        except Exception:
            log.exception("%s failed", self.name)

    def run_if_due(self) -> None:
        """Do it when its time has come, and set the next one."""
        if self.due <= time.monotonic():
            self.run()
            self.due = time.monotonic() + self.every


class Command(BaseCommand):
    """Works until it is told to end; with `--once` does everything one time."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Once, or for ever."""
        parser.add_argument("--once", action="store_true", help="do everything that is due one time and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        """Run the jobs; SIGTERM and Ctrl-C end the loop after the job that is being done."""
        if once:
            for job in jobs():
                job.run()
            return
        ending = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: ending.set())
        work(jobs(), ending)


def jobs() -> list[Job]:
    """Everything the worker does; reminders come first, so that they go out in the same round."""
    night = time.monotonic() + seconds_until_night(time.localtime())
    return [
        Job("reminders", remind, REMIND_EVERY),
        Job("announcements", publish_due, PUBLISH_EVERY),
        Job("mail", send_all, SEND_EVERY),
        Job("audit check", check_chain, DAY_SECONDS, due=night),
        Job("missed audit check", check_chain_if_missed, DAY_SECONDS),
        Job("retention", forget, DAY_SECONDS, due=night),
        Job("pictures", forget_unused_pictures, DAY_SECONDS, due=night),
    ]


def work(todo: list[Job], ending: Event) -> None:
    """Do each job at its time until `ending` is set."""
    log.info("worker started")
    while not ending.is_set():
        close_old_connections()
        for job in todo:
            if not ending.is_set():
                job.run_if_due()
        ending.wait(max(0.0, min(job.due for job in todo) - time.monotonic()))
    log.info("worker ended")


def seconds_until_night(now: time.struct_time) -> int:
    """Until two o'clock in the portal's time zone, when nobody waits for the database."""
    passed = now.tm_hour * 3600 + now.tm_min * 60 + now.tm_sec
    return (NIGHT_HOUR * 3600 - passed) % DAY_SECONDS


def remind() -> None:
    """Put the reminders of today into the outbox."""
    log.debug("%s reports to remind of", put_reminders())
    log.debug("%s comments to remind of", remind_of_comments())


def send_all() -> None:
    """Send mail until none is due that can be sent."""
    while sent := outbox.send_due():
        log.info("%s mails sent", sent)


def check_chain() -> None:
    """Check the audit chain and what it vouches for; a break is an error in the log."""
    broken = audit.check()
    if broken:
        log.error("the audit chain is broken: %s", broken)
    else:
        log.info("the audit chain holds")


def check_chain_if_missed() -> None:
    """Make up for the check of a night in which the worker did not run."""
    if audit.is_missed():
        check_chain()


def forget() -> None:
    """Keep to the privacy notice."""
    call_command("forget", stdout=StringIO())
