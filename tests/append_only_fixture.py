"""What only tests may do to append-only tables: lift their triggers for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper

from bg_portal import append_only


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Without the triggers inside the block, with them again behind it."""
    if connection.vendor == "postgresql":
        connection.check_constraints()  # it drops no trigger of a table whose deferred checks wait
    with connection.cursor() as cursor:
        for trigger in append_only.triggers(connection):
            cursor.execute(trigger.drop)
    try:
        yield
    finally:
        append_only.install(connection)
