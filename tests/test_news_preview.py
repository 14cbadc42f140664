"""The preview of an announcement follows what is typed, and stays where the text cannot stand."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Page, Response, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from plans.models import Announcement
from tests import factories as f
from tests.factories_reports import signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def form(page: Page, live_server: LiveServer, settings: Settings) -> Page:
    """The empty form before a reviewer."""
    settings.PORTAL_DATE = date(2018, 10, 2)
    f.plan_loaded()
    cookie = signed_in(f.reviewer()).cookies[django_settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": django_settings.SESSION_COOKIE_NAME, "value": cookie.value, "url": live_server.url}]
    )
    page.goto(f"{live_server.url}/lam-viec/tin-tuc/moi/")
    page.fill("#id_title_vi", "Tin thử")
    page.fill("#id_summary_vi", "Tóm tắt")
    page.fill("#id_body_vi", "# Kết quả\n\n- một")
    return page


def test_it_appears_and_changes_while_one_types(form: Page) -> None:
    shown = form.locator("[data-shown]")
    expect(shown.locator("article")).to_contain_text("Kết quả")
    form.fill("#id_body_vi", "Lời khác")
    expect(shown.locator("article")).to_contain_text("Lời khác")
    expect(shown.locator("article")).not_to_contain_text("Kết quả")
    assert not Announcement.objects.exists()


def without_a_title(answer: Response) -> bool:
    """Whether it answers the form as it stands now: an earlier one may be on its way still."""
    return 'name="title_vi"\r\n\r\n\r\n' in (answer.request.post_data or "")


def test_it_stays_while_the_text_cannot_stand(form: Page) -> None:
    shown = form.locator("[data-shown]")
    expect(shown.locator("article")).to_contain_text("Kết quả")
    with form.expect_response(without_a_title):
        form.fill("#id_title_vi", "")
    expect(shown.locator("article")).to_contain_text("Kết quả")
    assert form.input_value("#id_body_vi").startswith("# Kết quả")
