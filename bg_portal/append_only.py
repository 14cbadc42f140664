"""Tables to which rows are only ever added: the database itself refuses to change or delete one.

Triggers are installed after every migration, because SQLite silently drops them when a later migration
rebuilds the table. They guard against mistakes of code and of hands; whoever owns the database can drop
them, and is then found by the audit chain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models import Model

_protected: list[type[Model]] = []

_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION append_only_refusal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
_POSTGRESQL_INSTALLED = """
SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE NOT tgisinternal AND tgenabled <> 'D' AND pg_table_is_visible(pg_class.oid)
"""


class Trigger(NamedTuple):
    """One trigger: what installs it, and what takes it away."""

    name: str
    create: str
    drop: str


def protect(model: type[Model]) -> None:
    """Make the model's table append-only from the next migration on; called by its app's `ready`."""
    if model not in _protected:
        _protected.append(model)
    config = apps.get_app_config(model._meta.app_label)
    post_migrate.connect(_after_migration, sender=config, dispatch_uid=f"append-only {config.label}")


def _after_migration(sender: AppConfig, using: str, **_: Any) -> None:
    install(connections[using])


def install(connection: BaseDatabaseWrapper) -> None:
    """Install what is missing on the tables that exist; twice changes nothing."""
    missing = set(triggers_missing(connection))
    wanted = [trigger for trigger in triggers(connection) if trigger.name in missing]
    if not wanted:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_FUNCTION)
        for trigger in wanted:
            cursor.execute(trigger.drop)  # it may be there, but disabled
            cursor.execute(trigger.create)


def triggers_missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the triggers that should guard the existing tables and do not; empty when all is well.

    On SQLite also "recursive_triggers" where that switch is off: INSERT OR REPLACE would pass by.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL_INSTALLED)
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        installed = {name for (name,) in cursor.fetchall()}
    missing = [trigger.name for trigger in triggers(connection) if trigger.name not in installed]
    return missing + _switches_off(connection)


def _switches_off(connection: BaseDatabaseWrapper) -> list[str]:
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers")
        (on,) = cursor.fetchone()
    return [] if on else ["recursive_triggers"]


def triggers(connection: BaseDatabaseWrapper) -> list[Trigger]:
    """Every trigger that the protected tables which exist should have on this database."""
    existing = set(connection.introspection.table_names())
    make = _for_postgresql if connection.vendor == "postgresql" else _for_sqlite
    tables = [model._meta.db_table for model in _protected if model._meta.db_table in existing]
    return [trigger for table in tables for trigger in make(table)]


def _for_sqlite(table: str) -> list[Trigger]:
    return [
        Trigger(
            name := f"{table}_no_{event.lower()}",
            f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" '
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: {event} refused'); END",
            f'DROP TRIGGER IF EXISTS "{name}"',
        )
        for event in ("UPDATE", "DELETE")
    ]


def _for_postgresql(table: str) -> list[Trigger]:
    """TRUNCATE passes by triggers for rows, so it has one of its own."""
    return [
        Trigger(
            name := f"{table}_no_{event.lower()}",
            f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" '
            f"FOR EACH {level} EXECUTE FUNCTION append_only_refusal()",
            f'DROP TRIGGER IF EXISTS "{name}" ON "{table}"',
        )
        for event, level in (("UPDATE", "ROW"), ("DELETE", "ROW"), ("TRUNCATE", "STATEMENT"))
    ]
