"""What cannot stand is said where it was typed, all of it at once, with everything still in its place."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bg_portal.audit.models import Event
from plans.models import Entry, Indicator, Objective
from tests import factories as f
from tests.administration import administrator, fields, typed

pytestmark = pytest.mark.django_db


def counts() -> tuple[int, int]:
    return Entry.objects.count(), Event.objects.count()


def page_of(code: str) -> str:
    return reverse("admin:plans_indicator_change", args=[Indicator.objects.get(code=code).pk])


def test_everything_wrong_is_said_at_once_and_what_was_typed_stays() -> None:
    client, _ = administrator()
    before, address = counts(), reverse("admin:plans_plan_change", args=[f.plan_loaded().pk])
    wrong = {
        "title_vi": "",
        "last_year": "abc",
        "periods-0-due_on": "31/02/2017",
        "measures-0-name_vi": "x" * 201,
        "holidays-0-kind": "working_day",
        "participation-0-to_period": "2018-Q9",
        "issuer_vi": "Ủy ban nhân dân thử",
    }
    answer = client.post(address, typed(client, address, **wrong))
    assert answer.status_code == 422
    edit, kept = answer.context["edit"], fields(answer)
    assert set(edit.form.errors) == {"title_vi", "last_year"}
    assert {name for rows in edit.forms.values() for form in rows for name in form.errors} == {
        "due_on",
        "kind",
        "name_vi",
        "to_period",
    }
    assert {name: kept[name][0] for name in wrong} == wrong
    assert counts() == before


def test_the_validator_of_files_judges_pages_too() -> None:
    client, _ = administrator()
    answer = client.post(page_of("TT03"), typed(client, page_of("TT03"), sum_of="TT03", valid_from="2018-Q7"))
    assert answer.status_code == 422
    errors = answer.context["edit"].form.errors
    assert {"sum_of", "valid_from"} <= set(errors)
    assert "2018-Q7" in errors["valid_from"][0]


def test_a_problem_of_a_row_that_the_page_does_not_show_stands_at_the_top() -> None:
    client, _ = administrator()
    address = page_of("DM01")
    answer = client.post(address, typed(client, address, protection="small"))
    assert answer.status_code == 422
    assert any("DM01" in problem for problem in answer.context["edit"].problems)


def test_a_text_with_hidden_signs_is_refused() -> None:
    client, _ = administrator()
    answer = client.post(page_of("TT03"), typed(client, page_of("TT03"), name_vi="Số\u202ebuổi"))
    assert answer.status_code == 422
    assert "name_vi" in answer.context["edit"].form.errors


def test_an_edit_without_a_reason_is_not_shown_nor_stored() -> None:
    client, _ = administrator()
    answer = client.post(page_of("TT03"), typed(client, page_of("TT03"), order="99", cause=" "))
    assert answer.status_code == 422
    assert fields(answer)["order"] == ["99"]


def test_a_preview_shows_changes_and_figures_touched_and_changes_nothing() -> None:
    client, _ = administrator()
    with f.on("2018-10-02"):
        f.accepted(f.commune(), by=f.officer(), reviewer=f.reviewer())
    before, address = counts(), page_of("LD01")
    answer = client.post(address, typed(client, address, valid_from="2017-Q1", guidance_vi="Ghi số buổi."))
    edit = answer.context["edit"]
    assert answer.status_code == 200
    assert [(row.before, row.after) for row in edit.changes() if row.after == "2017-Q1"] == [("–", "2017-Q1")]
    assert len(edit.changes()) == 2
    assert edit.effects() == ["chỉ tiêu thống kê LD01: 1 số liệu đã chấp nhận"]
    assert counts() == before


def test_from_the_preview_one_comes_back_with_everything_typed() -> None:
    client, _ = administrator()
    preview = client.post(page_of("TT03"), typed(client, page_of("TT03"), order="99", name_vi="Tên khác"))
    again = client.post(page_of("TT03"), {**fields(preview), "step": "edit"})
    assert again.status_code == 200
    assert fields(again)["order"] == ["99"]


def test_another_objective_needs_a_criterion() -> None:
    client, _ = administrator()
    address = reverse("admin:plans_objective_add")
    said = {"code": "MT9", "order": "9", "name_vi": "Thử", "statement_vi": "Thử", "success": "count"}
    answer = client.post(address, typed(client, address, **said, direction="reach"))
    assert answer.status_code == 422
    assert not Objective.objects.filter(code="MT9").exists()
    assert answer.context["edit"].form.non_field_errors()


@pytest.mark.parametrize("posted", [{}, {"based_on": "x" * 50}, {"based_on": "9" * 30, "step": "store"}])
def test_a_form_that_no_page_made_is_refused_politely(posted: dict[str, str]) -> None:
    client, _ = administrator()
    before = counts()
    assert client.post(page_of("TT03"), posted).status_code == 422
    assert counts() == before
