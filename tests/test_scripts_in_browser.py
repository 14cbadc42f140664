"""Each script does in a real browser what its first line says, against answers made up here."""

from __future__ import annotations

import pytest
from playwright.sync_api import Dialog, Page, expect

from bg_portal.vietnamese import format_number, parse_number
from tests.scripts_page import HERE, Server

DRAFT = """<form action="/save" method="post" data-autosave data-unsaved data-autosave-failed="Not saved">
<input type="hidden" name="version" value="1"><input id="a" name="a"><input id="b" name="b">
<output data-sum-of="a b"></output><span data-saved>Saved before</span></form>"""
REMINDER = """<button data-copy="text" hidden>Copy</button><p id="text">Please send the report</p>
<span data-copied="text" data-words="Copied"></span>"""
REFUSED = """<div data-error-summary tabindex="-1"><a href="#c">c</a></div>
<details><summary>more</summary><label for="c">c</label><input id="c"></details>"""


def test_a_draft_saves_itself_and_takes_the_new_version(page: Page) -> None:
    server = Server(page, DRAFT, "autosave")
    page.fill("#a", "1")
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    expect(page.locator("[name=version]")).to_have_value("2")
    assert server.saves == ["1"]


@pytest.mark.parametrize(
    ("words", "announced"), [("Somebody else saved", "Somebody else saved"), ("", "Not saved")]
)
def test_a_refused_save_says_why(page: Page, words: str, announced: str) -> None:
    server = Server(page, DRAFT, "autosave")
    server.status, server.words = 409, words
    page.fill("#a", "1")
    expect(page.locator("[data-saved]")).to_have_text(announced)
    expect(page.locator("[name=version]")).to_have_value("1")


def test_a_changed_form_is_not_left_silently_and_a_saved_one_is(page: Page) -> None:
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    Server(page, DRAFT, "unsaved")
    page.click("#a")
    page.keyboard.type("9")
    page.goto(f"{HERE}elsewhere")
    assert asked == ["beforeunload"]
    page.click("#a")
    page.keyboard.type("9")
    page.dispatch_event("form", "portal:saved")
    page.goto(HERE)
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(
    ("language", "typed", "summed"),
    [
        ("vi", "1.234,5", "1.236,5"),
        ("vi", "1 234,125", "1.236,125"),
        ("vi", "0,5", "2,5"),
        ("vi", "1.5", "…"),
        ("vi", "1,234.5", "…"),
        ("en", "1,234", "1,236"),
        ("en", "1,234.125", "1,236.125"),
        ("en", "1,5", "…"),
        ("en", "12 34", "…"),
        ("vi", "2x", "…"),
        ("vi", "", "…"),
    ],
)
def test_a_running_sum_reads_numbers_as_the_server_does(
    page: Page, language: str, typed: str, summed: str
) -> None:
    try:
        read = parse_number(typed, language=language)
        assert format_number(read + 2, language=language) == summed
    except ValueError:
        assert summed == "…"
    Server(page, DRAFT, "totals", language=language)
    page.fill("#a", typed)
    page.fill("#b", "2")
    expect(page.locator("output")).to_have_text(summed)


def test_the_summary_of_errors_takes_the_focus_and_leads_into_closed_details(page: Page) -> None:
    Server(page, REFUSED, "errors")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.click("a")
    expect(page.locator("#c")).to_be_focused()


def test_the_copy_button_appears_only_where_it_works(page: Page) -> None:
    page.add_init_script(
        "const clipboard = {writeText: async (words) => {window.copied = words}};"
        "Object.defineProperty(navigator, 'clipboard', {value: clipboard});"
    )
    Server(page, REMINDER, "buttons")
    page.click("button")
    expect(page.locator("[data-copied]")).to_have_text("Copied")
    assert page.evaluate("window.copied") == "Please send the report"
