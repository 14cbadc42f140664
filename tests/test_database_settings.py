"""SQLite keeps what it acknowledged, waits for other writers, and lets nothing pass by the triggers."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from bg_portal import settings as portal

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def pragma(name: str) -> object:
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


def test_the_database_of_the_tests_is_a_file_with_the_portals_rules() -> None:
    assert ".sqlite3" in Path(connection.settings_dict["NAME"]).name
    assert (pragma("journal_mode"), pragma("foreign_keys"), pragma("recursive_triggers")) == ("wal", 1, 1)
    assert pragma("busy_timeout") == 20_000


def test_an_acknowledged_write_survives_a_power_cut() -> None:
    options = portal.DATABASES["default"]["OPTIONS"]
    assert "synchronous=FULL" in options["init_command"]
    assert options["transaction_mode"] == "IMMEDIATE"
