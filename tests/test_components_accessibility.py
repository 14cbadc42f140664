"""The gallery, and so every component, passes axe, and nothing of it is wider than a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.gallery_urls")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 640, 320])  # 640: a window of 1280 at 200%
@pytest.mark.parametrize("query", ["", "?layout=form&errors=1"])
def test_components_have_no_accessibility_violation(
    page: Page, live_server: LiveServer, query: str, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{live_server.url}/thanh-phan/{query}")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
