"""Whatever is typed into a form is answered in words and kept, and never breaks a page."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.hostile import (
    PLACES,
    SHOWN_AGAIN,
    VALUES,
    WITH_CLEARANCE,
    Found,
    found,
    posts_to,
    report_forms_with_clearance,
)
from tests.page_forms import forms_of
from tests.role_table import readable
from tests.stage import Stage

pytestmark = pytest.mark.django_db
ANSWERS = {200, 400, 403, 404, 409, 410, 413, 422}
"""Redirects have been followed."""
EMPTIED = {"website"}
"""What nobody should fill in is empty again, so that whoever did it by mistake gets through."""


def is_a_page(response: Any) -> bool:
    """A whole page in Vietnamese, in which nothing that was typed acts."""
    page = response.content.decode()
    return (
        'lang="vi"' in page
        and "<h1" in page
        and "<script>alert" not in page
        and 'onfocus=alert(1) x="' not in page
    )


def test_every_form_of_every_page_is_tried_here(stage: Stage) -> None:
    seen = set()
    people = {who for _page, who in PLACES.values()}
    for name, who in readable():
        if who not in people:
            continue
        address = stage.address(name)
        response = stage.client(who).get(address)
        if not response["Content-Type"].startswith("text/html"):
            continue
        seen |= {posts_to(form) for form in forms_of(response.content, address)}
    assert seen - {""} == set(PLACES)
    assert {each.name for each in report_forms_with_clearance(stage)} == set(WITH_CLEARANCE)


@pytest.mark.parametrize("name", sorted(PLACES))
def test_hostile_values_in_all_fields_at_once(stage: Stage, name: str) -> None:
    """First where people type, then in hidden fields and buttons too."""
    form = found(stage, name)
    typed, names = form.form.typed(), form.form.names()
    for fields in [typed, names] if typed != names else [typed] if typed else []:
        for kind, value in VALUES.items():
            response = form.post({**form.form.untouched(), **dict.fromkeys(fields, value)})
            assert response.status_code in ANSWERS, kind
            assert is_a_page(response), kind


def representatives(form: Found) -> list[str]:
    """One field of each sort: the report form asks the same of many indicators."""
    sorts = {
        re.sub(r"^[A-Z]{2}\d+[a-z]?|\d+", "", each) or f"number {each}"[:6]: each
        for each in form.form.names()
    }
    return sorted(sorts.values())


@pytest.mark.parametrize("name", sorted(PLACES))
def test_hostile_values_in_one_field_and_fields_left_out(stage: Stage, name: str) -> None:
    form = found(stage, name)
    whole = form.form.untouched()
    for field in representatives(form):
        for kind in ("NUL", "a superscript", "another id", "HTML"):
            response = form.post({**whole, field: VALUES[kind]}, follow=False)
            assert response.status_code in {302, *ANSWERS}, (field, kind)
        without = {each: value for each, value in whole.items() if each != field}
        assert form.post(without, follow=False).status_code in {302, *ANSWERS}, field
    assert form.post({}).status_code in ANSWERS


TAKE_ANY_WORDS = {
    "figure-withdraw",
    "instruction",
    "news-withdraw",
    "period-close",
    "period-open",
    "report-edit",
    "report-reopen",
    "report-return",
}
"""Forms that ask for a reason alone, or keep whatever is typed for later."""


@pytest.mark.parametrize("name", sorted(PLACES))
def test_what_cannot_be_taken_stands_in_the_field_again(stage: Stage, name: str) -> None:
    form, looked_at = found(stage, name), 0
    for kind in SHOWN_AGAIN:
        written = [each for each in form.form.written() if each not in EMPTIED]
        response = form.post({**form.form.untouched(), **dict.fromkeys(written, VALUES[kind])})
        if response.status_code >= 400 and written:
            looked_at += 1
            held = forms_of(response.content, form.page)
            again = next(each for each in held if posts_to(each) == name).untouched()
            assert {each: again[each] for each in written} == {each: [VALUES[kind]] for each in written}, kind
    assert bool(looked_at) == bool(written and name not in TAKE_ANY_WORDS)
