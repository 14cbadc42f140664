"""Each script does in a real browser what its first line says, against answers made up here."""

from __future__ import annotations

import pytest
from playwright.sync_api import Dialog, Page, expect

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


def test_a_running_sum_reads_vietnamese_numbers_and_knows_when_it_does_not_know(page: Page) -> None:
    Server(page, DRAFT, "totals")
    expect(page.locator("output")).to_have_text("…")
    page.fill("#a", "1.234,5")
    page.fill("#b", "2")
    expect(page.locator("output")).to_have_text("1.236,5")
    page.fill("#b", "2x")
    expect(page.locator("output")).to_have_text("…")


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
    Server(page, REMINDER, "copy")
    page.click("button")
    expect(page.locator("[data-copied]")).to_have_text("Copied")
    assert page.evaluate("window.copied") == "Please send the report"
