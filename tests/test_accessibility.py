"""Every page passes axe in both schemes, widths and languages, fits a phone, and stays within its policy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import translation
from playwright.sync_api import Page

from tests.hostile import PLACES, VALUES, found
from tests.role_table import GET, read
from tests.shown import Look, Screen
from tests.stage import Stage

pytestmark = pytest.mark.django_db
PHONE = 390
WIDE, NIGHT, NARROW = Look("light", 1280), Look("dark", 1280), Look("light", PHONE)
FULLEST = ("reviewer", "officer", "administrator", "leader", "nobody")
"""Who sees most of a page, the first that may open it."""
ALSO = (
    ("desk", "officer"),
    ("desk", "leader"),
    ("desk", "administrator"),
    ("report", "officer"),
    ("report", "inspector"),
    ("report-check", "officer"),
    ("report-check", "commune leader"),
    ("home", "nobody"),
)
"""Pages that say something else to somebody else."""
NO_PAGES = {
    "healthz",
    "readyz",
    "sitemap",
    "robots",
    "objective-why-csv",
    "indicator-why-csv",
    "indicator-why-inside-csv",
    "news-feed",
    "news-picture",
}

Answered = tuple[str, Any]


def pages(stage: Stage) -> Iterator[Answered]:
    """Every page that can be opened, for who sees most of it."""
    table = read(GET)
    seen = [
        (name, next(who for who in FULLEST if row[who] == 200))
        for name, row in table.items()
        if name not in NO_PAGES and 200 in row.values()
    ]
    for name, who in (*seen, *ALSO):
        address = stage.address(name)
        yield f"{address}", stage.client(who).get(address)


def refusals(stage: Stage) -> Iterator[Answered]:
    """What stands there where something cannot be done: errors in each form, and every kind of refusal."""
    for name in PLACES:
        form = found(stage, name)
        typed = dict.fromkeys(form.form.written(), VALUES["NUL"])
        with transaction.atomic():
            answer = form.client().post(form.form.action, {**form.form.untouched(), **typed})
            transaction.set_rollback(True)
        if answer.status_code != 302:
            yield form.page, answer
    edit = stage.address("report-edit")
    yield edit, stage.client("officer").post(edit, {"version": "0", "LD01": "77", "limitations": "Chưa đủ"})
    yield edit, Client().post(edit, {"version": "0", "LD01": "77"})
    origin = {"Origin": "http://testserver"}
    yield edit, Client(enforce_csrf_checks=True).post(edit, {"LD01": "77"}, headers=origin)
    yield edit, stage.client("officer").put(edit)
    yield "/khong-co/", Client().get("/khong-co/")
    yield stage.address("people"), stage.client("officer").get(stage.address("people"))
    yield "/moi/abc/", Client().get("/moi/abc/")


def faults(page: Page, answered: Iterator[Answered], *looks: Look) -> list[str]:
    """Everything that is wrong anywhere."""
    screen, wrong = Screen(page), []
    for address, answer in answered:
        screen.show(address, answer)
        found = [fault for look in looks for fault in screen.faults(look)]
        wrong += [f"{address} {fault}" for fault in [*found, screen.overflow(PHONE)] if fault]
    return wrong + screen.complaints + screen.strangers


def test_every_page_is_accessible_wide_and_narrow_by_day_and_by_night(page: Page, stage: Stage) -> None:
    assert faults(page, pages(stage), WIDE, NIGHT, NARROW) == []


def test_every_refusal_is_accessible(page: Page, stage: Stage) -> None:
    assert faults(page, refusals(stage), WIDE) == []


def test_every_english_page_is_accessible(page: Page, stage: Stage) -> None:
    with translation.override("en"):
        assert faults(page, pages(stage), WIDE) == []
