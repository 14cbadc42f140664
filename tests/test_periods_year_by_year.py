"""Periods may be entered year by year, or not at all yet: every page of the plan answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from bg_portal import clock
from communes.roles import Role
from plans.actions.storing import store_document
from plans.document import PlanDocument, Target
from plans.document_check import check
from plans.models import Plan
from plans.what_if import shown_otherwise
from tests import factories as f
from tests.documents import plan_125
from tests.test_unfinished_calendar import until

pytestmark = pytest.mark.django_db

YEARLY = Target(indicator="TT02", year=2017, value=Decimal(4000), document="QĐ 9/2017")


def empty() -> PlanDocument:
    """Plan 125 before any period was entered."""
    objectives = tuple(replace(row, named=()) for row in plan_125().objectives)
    return replace(plan_125(), periods=(), participation=(), targets=(), objectives=objectives)


def half() -> PlanDocument:
    """Plan 125 with its periods until June 2017, and a target for that year."""
    return until(replace(plan_125(), targets=(*plan_125().targets, YEARLY)), "2017-Q2")


def loaded(document: PlanDocument) -> Plan:
    assert check(document) == []
    call_command("load_communes", verbosity=0)
    with f.on("2016-11-10"):
        store_document(document=document, source="", cause="test", by=None)
    return Plan.objects.get()


def pages(plan: Plan) -> Iterator[str]:
    """Those of the plan that speak of its progress."""
    slug = [plan.slug]
    yield from (reverse(name) for name in ("home", "leader", "desk", "commune-list"))
    yield from (reverse(name, args=slug) for name in ("plan", "changes", "compare", "forecast", "board"))
    yield reverse("commune", args=["da-mai"])
    yield reverse("measure", args=[*slug, 3])
    yield from (reverse(name, args=[*slug, "MT1"]) for name in ("objective", "objective-why"))
    yield from (reverse(name, args=[*slug, "TT02"]) for name in ("indicator", "indicator-why"))


def answers(plan: Plan, *asked: str) -> dict[str, int]:
    client = Client()
    client.force_login(f.person("Giang", Role.LEADER))
    found = (page + more for page in pages(plan) for more in asked)
    return {address: client.get(address).status_code for address in found}


def test_where_half_a_year_is_entered_every_page_is_there() -> None:
    plan = loaded(half())
    with f.on("2017-07-20"):
        found = answers(plan, "", "?ky=2017-Q2")
    assert {address for address, code in found.items() if code != 200} == set()


def test_without_any_period_no_page_fails() -> None:
    plan = loaded(empty())
    with f.on("2017-07-20"):
        found = answers(plan, "")
    assert found["/"] == 200
    assert set(found.values()) == {200, 404}


def test_an_edit_that_takes_out_every_period_can_be_looked_at_beforehand() -> None:
    plan = loaded(half())
    with f.on("2017-07-20"):
        assert shown_otherwise(plan, empty(), clock.today()).period == ""
