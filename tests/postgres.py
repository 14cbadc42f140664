"""A throw-away PostgreSQL for one command: `python -m tests.postgres pytest …`.

The server of Debian's postgresql package is started in a folder of its own on a socket only, as whoever
runs the tests, and is gone afterwards.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

DEBIAN = Path("/usr/lib/postgresql")
# Nothing here has to outlive the tests, so nothing waits for the disk.
OPTIONS = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def binaries() -> Path | None:
    """The folder of the newest server's programs, which Debian keeps off the PATH; None without a server."""
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = versions[-1] if versions else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def dropped() -> dict[str, Any]:
    """How to start PostgreSQL, which refuses to run as root: as `postgres`, or `nobody`, in root's place."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextmanager
def cluster(programs: Path) -> Iterator[str]:
    """The address of a fresh server that lives as long as the block."""
    folder = Path(tempfile.mkdtemp(prefix="portal-pg-"))
    identity = dropped()
    if identity:
        os.chown(folder, identity["user"], identity["group"])
    data, log = folder / "data", folder / "log"

    def run(*command: str | Path) -> None:
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **identity)

    try:
        run(
            programs / "initdb",
            "-D",
            data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        )
        run(programs / "pg_ctl", "-D", data, "-l", log, "-w", "-o", f"-k {folder} {OPTIONS}", "start")
        try:
            yield f"postgres://postgres@/portal?host={folder}"
        finally:
            run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    """Runs the command with TEST_DATABASE_URL set; says why it does not where there is no server."""
    programs = binaries()
    if programs is None:
        sys.stdout.write("PostgreSQL skipped: no server is installed (apt install postgresql)\n")
        return 1 if os.environ.get("CI") == "true" else 0
    with cluster(programs) as url:
        return subprocess.run(command, env=os.environ | {"TEST_DATABASE_URL": url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
