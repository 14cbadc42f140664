"""The typing aid in a real browser: caret, selection, paste, undo, switching, staying out of the way."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from django.test import Client
from playwright.sync_api import Page, expect

from tests import factories as f
from tests.scripts_page import HERE, Server
from tests.shown import Screen

FORM = """<main><form><input id="a" name="a"><textarea id="b"></textarea>
<input id="n" name="n" inputmode="numeric"><input id="e" name="e" type="email"></form></main>"""


@pytest.fixture
def aid(page: Page) -> Page:
    """A page with the aid, Telex chosen."""
    Server(page, FORM + render_to_string("components/typing.html"), "typing")
    page.select_option("[data-typing] select >> nth=0", "telex")
    return page


def test_words_are_typed_in_lines_and_in_areas(aid: Page) -> None:
    for field in ("#a", "#b"):
        aid.click(field)
        aid.keyboard.type("Thanhf phoos Bawcs Giang")
        expect(aid.locator(field)).to_have_value("Thành phố Bắc Giang")


def test_a_mark_goes_to_the_word_before_the_caret(aid: Page) -> None:
    aid.fill("#a", "xa hội")
    aid.focus("#a")
    aid.evaluate("document.querySelector('#a').setSelectionRange(2, 2)")
    aid.keyboard.type("x")
    expect(aid.locator("#a")).to_have_value("xã hội")
    aid.keyboard.type(" d")
    expect(aid.locator("#a")).to_have_value("xã d hội")


def test_a_selection_is_replaced_by_the_key_alone(aid: Page) -> None:
    aid.fill("#a", "tas")
    aid.evaluate("document.querySelector('#a').select()")
    aid.keyboard.type("s")
    expect(aid.locator("#a")).to_have_value("s")


def test_the_browsers_own_undo_takes_a_mark_off_again(aid: Page) -> None:
    aid.click("#b")
    aid.keyboard.type("too")
    expect(aid.locator("#b")).to_have_value("tô")
    aid.keyboard.press("Control+z")
    expect(aid.locator("#b")).to_have_value("to")


def test_pasted_text_stays_as_it_is(aid: Page) -> None:
    aid.click("#a")
    aid.evaluate("document.execCommand('insertText', false, 'vieejt')")
    expect(aid.locator("#a")).to_have_value("vieejt")


def test_numbers_and_addresses_are_left_alone(aid: Page) -> None:
    for field in ("#n", "#e"):
        aid.click(field)
        aid.keyboard.type("aas")
        expect(aid.locator(field)).to_have_value("aas")


def test_a_key_switches_it_off_and_on_and_says_so(aid: Page) -> None:
    aid.click("#a")
    aid.keyboard.press("F9")
    expect(aid.locator("[role=status]")).to_have_text("Đã tắt bộ gõ")
    aid.keyboard.type("aa ")
    aid.keyboard.press("F9")
    expect(aid.locator("[role=status]")).to_have_text("Đang bật bộ gõ: Telex")
    aid.keyboard.type("aa")
    expect(aid.locator("#a")).to_have_value("aa â")


def test_the_choice_is_remembered(aid: Page) -> None:
    aid.goto(HERE)
    aid.click("#a")
    aid.keyboard.type("ddi")
    expect(aid.locator("#a")).to_have_value("đi")


def test_it_stays_out_of_the_way_of_a_typing_aid_of_the_system(aid: Page) -> None:
    aid.click("#a")
    aid.keyboard.insert_text("ệ")
    expect(aid.locator("[role=status]")).to_contain_text("Máy đang bật bộ gõ riêng")
    aid.keyboard.type("aa")
    expect(aid.locator("#a")).to_have_value("ệaa")


def test_it_starts_switched_off(page: Page) -> None:
    Server(page, FORM + render_to_string("components/typing.html"), "typing")
    page.click("#a")
    page.keyboard.type("aa")
    expect(page.locator("#a")).to_have_value("aa")


@pytest.mark.django_db
@pytest.mark.parametrize("javascript", [False, True])
def test_the_aid_is_seen_only_where_it_works(page: Page, javascript: bool) -> None:
    f.plan_loaded()
    Screen(page).show("/lien-he/", Client().get("/lien-he/"))
    assert page.locator("[data-typing]").is_visible() is javascript


def test_words_that_a_keyboard_composes_by_itself_are_left_to_it(aid: Page) -> None:
    """So write telephones, and most typing aids of systems: the word stands in the field while it grows."""
    aid.click("#b")
    keyboard = aid.context.new_cdp_session(aid)
    for stage in ("t", "ti", "tie", "tiee", "tiês", "tiees"):
        keyboard.send(
            "Input.imeSetComposition",
            {"text": stage, "selectionStart": len(stage), "selectionEnd": len(stage)},
        )
    expect(aid.locator("#b")).to_have_value("tiees")
    keyboard.send("Input.insertText", {"text": "tiến"})
    expect(aid.locator("#b")).to_have_value("tiến")
