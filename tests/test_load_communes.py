"""The sixteen communes and the four units of 2025, from the repository's files, alike on both databases."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from bg_portal.vietnamese import fold
from communes.actions.places import edit_commune, stated
from communes.models import Commune
from communes.roles import Role
from plans.queries import participants
from tests import factories as f
from tests.factories import plan_loaded

pytestmark = pytest.mark.django_db
SIXTEEN = [
    "Dĩnh Kế", "Dĩnh Trì", "Đa Mai", "Đồng Sơn", "Hoàng Văn Thụ", "Lê Lợi", "Mỹ Độ", "Ngô Quyền",
    "Song Khê", "Song Mai", "Tân Mỹ", "Tân Tiến", "Thọ Xương", "Trần Nguyên Hãn", "Trần Phú", "Xương Giang",
]  # fmt: skip
OF_2025 = ["Bắc Giang", "Đa Mai", "Tân Tiến", "Tiền Phong"]


@pytest.fixture(autouse=True)
def loaded() -> None:
    plan_loaded()


def names(search: str) -> list[str]:
    """What a search without accents finds, in the order of the database."""
    found = Commune.objects.filter(name_fold__contains=fold(search), valid_to__isnull=False)
    return list(found.values_list("name_vi", flat=True))


def test_there_are_sixteen_and_their_four_successors() -> None:
    assert Commune.objects.filter(valid_to__isnull=False).count() == 16
    assert list(Commune.objects.filter(valid_to=None).values_list("name_vi", flat=True)) == OF_2025


def test_loading_them_again_changes_nothing() -> None:
    before = list(Commune.objects.order_by("pk").values())
    call_command("load_communes", verbosity=0)
    assert list(Commune.objects.order_by("pk").values()) == before


def test_a_changed_row_of_the_file_comes_back() -> None:
    Commune.objects.filter(slug="da-mai").update(name_vi="Sai", name_sort="", successor=None)
    call_command("load_communes", verbosity=0)
    row = Commune.objects.get(slug="da-mai")
    assert (row.name_vi, row.successor) == ("Đa Mai", Commune.objects.get(slug="da-mai-2025"))
    assert row.name_sort


def test_what_was_edited_in_administration_stays_and_is_named() -> None:
    place = Commune.objects.get(slug="da-mai")
    edit_commune(
        commune=place,
        shown=stated(place),
        values={**stated(place), "name_en": "Da Mai, as edited"},
        cause="CV 12",
        by=f.person("Quang", Role.ADMINISTRATOR),
    )
    said = StringIO()
    call_command("load_communes", stdout=said)
    assert Commune.objects.get(pk=place.pk).name_en == "Da Mai, as edited"
    assert "left as edited in administration: phường Đa Mai" in said.getvalue()


def test_the_database_gives_them_in_vietnamese_order() -> None:
    rows = Commune.objects.filter(valid_to__isnull=False).order_by("name_sort")
    assert list(rows.values_list("name_vi", flat=True)) == SIXTEEN
    assert [place.name_vi for place in participants(plan_loaded())] == SIXTEEN


def test_they_stand_in_vietnamese_order_without_being_asked() -> None:
    assert [row.name_vi for row in Commune.objects.filter(valid_to__isnull=False)] == SIXTEEN


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("da mai", ["Đa Mai"]),
        ("ĐA MAI", ["Đa Mai"]),
        ("mai", ["Đa Mai", "Song Mai"]),
        ("tran", ["Trần Nguyên Hãn", "Trần Phú"]),
        ("TRẦN", ["Trần Nguyên Hãn", "Trần Phú"]),
        ("đĩnh", ["Dĩnh Kế", "Dĩnh Trì"]),
        ("xyz", []),
    ],
)
def test_they_are_found_without_accents(search: str, found: list[str]) -> None:
    assert names(search) == found


def test_a_code_given_again_in_2025_names_two_units() -> None:
    units = Commune.objects.filter(code="07228").order_by("valid_from")
    assert [(unit.slug, unit.valid_to is None) for unit in units] == [
        ("da-mai", False),
        ("da-mai-2025", True),
    ]


def test_each_of_the_sixteen_leads_to_the_unit_it_belongs_to_now_and_says_by_which_resolution() -> None:
    for unit in Commune.objects.filter(valid_to__isnull=False).select_related("successor"):
        assert unit.successor is not None
        assert unit.successor.valid_to is None
        assert unit.valid_to is not None
        assert unit.valid_to < unit.successor.valid_from
        assert "1658/NQ-UBTVQH15" in unit.succession_note_vi
    assert Commune.objects.get(slug="ngo-quyen").successor == Commune.objects.get(slug="bac-giang-2025")
    assert not Commune.objects.filter(valid_to=None, successor__isnull=False).exists()


def test_no_two_tiles_lie_on_one_place() -> None:
    tiles = list(Commune.objects.filter(valid_to__isnull=False).values_list("grid_row", "grid_column"))
    assert len(set(tiles)) == 16
    assert (None, None) not in tiles
