"""Naming the communes of an objective by a document changes the plan's document, and nothing beside it."""

from __future__ import annotations

from datetime import date

import pytest

from communes.roles import Role
from plans.actions.naming import name_communes
from plans.actions.storing import CannotStore
from plans.models import Entry, Named
from plans.queries import plan_document
from tests import factories as f

pytestmark = pytest.mark.django_db
LIST = "Danh sách kèm theo Công văn số 15/UBND"


def name(
    *slugs: str, role: Role = Role.ADMINISTRATOR, objective: str = "MT2", year: int = 2016
) -> Entry | None:
    places = [f.commune(slug) for slug in slugs]
    with f.on("2017-01-10"):
        return name_communes(
            plan=f.plan_loaded(),
            objective=objective,
            communes=[(place.code, place.valid_from) for place in places],
            from_year=year,
            document=LIST,
            by=f.person("Lan", role),
        )


def test_the_named_stand_in_document_and_table() -> None:
    entry = name("da-mai", "my-do")
    assert entry is not None
    assert (entry.source, entry.cause) == ("named:MT2", LIST)
    named = plan_document(f.plan_loaded()).objective("MT2").named
    assert {(row.commune, row.from_year, row.document) for row in named} == {
        (f.commune(slug).code, 2016, LIST) for slug in ("da-mai", "my-do")
    }
    assert Named.objects.filter(objective__code="MT2").count() == 2


def test_another_list_takes_the_place_of_the_first_and_none_leaves_any_count() -> None:
    name("da-mai", "my-do")
    name("song-mai")
    assert Named.objects.get().commune.pk == f.commune("song-mai").pk
    name()
    assert not Named.objects.exists()
    assert plan_document(f.plan_loaded()).objective("MT2").named == ()


def test_the_same_list_again_writes_nothing() -> None:
    name("da-mai")
    assert name("da-mai") is None


def test_what_the_plan_does_not_know_is_refused() -> None:
    with pytest.raises(CannotStore):
        name("da-mai", objective="MT9")
    with pytest.raises(CannotStore):
        name("da-mai", year=2015)
    with pytest.raises(CannotStore):
        name_communes(
            plan=f.plan_loaded(),
            objective="MT2",
            communes=[("99999", date(2013, 12, 31))],
            from_year=2016,
            document=LIST,
            by=f.person("Lan", Role.ADMINISTRATOR),
        )


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.LEADER, Role.INSPECTOR])
def test_who_does_not_edit_plans_names_nobody(role: Role) -> None:
    with pytest.raises(CannotStore):
        name("da-mai", role=role)
