"""load_plan says what would change, changes it as one entry when told so, and never loses another's edit."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from bg_portal import audit
from bg_portal.audit.models import Event
from plans.actions.storing import store_document
from plans.document import PlanDocument
from plans.document_toml import write_toml
from plans.models import Entry, Indicator, Plan
from plans.queries import plan_document, version_of
from plans.vocabulary import EntryKind
from tests.documents import PLAN_125, plan_125
from tests.factories import plan_loaded
from tests.histories import forget

pytestmark = pytest.mark.django_db
EDITED = replace(plan_125(), aim_en="Prevention before all.")


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield
    forget()


def load(file: Path, *options: str) -> str:
    out = io.StringIO()
    call_command("load_plan", file, *options, stdout=out)
    return out.getvalue()


def written(folder: Path, document: PlanDocument) -> Path:
    file = folder / "plan.toml"
    file.write_text(write_toml(document), encoding="utf-8")
    return file


def stored() -> tuple[int, PlanDocument]:
    plan = plan_loaded()
    return version_of(plan), plan_document(plan)


@pytest.mark.parametrize("options", [(), ("--commit",), ("--commit", "--overwrite")])
def test_loading_what_is_stored_changes_nothing(options: tuple[str, ...]) -> None:
    before, events = stored(), Event.objects.count()
    assert load(PLAN_125, *options) == "0 changes.\n"
    assert stored() == before
    assert Event.objects.count() == events


def test_the_difference_is_printed_and_nothing_is_stored_without_commit(tmp_path: Path) -> None:
    before = stored()
    said = load(written(tmp_path, EDITED)).splitlines()
    assert said[0].endswith("→ Prevention before all.")
    assert said[0].startswith("plan, aim_en: Prevention first: no rise")
    assert said[1:] == ["1 changes."]
    assert stored() == before


def test_commit_stores_the_file_as_one_entry_with_its_document(tmp_path: Path) -> None:
    version, _document = stored()
    assert "Stored as one ledger entry." in load(written(tmp_path, EDITED), "--commit")
    entry = Entry.objects.latest("version")
    assert stored() == (version + 1, EDITED)
    assert (entry.kind, entry.source, entry.version) == (EntryKind.PLAN_EDIT, "file:plan.toml", version + 1)
    assert Plan.objects.get().aim_en == EDITED.aim_en
    assert audit.verify() is None


def test_the_event_of_the_edit_names_the_plan_and_its_version(tmp_path: Path) -> None:
    load(written(tmp_path, EDITED), "--commit")
    event = Event.objects.filter(kind="plan.loaded").latest("sequence")
    assert event.subject == f"plans.plan:{plan_loaded().pk}"
    assert event.data["version"] == stored()[0]


def test_another_plan_is_stored_beside_the_first(tmp_path: Path) -> None:
    document = replace(plan_125(), number="7/KH-UBND", slug="7-kh-ubnd")
    said = load(written(tmp_path, document), "--commit")
    assert "indicator LD01: added" in said
    plan = Plan.objects.get(number="7/KH-UBND")
    assert plan_document(plan) == document
    assert Indicator.objects.filter(plan=plan).count() == len(document.indicators)
    assert stored()[1] == plan_125()


def test_every_mistake_of_a_file_is_told_at_once_with_its_line_and_nothing_is_stored(tmp_path: Path) -> None:
    text = write_toml(EDITED)
    for right, wrong in (
        ("first_year = 2016", 'first_year = "2016"'),
        ('kind = "yes_no"', 'kind = "maybe"'),
        ("value = 100", 'value = "all"'),
    ):
        text = text.replace(right, wrong, 1)
    file = tmp_path / "plan.toml"
    file.write_text(text, encoding="utf-8")
    before = stored()
    with pytest.raises(CommandError) as refused:
        load(file, "--commit")
    told = str(refused.value).splitlines()
    assert len(told) == 3
    assert all(line.startswith(f"{file}: line ") for line in told)
    assert stored() == before


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"number = "])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "plan.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match=r"plan\.toml"):
        load(file)


def test_an_edit_that_came_another_way_is_not_overwritten_unless_told_so(tmp_path: Path) -> None:
    store_document(document=EDITED, source="admin:7", cause="aim", by=None)
    before = stored()
    file = written(tmp_path, replace(plan_125(), aim_en="The file's own aim."))
    assert "1 changes." in load(file)
    with pytest.raises(CommandError, match="another way than by file"):
        load(file, "--commit")
    assert stored() == before
    load(file, "--commit", "--overwrite")
    assert stored()[1].aim_en == "The file's own aim."


def test_once_a_file_was_loaded_over_another_edit_files_go_on_as_before(tmp_path: Path) -> None:
    store_document(document=EDITED, source="admin:7", cause="aim", by=None)
    load(written(tmp_path, replace(EDITED, aim_vi="Phòng ngừa.")), "--commit", "--overwrite")
    load(written(tmp_path, replace(EDITED, aim_vi="Phòng ngừa là chính.")), "--commit")
    assert stored()[1].aim_vi == "Phòng ngừa là chính."


def test_if_absent_leaves_a_stored_plan_alone(tmp_path: Path) -> None:
    before = stored()
    assert load(written(tmp_path, EDITED), "--commit", "--if-absent") == ""
    assert stored() == before


def test_a_dump_is_the_same_file_and_loading_it_changes_nothing(tmp_path: Path) -> None:
    store_document(document=EDITED, source="admin:7", cause="aim", by=None)
    out = io.StringIO()
    call_command("dump_plan", "125/KH-UBND", stdout=out)
    assert out.getvalue() == write_toml(EDITED)
    file = tmp_path / "dump.toml"
    file.write_text(out.getvalue(), encoding="utf-8")
    assert load(file, "--commit") == "0 changes.\n"


def test_a_plan_that_is_not_stored_is_not_dumped() -> None:
    with pytest.raises(CommandError, match="8/KH-UBND"):
        call_command("dump_plan", "8/KH-UBND")
