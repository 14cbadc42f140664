"""The administration in a real browser: nothing is refused by the policy, from list to stored edit."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from communes.roles import Role
from plans.models import Entry, Indicator
from tests import factories as f
from tests.factories_reports import signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("javascript", [True, False])
def test_an_edit_goes_from_list_to_ledger_without_a_refusal(page: Page, live_server: LiveServer) -> None:
    plan, refused = f.plan_loaded(), list[str]()
    page.on("console", lambda said: refused.append(said.text) if said.type in ("error", "warning") else None)
    name = settings.SESSION_COOKIE_NAME
    session = signed_in(f.person("Dung", Role.ADMINISTRATOR)).cookies[name].value
    page.context.add_cookies([{"name": name, "value": session, "url": live_server.url}])
    for place in ("plans_indicator", "plans_entry", "communes_commune", "communes_user", "audit_event"):
        page.goto(live_server.url + reverse(f"admin:{place}_changelist"))
        page.click("#result_list tbody th a")
        page.wait_for_load_state()
    page.goto(live_server.url + reverse("admin:plans_plan_change", args=[plan.pk]))
    page.goto(
        live_server.url
        + reverse("admin:plans_indicator_change", args=[Indicator.objects.get(code="LD02").pk])
    )
    page.fill("#id_order", "77")
    page.fill("#id_cause", "Sắp xếp lại")
    page.click("button[value=preview]")
    page.click("button[value=store]")
    expect(page.locator(".messagelist .success")).to_have_count(1)
    assert Entry.objects.latest("version").cause == "Sắp xếp lại"
    assert refused == []


def test_vietnamese_is_typed_in_administration_too_and_an_error_stands_with_a_small_sign(
    page: Page, live_server: LiveServer
) -> None:
    f.plan_loaded()
    name = settings.SESSION_COOKIE_NAME
    session = signed_in(f.person("Dung", Role.ADMINISTRATOR)).cookies[name].value
    page.context.add_cookies([{"name": name, "value": session, "url": live_server.url}])
    commune = f.commune()
    page.goto(live_server.url + reverse("admin:communes_commune_change", args=[commune.pk]))
    page.select_option("[data-typing] select >> nth=0", "vni")
    page.fill("#id_name_vi", "")
    page.locator("#id_name_vi").press_sequentially("D9a Mai")
    expect(page.locator("#id_name_vi")).to_have_value("Đa Mai")
    page.fill("#id_slug", "Da_Mai")
    page.click("button[value=preview]")
    error = page.locator(".field__errors li").first
    expect(error).to_contain_text("chữ thường không dấu")
    box = error.locator("svg").bounding_box()
    assert box
    assert max(box["width"], box["height"]) < 20  # a sign as high as its words
