"""One command serves the portal with the worker beside it, and Ctrl-C ends everything it started."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

import pytest
from django.conf import settings

pytestmark = pytest.mark.sqlite  # an installation of its own in a folder, whatever the tests run on

MANAGE = [sys.executable, "manage.py"]
WAIT_SECONDS = 150


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A migrated installation in which somebody has been invited, so that nothing illustrative comes in."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        "PATH": os.environ["PATH"],
        "PORTAL_ENV_FILE": os.devnull,
        "PORTAL_VAR": str(tmp_path),
        "PORTAL_HTTPS": "off",
        "SECRET_KEY": "s" * 60,
        "ALLOWED_HOSTS": "127.0.0.1",
        "LOG_LEVEL": "WARNING",
        "PORT": str(port),
    }
    for command in (["migrate", "--verbosity=0"], ["invite", "quantri@example.vn", "--role=administrator"]):
        subprocess.run(
            [*MANAGE, *command], cwd=settings.BASE_DIR, env=environment, check=True, capture_output=True
        )
    return environment


@pytest.fixture
def serving(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*MANAGE, "serve"], cwd=settings.BASE_DIR, env=environment, text=True, stdout=subprocess.PIPE
    )
    yield process
    if process.poll() is None:
        process.kill()
    process.communicate()


def page(port: str, path: str) -> tuple[int, str]:
    try:
        with build_opener(ProxyHandler({})).open(
            f"http://127.0.0.1:{port}{path}", timeout=WAIT_SECONDS
        ) as response:
            return response.status, response.read().decode()
    except HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.read().decode()


def lines_until(process: subprocess.Popen[str], words: str) -> str:
    """What the command said until it said `words`."""
    assert process.stdout is not None
    said = ""
    while words not in said:
        line = process.stdout.readline()
        assert line, f"ended without saying {words!r}: {said}"
        said += line
    return said


def left_over(folder: str) -> list[str]:
    """The processes that still run for the installation in this folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if f"PORTAL_VAR={folder}".encode() in (entry / "environ").read_bytes():
                found.append((entry / "cmdline").read_text().replace("\0", " "))
        except OSError:
            continue
    return found


def test_serving_begins_with_one_command_and_ends_with_ctrl_c(
    serving: subprocess.Popen[str], environment: dict[str, str]
) -> None:
    said = lines_until(serving, "Serving on")
    assert "Loading Plan 125/KH-UBND" in said
    port = environment["PORT"]
    assert "125/KH-UBND" in page(port, "/")[1]
    assert page(port, "/readyz") == (200, "ready\n")
    assert any("manage.py work" in line for line in left_over(environment["PORTAL_VAR"]))
    serving.send_signal(signal.SIGINT)
    assert serving.wait(timeout=WAIT_SECONDS) == 0
    end = monotonic() + WAIT_SECONDS
    while left_over(environment["PORTAL_VAR"]) and monotonic() < end:
        sleep(0.1)
    assert left_over(environment["PORTAL_VAR"]) == []


def test_a_taken_port_is_named_before_anything_else(environment: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(environment["PORT"])))
        taken.listen()
        result = subprocess.run(
            [*MANAGE, "serve"],
            cwd=settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert result.returncode == 1
    assert f"Port {environment['PORT']} is taken" in result.stderr
    assert result.stdout == ""


def test_a_moved_day_is_refused_where_figures_are_real(environment: dict[str, str]) -> None:
    result = subprocess.run(
        [*MANAGE, "serve"],
        cwd=settings.BASE_DIR,
        env=environment | {"PORTAL_DATE": "2020-12-16"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "PORTAL_DATE is for illustrative data only" in result.stderr
