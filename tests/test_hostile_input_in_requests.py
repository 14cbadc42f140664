"""Requests that no page of the portal makes: without a token, too large, unreadable, by another method."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from bg_portal.audit.models import Event
from plans.models import Entry
from tests.hostile import PLACES, Found, found
from tests.page_forms import forms_of
from tests.role_table import GET, read
from tests.stage import Stage

pytestmark = pytest.mark.django_db
HERE = "http://testserver"
URLENCODED = "application/x-www-form-urlencoded"


def written() -> tuple[int, int]:
    """How much has been put into the ledger and the chain."""
    return Entry.objects.count(), Event.objects.count()


def in_vietnamese(response: Any) -> bool:
    page = response.content.decode()
    return 'lang="vi"' in page and "<h1" in page


WITHOUT_COOKIE = {"useful", "comment-write", "comment-own"}
"""Forms whose own signed field or address stands for the token, so that no cookie follows a visitor."""


@pytest.mark.parametrize("name", sorted(PLACES.keys() - WITHOUT_COOKIE))
def test_without_its_token_a_form_changes_nothing_and_is_given_back(stage: Stage, name: str) -> None:
    form, before = found(stage, name), written()
    strict, data = form.client(enforce_csrf_checks=True), form.form.untouched()
    foreign = strict.post(form.form.action, data, headers={"Origin": "https://evil.example"})
    own = strict.post(form.form.action, data, headers={"Origin": HERE})
    assert (foreign.status_code, own.status_code) == (403, 403)
    assert in_vietnamese(foreign)
    again = [each for each in forms_of(own.content, "") if each.action == form.form.action]
    given_back = again[0].untouched()
    assert {key: given_back[key] for key in data if "password" not in key} == {
        key: value for key, value in data.items() if "password" not in key
    }
    assert written() == before


def body(form: Found, content: bytes, kind: str = URLENCODED, *, strict: bool = False) -> Any:
    """Send raw bytes to where the form posts to; nothing of what follows stays."""
    client = form.client(enforce_csrf_checks=strict)
    if strict:
        client.get(form.page)  # without its cookie nothing of the body would be looked at
    with transaction.atomic():
        response = client.generic("POST", form.form.action, content, kind)
        transaction.set_rollback(True)
    return response


@pytest.mark.parametrize("name", sorted(PLACES))
def test_what_is_too_large_is_refused_in_words(stage: Stage, name: str) -> None:
    form, before = found(stage, name), written()
    field = next(iter(form.form.names()), "field").encode()
    ten_megabytes = body(form, field + b"=" + b"x" * 10_000_000, strict=True)
    many_fields = body(form, b"&".join(b"f%d=1" % number for number in range(5_000)), strict=True)
    for response in (ten_megabytes, many_fields):
        assert response.status_code == 413
        assert in_vietnamese(response)
    assert written() == before


UNREADABLE = {
    "half a multipart": (b"--x\r\nContent-Disposition: form-data; name=", "multipart/form-data; boundary=x"),
    "no boundary": (b"a=b", "multipart/form-data"),
    "JSON": (b'{"move": "send"}', "application/json"),
    "another encoding": (b"a=%ff%fe&%ed%a0%80=1", URLENCODED),
    "an unknown charset": (b"a=b", f"{URLENCODED}; charset=nonsense"),
    "nothing": (b"", URLENCODED),
}


@pytest.mark.parametrize("name", sorted(PLACES))
def test_what_cannot_be_read_is_no_failure(stage: Stage, name: str) -> None:
    form = found(stage, name)
    for kind, (content, content_type) in UNREADABLE.items():
        response = body(form, content, content_type)
        assert response.status_code < 500, kind
        if response.status_code != 302:
            assert in_vietnamese(response), kind


@pytest.mark.parametrize("name", sorted(PLACES))
def test_bytes_that_are_no_text_are_no_failure(stage: Stage, name: str) -> None:
    form = found(stage, name)
    for field in form.form.names()[:10]:
        assert body(form, field.encode() + b"=%ff%fe%ed%a0%80%00").status_code < 500


@pytest.mark.parametrize("who", ["nobody", "reviewer", "administrator"])
def test_other_methods_are_refused_everywhere(stage: Stage, who: str) -> None:
    before = written()
    for name in read(GET):
        for method in ("PUT", "DELETE"):
            response = stage.client(who).generic(method, stage.address(name))
            assert response.status_code in (302, 403, 405), (method, name)
    assert written() == before


QUERIES = (
    *(
        "nam=1e309",
        "nam=%00",
        "nam=2018&nam=x",
        "lan=%00",
        "lan=99999999999999999999",
        "lan=-1",
        "dong=1e309",
    ),
    *("dong=%C2%B2", "dong=99999999999", "trang=-1", "trang=%00", "tim=%00%E2%80%AE", "next=//evil.example"),
)


BESIDE = ("q=%00%E2%80%AE", "xa=%00&xa=%00", "voi=%00", "khoang=%00", "xep=%00", "loc=%E2%80%AE", "ky=%C2%B2")


@pytest.mark.parametrize("query", BESIDE)
def test_hostile_questions_are_no_failure(stage: Stage, query: str) -> None:
    for name, who in (("search", "nobody"), ("compare", "nobody"), ("forecast", "reviewer")):
        address = f"{stage.address(name)}?{query}"
        assert stage.client(who).get(address).status_code in (200, 404), address


@pytest.mark.parametrize("query", QUERIES)
def test_hostile_queries_are_no_failure(stage: Stage, query: str) -> None:
    for name in ("commune", "report", "report-edit", "people", "login", "home"):
        for who in ("nobody", "officer", "administrator"):
            address = f"{stage.address(name)}?{query}"
            assert stage.client(who).get(address).status_code in (200, 302, 403, 404), address


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/%ff%fe/",
        "/lam-viec/%00/2018-Q3/da-mai/",
        "/nguon/%E2%80%AE/",
        "/" + "x" * 5_000,
    ],
)
def test_hostile_addresses_are_not_found(path: str) -> None:
    assert Client().get(path).status_code in (302, 404)
