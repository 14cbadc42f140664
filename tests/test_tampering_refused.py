"""With its triggers the database itself refuses every change of what was sent, decided and accepted."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from bg_portal import append_only
from communes.models import PeriodMove
from plans.models import Reading
from tests.tampering import LABELS, execute, rows_of, story

pytestmark = pytest.mark.django_db
TABLES = [apps.get_model(label)._meta.db_table for label in LABELS]


@pytest.fixture(autouse=True)
def a_story() -> None:
    story()


def refused(table: str, kind: str, sql: str) -> bool:
    """Whether the database refuses it and says so in its words."""
    with pytest.raises(IntegrityError, match=f"{table} is append-only: {kind} refused"), transaction.atomic():
        execute(sql)
    return True


def test_no_row_is_changed_or_deleted_by_sql() -> None:
    for label, table in zip(LABELS, TABLES, strict=True):
        before = [vars(row) | {"_state": None} for row in rows_of(label)]
        assert refused(table, "UPDATE", f'UPDATE "{table}" SET id = id + 1000')
        assert refused(table, "DELETE", f'DELETE FROM "{table}"')
        assert [vars(row) | {"_state": None} for row in rows_of(label)] == before != []


@pytest.mark.postgresql
def test_no_table_is_truncated_not_even_in_the_wake_of_another() -> None:
    connection.check_constraints()  # a table whose deferred checks wait is not truncated anyway
    for table in TABLES:
        assert refused(table, "TRUNCATE", f'TRUNCATE "{table}" CASCADE')
    with pytest.raises(IntegrityError, match="append-only: TRUNCATE refused"), transaction.atomic():
        execute("TRUNCATE plans_plan CASCADE")


def test_no_row_is_changed_or_deleted_through_its_model() -> None:
    for model in (PeriodMove, Reading):
        row = model._meta.base_manager.latest("pk")
        for change in (row.save, row.delete):
            with pytest.raises(IntegrityError, match="is append-only"), transaction.atomic():
                change()


def test_the_tables_tried_are_all_that_only_grow() -> None:
    """Beside the chain itself and its checks, and proposals, which a frozen sending holds as well."""
    guarded = {trigger.name.rsplit("_no_", 1)[0] for trigger in append_only.triggers(connection)}
    assert guarded - {"audit_event", "audit_check", "communes_sentproposal"} == set(TABLES)


def test_no_trigger_is_missing() -> None:
    assert append_only.triggers_missing(connection) == []
