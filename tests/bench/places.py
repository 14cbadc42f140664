"""Where the measured portals live: a folder with SQLite, or databases of a throw-away PostgreSQL."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from tests import postgres

BASE: Final = Path(__file__).resolve().parents[2]
DAY: Final = "2020-12-16"
SETTINGS: Final = {
    "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
    "PORTAL_ENV_FILE": os.devnull,
    "DEBUG": "off",
    "PORTAL_HTTPS": "off",
    "SECRET_KEY": "only-for-measures-" + "x" * 50,
    "ALLOWED_HOSTS": "127.0.0.1",
    "LOG_LEVEL": "WARNING",
}


@dataclass(frozen=True)
class Place:
    """One portal: its folder and its database."""

    engine: str
    folder: Path
    database: str
    """Its address; empty for SQLite in the folder."""

    @property
    def environment(self) -> Mapping[str, str]:
        """What its processes are started with."""
        own = {"PORTAL_VAR": str(self.folder), "DATABASE_URL": self.database}
        return {"PATH": os.environ["PATH"], **SETTINGS, **own}

    def manage(self, *command: str) -> None:
        """Run a command of manage.py."""
        self._run("manage.py", *command)

    def ask(self, *question: str) -> Any:
        """The answer of tests.bench.inside, on the demonstration day."""
        return json.loads(self._run("-m", "tests.bench.ask", *question, PORTAL_DATE=DAY).splitlines()[-1])

    def _run(self, *command: str, **more: str) -> str:
        return subprocess.run(
            [sys.executable, *command],
            cwd=BASE,
            env={**self.environment, **more},
            check=True,
            text=True,
            stdout=subprocess.PIPE,
        ).stdout

    def copy(self, name: str) -> Place:
        """Another portal with the same content."""
        folder = self.folder.with_name(f"{self.engine}-{name}")
        shutil.copytree(self.folder, folder)
        if not self.database:
            return Place(self.engine, folder, "")
        address = urlsplit(self.database)
        template = address.path.removeprefix("/")
        _create(address.query.removeprefix("host="), f'DATABASE "{name}" TEMPLATE "{template}"')
        return Place(self.engine, folder, address._replace(path=f"/{name}").geturl())


@contextmanager
def places(engine: str, folder: Path) -> Iterator[Place]:
    """A portal on that engine, which all others are copied from."""
    own = folder / engine
    own.mkdir(parents=True)
    if engine == "sqlite":
        yield Place(engine, own, "")
        return
    programs = postgres.binaries()
    if programs is None:
        raise SystemExit("Missing: apt install postgresql")
    with postgres.cluster(programs) as url:
        _create(urlsplit(url).query.removeprefix("host="), "DATABASE portal")
        yield Place(engine, own, url)


def _create(host: str, what: str) -> None:
    psql = ["psql", "--quiet", "-U", "postgres", "-d", "postgres", "-h", host]
    subprocess.run([*psql, "-c", f"CREATE {what}"], check=True)
