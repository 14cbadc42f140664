"""The preview of an edit says which values, standings and figures everybody would be shown otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bg_portal.administration.pages import ChangeRow
from plans.actions.storing import store_document
from plans.document import PlanDocument
from plans.models import Entry, Indicator, Objective
from plans.objective_moves import stood
from plans.overview import book_now
from plans.what_if import shown_otherwise
from tests import factories as f
from tests.administration import administrator, typed
from tests.documents import bent, plan_125
from tests.histories import Book

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _two_have_reported() -> Iterator[None]:
    with f.on("2018-10-02"):
        accepted = {("LG12", "da-mai", "2018-Q3"): Decimal(1), ("TT02", "da-mai", "2018-Q3"): Decimal(180)}
        Book().write(accepted)
        yield


@pytest.fixture
def client() -> Client:
    return administrator()[0]


def page(row: Indicator | Objective) -> str:
    return reverse(f"admin:plans_{type(row).__name__.lower()}_change", args=[row.pk])


def shown(client: Client, address: str, **changed: Any) -> list[ChangeRow]:
    preview = client.post(address, typed(client, address, **changed))
    assert preview.status_code == 200, preview.context["edit"].problems
    return list(preview.context["edit"].shown())


def test_a_name_changes_nothing_that_is_shown(client: Client) -> None:
    mt1 = page(Objective.objects.get(code="MT1"))
    assert shown(client, mt1, name_vi="Tên khác") == []
    answer = client.post(mt1, typed(client, mt1, name_vi="Tên khác"))
    assert "Không có kết quả hay đánh giá nào thay đổi." in answer.content.decode()


def test_another_target_changes_the_standing_of_its_year_and_says_both(client: Client) -> None:
    mt1 = page(Objective.objects.get(code="MT1"))
    rows = shown(client, mt1, **{"targets-0-value": "0", "targets-0-document": "12/QĐ-UBND"})
    before, after = {row.field: (row.before, row.after) for row in rows}["năm 2020"]
    assert before.startswith("0 - 100%: Chưa đủ cơ sở đánh giá")
    assert after.startswith("0 - 100%: Đã đạt")
    assert "Chỉ tiêu: 100% vào năm 2020" in before
    assert "Chỉ tiêu: 0% vào năm 2020" in after


def test_another_way_of_counting_changes_the_citys_figure(client: Client) -> None:
    ld01 = page(Indicator.objects.get(code="LD01"))
    (row,) = shown(client, ld01, across_communes="none")
    assert (row.place, row.after) == ("chỉ tiêu thống kê LD01", "–")
    assert row.before.startswith("≥\N{NO-BREAK SPACE}0 (0/16)"), "the quarter told is still the first one"


def _without_three() -> PlanDocument:
    parts = plan_125().participation
    return replace(
        plan_125(), participation=(*(replace(row, to_period="2018-Q2") for row in parts[:3]), *parts[3:])
    )


def _one_criterion() -> PlanDocument:
    first = plan_125().objectives[0]
    return bent("objectives", "MT1", criteria=first.criteria[1:2])


EDITS = {
    "three leave": _without_three(),
    "one criterion alone": _one_criterion(),
    "another target": replace(
        plan_125(), targets=tuple(replace(row, value=Decimal(0)) for row in plan_125().targets)
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_a_preview_says_is_what_is_shown_once_it_is_stored(edit: str) -> None:
    plan, document = f.plan_loaded(), EDITS[edit]
    before = book_now(plan, public=True)[0]
    found = shown_otherwise(plan, document, date(2018, 10, 2))
    store_document(document=document, source="admin:plan", cause="test", by=None)
    after = book_now(plan, public=True)[0]
    assert after.document == document
    told = {(move.code, period): move for period, move in found.objectives}
    assert told
    for code in ("MT1", "MT2"):
        for period in (found.period, "2018-Q3", "2020"):
            old, new = stood(before, code, period), stood(after, code, period)
            move = told.get((code, period))
            if move is None:
                assert old
                assert new
                assert old.says_the_same(new), (code, period)
            else:
                assert (move.before, move.after) == (old, new)


def test_looking_at_a_preview_stores_nothing(client: Client) -> None:
    before = Entry.objects.count()
    shown(client, page(Objective.objects.get(code="MT1")), name_vi="Tên khác")
    assert Entry.objects.count() == before
