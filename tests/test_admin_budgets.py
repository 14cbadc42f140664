"""No page of the administration asks the database more than 25 times, with 16 communes or with 160."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bg_portal.vietnamese import fold, sort_key
from communes.models import Commune
from plans.actions.storing import store_document
from plans.document import Participation, Target
from plans.models import Indicator, Objective
from plans.queries import plan_document
from tests import factories as f
from tests.administration import administrator, confirmed, fields, typed

pytestmark = pytest.mark.django_db
MOST = 25
FIRST_DAY = date(2010, 1, 1)


def grow() -> None:
    """144 communes more, all with a target for an indicator in each year."""
    new = [f"9{number:04}" for number in range(144)]
    Commune.objects.bulk_create(
        Commune(
            code=code,
            valid_from=FIRST_DAY,
            kind="commune",
            name_vi=f"Xã {code}",
            name_en=f"Commune {code}",
            slug=f"xa-{code}",
            name_sort=sort_key(code),
            name_fold=fold(code),
        )
        for code in new
    )
    document = plan_document(f.plan_loaded())
    known: dict[str, Any] = {"commune_valid_from": FIRST_DAY}
    parts = [Participation(commune=code, from_period="2017-Q1", **known) for code in new]
    rows = [
        Target(indicator="TT02", year=year, commune=code, value=Decimal(9), document="12/QĐ-UBND", **known)
        for code in new
        for year in (2018, 2019)
    ]
    grown = replace(
        document, participation=(*document.participation, *parts), targets=(*document.targets, *rows)
    )
    store_document(document=grown, source="file:x.toml", cause="test", by=None)


def pages(client: Client) -> list[str]:
    """Every list, and the page of the first row in each."""
    found = [reverse("admin:index")]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        rows = client.get(reverse(f"{name}_changelist")).context["cl"].result_list
        assert rows, name
        found += [reverse(f"{name}_changelist"), reverse(f"{name}_change", args=[rows[0].pk])]
    edited = [Indicator.objects.get(code="TT02"), *Objective.objects.all()]
    return [*found, *[reverse(f"admin:plans_{type(o).__name__.lower()}_change", args=[o.pk]) for o in edited]]


@pytest.mark.parametrize("many", [False, True])
def test_a_page_asks_at_most_25_times(many: bool) -> None:
    client, _ = administrator()
    with f.on("2018-10-02"):
        f.accepted(f.commune(), by=f.officer(), reviewer=f.reviewer())
    if many:
        grow()
    asked = {}
    for address in pages(client):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200, address
        asked[address] = len(queries)
    assert {address: n for address, n in asked.items() if n > MOST} == {}


def test_a_preview_of_160_communes_asks_no_more_and_the_edit_can_be_stored() -> None:
    client, _ = administrator()
    grow()
    address = reverse("admin:plans_plan_change", args=[f.plan_loaded().pk])
    form = typed(client, address, **{"participation-20-to_period": "2019-Q4"})
    with CaptureQueriesContext(connection) as queries:
        preview = client.post(address, form)
    assert len(queries) <= MOST
    assert len(preview.context["edit"].changes()) == 1
    assert client.post(address, {**fields(preview), "step": "store"}).status_code == 302


def test_rows_beyond_what_a_page_offers_stay_and_are_mentioned() -> None:
    client, _ = administrator()
    grow()
    document = plan_document(f.plan_loaded())
    later = {2018: 2020, 2019: 2017}
    more = [
        replace(row, year=later[row.year]) for row in document.targets if row.year in later and row.commune
    ]
    grown = replace(document, targets=(*document.targets, *more))
    store_document(document=grown, source="file:x.toml", cause="test", by=None)
    address = reverse("admin:plans_indicator_change", args=[Indicator.objects.get(code="TT02").pk])
    assert client.get(address).context["edit"].tables[0].note
    assert confirmed(client, address, order="99").status_code == 302
    assert plan_document(f.plan_loaded()).targets == grown.targets
