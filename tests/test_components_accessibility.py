"""The gallery, and so every component, passes axe, and nothing of it is wider than the window."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.gallery_urls")]
WINDOWS: list[tuple[int, Literal["light", "dark"]]] = [(1280, "light"), (1280, "dark"), (320, "light")]


def test_components_have_no_accessibility_violation(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/thanh-phan/?layout=form&errors=1")
    for width, scheme in WINDOWS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{width} {scheme}: {found.generate_report()}"


def test_nothing_is_wider_than_the_window(page: Page, live_server: LiveServer) -> None:
    for query in ("", "?layout=form&errors=1"):
        page.goto(f"{live_server.url}/thanh-phan/{query}")
        for width in (1280, 640, 390, 320):  # 640: a window of 1280 at 200%; 320: WCAG 2.1, 1.4.10
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
