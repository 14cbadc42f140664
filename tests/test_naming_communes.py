"""Naming the communes of an objective by a document changes the plan's document, and nothing beside it."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from communes.roles import Role
from plans.actions.naming import Note, name_communes
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


def test_a_note_takes_the_place_of_one_that_says_that_any_count() -> None:
    """With the list in one entry, and without a note the old one stays."""
    name("da-mai")
    assert "cổng tính theo số lượng" in plan_document(f.plan_loaded()).objective("MT2").note_vi
    place = f.commune("da-mai")
    name_communes(
        plan=f.plan_loaded(),
        objective="MT2",
        communes=[(place.code, place.valid_from)],
        from_year=2016,
        document=LIST,
        by=f.person("Huệ", Role.ADMINISTRATOR),
        note=Note("Chỉ tính đơn vị được nêu tên.", "Only the named count."),
    )
    stated = plan_document(f.plan_loaded()).objective("MT2")
    assert (stated.note_vi, stated.note_en) == ("Chỉ tính đơn vị được nêu tên.", "Only the named count.")


def test_pages_say_by_which_document_only_some_count(client: Client) -> None:
    """The others are no part of the map's counts, whatever was decided of them."""
    name("da-mai", "my-do")
    with f.on("2018-10-02"):
        page = " ".join(client.get("/ke-hoach/125-kh-ubnd/muc-tieu/MT2/?ky=2018-Q3").content.decode().split())
    assert f"Chỉ tính các xã, phường được nêu tên trong văn bản: {LIST}." in page
    assert page.count("tile--na") == 14
    assert "<strong>14</strong> không được nêu tên trong mục tiêu, nên không tính" in page
    assert "<strong>2</strong> Chưa có số liệu" in page


def test_beside_each_other_a_commune_that_is_not_named_is_not_said_to_fall_short(client: Client) -> None:
    name("da-mai")
    with f.on("2018-10-02"):
        html = client.get("/ke-hoach/125-kh-ubnd/so-sanh/?xa=da-mai&xa=le-loi").content.decode()
    whole = html[html.index("muc-tieu/MT2/") :].partition("</tr>")[0]
    assert whole.count("Chưa có số liệu") == 1
    assert whole.count("không tính") == 1
