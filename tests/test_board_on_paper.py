"""The board on paper: one sheet, across."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.shown import Screen
from tests.stage import Stage

pytestmark = pytest.mark.django_db


def test_on_paper_it_is_one_sheet_across(stage: Stage, page: Page) -> None:
    address = stage.address("board")
    answer: Any = stage.client("reviewer").get(address)
    Screen(page).show(address, answer)
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    width, height = map(float, re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", paper)[0])
    assert width > height
