"""A served portal, as in production: gunicorn with two processes of four threads, asked by wrk."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from time import sleep
from typing import Final

from tests.bench.places import BASE, DAY, Place

CONNECTIONS: Final = 8
"""As many as the two processes have threads."""
UNITS: Final = {"us": 0.001, "ms": 1.0, "s": 1000.0}
LOAD: Final = re.compile(r"(\d+(?:\.\d+)?)(us|ms|s)\b")


@dataclass(frozen=True)
class Served:
    """A portal that answers on a port of this machine."""

    port: int
    process: subprocess.Popen[bytes]

    def get(self, path: str, headers: Mapping[str, str]) -> tuple[int, Mapping[str, str], int]:
        """Status, headers and bytes of one answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=600)
        connection.request("GET", path, headers=dict(headers))
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), len(answer.read())

    def load(self, path: str, headers: Mapping[str, str], seconds: int) -> dict[str, float]:
        """Answers a second, and milliseconds that half and 99 of 100 of them took."""
        asked = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
        address = f"http://127.0.0.1:{self.port}{path}"
        command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "--timeout", "60s"]
        said = subprocess.run([*command, *asked, address], check=True, text=True, capture_output=True).stdout
        if "Non-2xx" in said:
            raise SystemExit(f"{path} was refused under load:\n{said}")
        return {
            "per_second": float(_after("Requests/sec:", said)),
            "p50": _milliseconds(_after("\n     50%", said)),
            "p99": _milliseconds(_after("\n     99%", said)),
        }

    def megabytes(self) -> float:
        """Memory of all its processes; what they share counts once."""
        pids = [self.process.pid, *_children(self.process.pid)]
        rollups = (Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in pids)
        return sum(int(_after("Pss:", text)) for text in rollups) / 1024


@contextmanager
def served(place: Place) -> Iterator[Served]:
    """Serve it until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**place.environment, "PORTAL_DATE": DAY, "PORT": str(port)}
    command = [sys.executable, "-m", "gunicorn", "--config", "python:bg_portal.serving"]
    process = subprocess.Popen(command, cwd=BASE, env=environment)
    try:
        while not _answers(port):
            if process.poll() is not None:
                raise SystemExit("The portal did not start.")
            sleep(0.1)
        yield Served(port, process)
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _after(word: str, text: str) -> str:
    return text.split(word, 1)[1].split(maxsplit=1)[0]


def _milliseconds(text: str) -> float:
    found = LOAD.fullmatch(text)
    assert found, text
    return float(found[1]) * UNITS[found[2]]


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
