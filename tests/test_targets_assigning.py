"""Assigning and revising targets: one truth in the plan's document, nothing of the history lost."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from bg_portal import audit
from communes.models import User
from communes.presenting.compare import Comparison
from communes.queries.history import history_of
from communes.roles import Role
from plans.actions.storing import CannotStore, edited_otherwise, stored_document
from plans.actions.targets import TargetsMoved
from plans.document_toml import read, write_toml
from plans.models import Target
from plans.queries import plan_document, targets_decided, version_of
from plans.vocabulary import EntryKind
from tests import factories as f
from tests.append_only_fixture import lifted
from tests.decisions import assign, stated, target

pytestmark = pytest.mark.django_db


@pytest.fixture
def bob() -> Iterator[User]:
    with f.on("2018-02-01"):
        yield f.reviewer()


def told(slug: str = "da-mai") -> tuple[Decimal, str, str] | None:
    """A target's value, document and reason as the plan states them."""
    found = stated(slug)
    return (found.value, found.document, found.reason) if found else None


DOCUMENT = "12/QĐ-UBND, 25/01/2018, UBND thành phố Bắc Giang"


def test_the_document_states_what_was_assigned_and_the_entry_says_what_it_is(bob: User) -> None:
    entry = assign(target("da-mai", 600), target("", 9000), by=bob)
    assert entry is not None
    assert entry.kind == EntryKind.TARGET_REVISION
    assert entry.cause == DOCUMENT
    assert told() == (Decimal(600), DOCUMENT, "")
    assert told("") == (Decimal(9000), DOCUMENT, "")
    assert told("my-do") is None


def test_a_revision_keeps_the_old_value_its_document_and_says_why(bob: User) -> None:
    assign(target("da-mai", 600), by=bob)
    assign(target("da-mai", 500, 600), by=bob, reason="Điều chỉnh địa bàn.", number="30/QĐ-UBND")
    rows = targets_decided(f.plan_loaded(), 2018)
    assert [(row.value, row.reason) for row in rows] == [
        (Decimal(600), ""),
        (Decimal(500), "Điều chỉnh địa bàn."),
    ]
    assert rows[0].document == DOCUMENT
    assert told() == (Decimal(500), DOCUMENT.replace("12/", "30/"), "Điều chỉnh địa bàn.")


def test_a_revision_without_a_reason_is_refused(bob: User) -> None:
    assign(target("da-mai", 600), by=bob)
    with pytest.raises(CannotStore):
        assign(target("da-mai", 500, 600), target("my-do", 300), by=bob)
    assert told() == (Decimal(600), DOCUMENT, "")
    assert told("my-do") is None


def test_only_what_takes_another_values_place_carries_the_reason(bob: User) -> None:
    assign(target("da-mai", 600), by=bob)
    assign(target("da-mai", 500, 600), target("my-do", 300), by=bob, reason="Điều chỉnh.")
    assert told("my-do") == (Decimal(300), DOCUMENT, "")


def test_a_value_that_stays_keeps_its_document_and_nothing_changed_writes_nothing(bob: User) -> None:
    assign(target("da-mai", 600), by=bob)
    version = version_of(f.plan_loaded())
    assert assign(target("da-mai", 600, 600), by=bob, number="30/QĐ-UBND") is None
    assert version_of(f.plan_loaded()) == version
    assert told() == (Decimal(600), DOCUMENT, "")


def test_a_target_is_taken_back_by_a_document_and_can_be_assigned_again(bob: User) -> None:
    assign(target("da-mai", 600), by=bob)
    assign(target("da-mai", None, 600), by=bob, reason="Giao nhầm đơn vị.", number="30/QĐ-UBND")
    assert told() is None
    assign(target("da-mai", 700), by=bob)
    values = [(row.value, row.reason) for row in targets_decided(f.plan_loaded(), 2018)]
    assert values == [(Decimal(600), ""), (None, "Giao nhầm đơn vị."), (Decimal(700), "")]


