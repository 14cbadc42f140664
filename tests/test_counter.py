"""The counter shows what is left as the portal counts it, and nothing is cut off."""

from __future__ import annotations

import pytest
from django import forms
from django.template.loader import render_to_string
from playwright.sync_api import Page, expect

from bg_portal.forms import PortalRenderer
from bg_portal.vietnamese import clean_text
from tests.scripts_page import Server

FIELD = '<main><form><textarea id="a" data-limit="300"></textarea></form></main>'
TEXTS = [
    "",
    "  đầu   và cuối  ",
    "vie\u0302\u0323t nam",
    "một\r\nhai\n\n\n\nba\t bốn",
    "ẩn\u200b\u00ad\ufeffdấu",
    "😀 mặt cười 𠀀",
    "dòng\u2028mới\x0bnữa",
    "khoảng\u00a0trắng",
]


@pytest.fixture
def counted(page: Page) -> Page:
    Server(page, FIELD + render_to_string("components/typing.html"), "counter")
    return page


@pytest.mark.parametrize("text", TEXTS)
def test_it_counts_what_would_be_stored(counted: Page, text: str) -> None:
    counted.locator("#a").evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new Event('input')); }", text
    )
    left = 300 - len(clean_text(text, multiline=True))
    expect(counted.locator(".counter")).to_have_text(f"Số ký tự còn lại: {left}")


def test_too_much_is_said_and_told_once_typing_rests(counted: Page) -> None:
    counted.fill("#a", "a" * 312)
    expect(counted.locator(".counter")).to_contain_text("Thừa 12 ký tự")
    expect(counted.locator("[role=status].visually-hidden")).to_contain_text("Thừa 12 ký tự")
    expect(counted.locator("#a")).to_have_value("a" * 312)


class Form(forms.Form):
    text = forms.CharField(max_length=300, widget=forms.Textarea)
    line = forms.CharField(max_length=30)


def test_no_field_lets_the_browser_cut_what_is_pasted() -> None:
    drawn = Form(renderer=PortalRenderer()).render()
    assert "maxlength" not in drawn
    assert drawn.count('data-limit="300"') == 1
