"""The leader's page as it is looked at: the first screen holds what matters, one sheet of paper holds all."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from communes.actions import reviewing
from communes.roles import Role
from plans.models import Plan
from tests import factories as f
from tests.test_form_in_a_browser import enter

pytestmark = pytest.mark.django_db(transaction=True)
SIZES = {"desk": (1280, 800), "telephone": (390, 844)}


def opened(page: Page, live_server: LiveServer, settings: Settings, size: str) -> None:
    """The page with sixteen overdue communes, the worst case of its list, and one accepted report."""
    place = f.commune()
    with f.on("2018-07-03"):
        submission = f.submitted(place, "2018-Q2", by=f.officer(place))
        reviewing.accept_submission(submission=submission, by=f.reviewer())
    Plan.objects.update(illustrative=True)
    settings.PORTAL_DATE = date(2018, 10, 15)
    enter(page, live_server, f.person("Giang", Role.LEADER))
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{live_server.url}/lam-viec/tong-quan/?ky=2018-Q2")


def bottom(page: Page, selector: str) -> float:
    """The lowest edge of the last element of that kind, from the top of the page."""
    return float(page.locator(selector).last.evaluate("e => e.getBoundingClientRect().bottom"))


def test_conclusions_changes_and_attention_are_seen_without_scrolling_and_paper_takes_one_sheet(
    page: Page, live_server: LiveServer, settings: Settings
) -> None:
    opened(page, live_server, settings, "desk")
    assert page.locator(".say").count() == 2
    assert page.locator(".task").count() == 5
    assert bottom(page, ".say") < bottom(page, "[aria-labelledby=changes] li") < 800
    assert bottom(page, ".task") <= 800
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(format="A4", prefer_css_page_size=True))
    assert len(pages) == 1


def test_the_first_line_is_read_on_a_telephone_at_once(
    page: Page, live_server: LiveServer, settings: Settings
) -> None:
    opened(page, live_server, settings, "telephone")
    assert bottom(page, ".moment li") < 844 / 2
    assert bottom(page, ".say__figure >> nth=0") < 844
    assert page.evaluate("document.documentElement.scrollWidth") == 390