def test_who_was_slower_is_told_and_changes_nothing(bob: User) -> None:
    assign(target("da-mai", 600), by=bob)
    with pytest.raises(TargetsMoved):
        assign(target("da-mai", 500), by=bob, reason="Điều chỉnh.")
    assert told() == (Decimal(600), DOCUMENT, "")


@pytest.mark.parametrize(
    ("code", "value"),
    [("TT02", Decimal("1.5")), ("TT02", Decimal(-1)), ("LD02", Decimal(2)), ("LG12", Decimal(1))],
    ids=["half a person", "less than nothing", "yes twice", "no value of the year"],
)
def test_what_the_plans_validator_refuses_is_refused(bob: User, code: str, value: Decimal) -> None:
    row = target("da-mai", 1, code=code)
    wrong = type(row)(row.indicator, row.year, value, row.commune, row.commune_valid_from)
    with pytest.raises(CannotStore):
        assign(wrong, by=bob)


@pytest.mark.parametrize("role", list(Role))
def test_the_citys_specialist_and_the_administrator_assign(bob: User, role: Role) -> None:
    place = f.commune() if role in (Role.OFFICER, Role.COMMUNE_LEADER) else None
    somebody = f.person("Eve", role, place)
    if role in (Role.REVIEWER, Role.ADMINISTRATOR):
        assert assign(target("da-mai", 600), by=somebody) is not None
    else:
        with pytest.raises(CannotStore):
            assign(target("da-mai", 600), by=somebody)


def test_the_plan_with_targets_goes_into_a_file_and_back(bob: User, tmp_path: Path) -> None:
    assign(target("da-mai", 600), target("", 9000), by=bob)
    document = stored_document("125/KH-UBND")
    assert document is not None
    assert read(write_toml(document)) == document
    dumped, answer = StringIO(), StringIO()
    call_command("dump_plan", "125/KH-UBND", stdout=dumped)
    file = tmp_path / "plan.toml"
    file.write_text(dumped.getvalue(), encoding="utf-8")
    call_command("load_plan", str(file), "--commit", stdout=answer)
    assert answer.getvalue().startswith("0 ")


def test_a_file_does_not_undo_targets_unless_it_is_told_to(bob: User) -> None:
    assign(target("da-mai", 600), by=bob)
    assert edited_otherwise("125/KH-UBND")
    with pytest.raises(CommandError):
        call_command("load_plan", str(f.PLAN_FILE), "--commit", stdout=StringIO())
    assert told() is not None
    call_command("load_plan", str(f.PLAN_FILE), "--commit", "--overwrite", stdout=StringIO())
    assert told() is None
    assert [row.value for row in targets_decided(f.plan_loaded(), 2018)] == [Decimal(600), None]


def test_every_past_version_has_the_targets_of_its_time(bob: User) -> None:
    plan = f.plan_loaded()
    before = version_of(plan)
    assign(target("da-mai", 600), by=bob)
    between = version_of(plan)
    assign(target("da-mai", 500, 600), by=bob, reason="Điều chỉnh.")
    first, second = stated(version=before), stated(version=between)
    assert first is None
    assert second is not None
    assert second.value == 600


def test_the_officers_form_shows_the_communes_own_target(bob: User) -> None:
    assign(target("da-mai", 600), target("my-do", 300), target("", 9000), by=bob)
    place, quarter = f.commune(), f.period("2018-Q1")
    document = plan_document(f.plan_loaded())
    beside = Comparison(document, history_of(place, quarter), quarter.key, place)
    rows = beside.rows(document.indicator("TT02"))
    assert [row.value for row in rows if "2018" in str(row.term)] == ["600"]


def test_rows_are_vouched_for_and_cannot_be_changed(bob: User) -> None:
    entry = assign(target("da-mai", 600), by=bob)
    assert entry is not None
    assert audit.verify() is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Target.objects.update(value=1)
    with lifted(connection):
        Target.objects.filter(entry=entry).update(value=601)
        broken = audit.verify()
    assert broken is not None
    assert broken.subject == f"plans.entry:{entry.pk}"
