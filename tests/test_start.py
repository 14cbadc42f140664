"""With DEBUG off the portal starts only when told what it must know, and says in words what that is."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "PORTAL_ENV_FILE": os.devnull,
    "SECRET_KEY": "yY3l8vX0qGZ4mR7wK1sT9uB2nC5dF6hJ8pL0aE3iO7zQ4xV1rN6tM9kS2gW5bD8cH",
    "ALLOWED_HOSTS": "portal.example.vn",
    "DATABASE_URL": "sqlite:///:memory:",
}


def manage(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """manage.py in an environment that holds nothing but what is given."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-W", "error", "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_a_missing_setting_stops_the_start_with_a_paragraph(missing: str) -> None:
    result = manage("check", **{**PRODUCTION, missing: ""})
    assert result.returncode == 1
    assert f"{missing} is not set" in result.stderr
    assert ".env.example" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_day_that_is_none_stops_the_start() -> None:
    result = manage("check", **PRODUCTION, PORTAL_DATE="16/12/2020")
    assert result.returncode == 1
    assert "PORTAL_DATE must be a day written as YYYY-MM-DD" in result.stderr


def test_a_database_that_is_neither_of_the_two_stops_the_start() -> None:
    result = manage("check", **{**PRODUCTION, "DATABASE_URL": "mysql://localhost/portal"})
    assert result.returncode == 1
    assert "DATABASE_URL must begin with postgres:// or sqlite:///" in result.stderr


def test_the_check_for_production_has_nothing_to_say() -> None:
    result = manage("check", "--deploy", "--fail-level", "INFO", **PRODUCTION)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "System check identified no issues (0 silenced).\n"


def test_no_migration_is_missing() -> None:
    result = manage("makemigrations", "--check", "--dry-run", **PRODUCTION)
    assert result.returncode == 0, result.stdout
