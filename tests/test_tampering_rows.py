"""Whatever is done by SQL to readings, entries, sendings and decisions is found, and the row is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, models

from bg_portal import audit
from plans.models import Reading, Target
from tests.append_only_fixture import lifted
from tests.histories import undone
from tests.tampering import (
    ELSEWHERE,
    LABELS,
    another_value,
    execute,
    named,
    rows_of,
    story,
    subject_of,
)

pytestmark = pytest.mark.django_db
IN_ENTRY = (Reading, Target)
"""Rows that the digest of their entry speaks of: the entry is what is named."""
UNIQUE_WITH_OTHERS = {"version", "number", "period", "commune"}
"""Columns of which a second row like the first needs another value."""
REFUSED = {
    "plans.Target.indicator",
    "communes.ProposalAnswer.body",
    "communes.Instruction.objective",
    "communes.Instruction.period",
}
"""Columns that a constraint keeps from changing alone: a target and an instruction are about one thing."""


@pytest.fixture(autouse=True)
def a_story_without_triggers() -> Iterator[None]:
    story()
    with lifted(connection):
        yield


def suited(label: str, field: models.Field[Any, Any]) -> Any:
    """A row whose column can change alone: a reading's reason only where there is no value."""
    rows = rows_of(label)
    if label == "plans.Reading":
        rows = [row for row in rows if (row.value is None) == (field.name == "reason")]
    return rows[-1]


def some_rows() -> Iterator[Any]:
    """The first, the middle and the last row of each kind."""
    for label in LABELS:
        rows = rows_of(label)
        yield from {row.pk: row for row in (rows[0], rows[len(rows) // 2], rows[-1])}.values()


def change(row: models.Model, field: models.Field[Any, Any]) -> None:
    table, column = row._meta.db_table, field.column
    if isinstance(field, models.BooleanField):
        execute(f'UPDATE "{table}" SET "{column}" = NOT "{column}" WHERE id = %s', row.pk)
    else:
        execute(f'UPDATE "{table}" SET "{column}" = %s WHERE id = %s', another_value(field), row.pk)


def test_a_change_of_any_column_of_any_row_that_only_grows_is_found_and_names_the_row() -> None:
    found, expected = {}, {}
    for label in LABELS:
        for field in apps.get_model(label)._meta.concrete_fields:
            place = f"{label}.{field.name}"
            if place in REFUSED:
                continue
            row = suited(label, field)
            with undone():
                change(row, field)
                found[place], expected[place] = named()[1], subject_of(row)
    assert found == expected
    assert len(found) > 50


def test_a_deleted_row_is_found_and_named() -> None:
    for row in some_rows():
        with undone():
            execute(f'DELETE FROM "{row._meta.db_table}" WHERE id = %s', row.pk)
            fault = "row_changed" if isinstance(row, IN_ENTRY) else "row_deleted"
            assert named() == (fault, subject_of(row))


def copied(row: models.Model) -> models.Model:
    """A second row like it, different only where the database asks for it."""
    row.pk = None
    for field in row._meta.concrete_fields:
        with_others = field.name in UNIQUE_WITH_OTHERS and getattr(row, field.attname) is not None
        if (field.unique and not field.primary_key) or with_others:
            setattr(row, field.attname, another_value(field))
    row._meta.base_manager.bulk_create([row])
    return row


def test_an_inserted_row_is_found_and_named() -> None:
    for row in some_rows():
        with undone():
            new = copied(row)
            fault = "row_changed" if isinstance(new, IN_ENTRY) else "row_unrecorded"
            assert named() == (fault, subject_of(new))


def test_two_rows_that_change_places_are_found_and_the_first_is_named() -> None:
    for label in LABELS:
        one, other = rows_of(label)[:2]
        with undone():
            for here, there in ((one.pk, ELSEWHERE), (other.pk, one.pk), (ELSEWHERE, other.pk)):
                execute(f'UPDATE "{one._meta.db_table}" SET id = %s WHERE id = %s', there, here)
            assert named()[1] == subject_of(one)


def test_a_whole_decision_taken_out_with_its_readings_is_found() -> None:
    """Somebody who deletes an acceptance neatly, with everything that hangs on it."""
    passage = [row for row in rows_of("communes.Passage") if row.move == "accept"][-1]
    execute("DELETE FROM communes_passage WHERE id = %s", passage.pk)
    execute("DELETE FROM plans_reading WHERE entry_id = %s", passage.entry_id)
    execute("DELETE FROM plans_entry WHERE id = %s", passage.entry_id)
    assert named() == ("row_deleted", f"plans.entry:{passage.entry_id}")


def test_the_command_names_the_row_and_fails() -> None:
    row = rows_of("communes.Passage")[1]
    execute("UPDATE communes_passage SET comment = 'x' WHERE id = %s", row.pk)
    with pytest.raises(CommandError, match=rf"\(communes\.passage:{row.pk}\)") as failed:
        call_command("verify_audit")
    assert failed.value.returncode == 1


def test_a_story_that_nobody_touched_holds() -> None:
    assert audit.verify() is None
