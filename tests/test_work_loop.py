"""`manage.py work`: one round or a loop, failures logged and survived, SIGTERM ends it cleanly."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection

from bg_portal import audit
from communes.management.commands.work import DAY_SECONDS, Job, check_chain, jobs, seconds_until_night, work
from tests import factories as f

ROOT = Path(__file__).resolve().parents[1]
WAIT_SECONDS = 60


@pytest.mark.django_db(transaction=True)
def test_one_round_reminds_and_sends_and_the_next_sends_nothing() -> None:
    f.officer()
    with f.on("2018-10-03"):
        call_command("work", "--once")
        call_command("work", "--once")
    assert [message.subject for message in mail.outbox] == [
        "KH 125: báo cáo quý III/2018, phường Đa Mai: còn 02 ngày làm việc"
    ]


def test_what_fails_is_logged_and_done_again_at_its_time(caplog: pytest.LogCaptureFixture) -> None:
    tries: list[int] = []

    def fail() -> None:
        tries.append(1)
        raise RuntimeError

    job = Job("mail", fail, every=0)
    job.run_if_due()
    job.run_if_due()
    assert len(tries) == 2
    assert [record.message for record in caplog.records] == ["mail failed", "mail failed"]


def test_a_job_waits_for_its_time() -> None:
    done: list[int] = []
    job = Job("mail", lambda: done.append(1), every=60)
    for _ in range(3):
        job.run_if_due()
    assert done == [1]


def test_the_loop_ends_when_it_is_told_to() -> None:
    ending, done = Event(), Event()
    loop = Thread(target=work, args=([Job("mail", done.set, every=3600)], ending))
    loop.start()
    assert done.wait(WAIT_SECONDS)
    ending.set()
    loop.join(WAIT_SECONDS)
    assert not loop.is_alive()


@pytest.mark.parametrize(
    ("clock", "seconds"), [("01:59:00", 60), ("02:00:00", 0), ("02:00:01", DAY_SECONDS - 1)]
)
def test_the_night_is_at_two_o_clock(clock: str, seconds: int) -> None:
    assert seconds_until_night(time.strptime(clock, "%H:%M:%S")) == seconds


def test_the_chain_and_what_is_forgotten_wait_for_the_night() -> None:
    now = time.monotonic()
    due = {job.name: job.due for job in jobs()}
    assert due["mail"] <= now
    assert due["audit check"] == due["retention"]


@pytest.mark.django_db
def test_a_broken_chain_is_an_error_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with f.on("2018-10-02"):
        f.submitted(f.commune(), by=f.officer())
    caplog.set_level(logging.INFO)
    check_chain()
    assert caplog.records[-1].message == "the audit chain holds"
    assert audit.verify() is None
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_head SET last_hash = 'x'")
    check_chain()
    assert caplog.records[-1].levelname == "ERROR"


def test_sigterm_ends_the_process_cleanly(tmp_path: Path) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "bg_portal.settings",
        "PORTAL_ENV_FILE": os.devnull,
        "DEBUG": "on",
        "LOG_LEVEL": "INFO",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'portal.sqlite3'}",
    }
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "migrate", "-v", "0"], cwd=ROOT, env=environment, check=True)
    worker = subprocess.Popen([*manage, "work"], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    assert worker.stderr is not None
    assert "worker started" in worker.stderr.readline()
    worker.send_signal(signal.SIGTERM)
    _out, said = worker.communicate(timeout=WAIT_SECONDS)
    assert worker.returncode == 0
    assert "worker ended" in said
