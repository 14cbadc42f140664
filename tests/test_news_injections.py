"""Scripts in every field of an announcement run nowhere, under the policy and without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Page

from communes.models import User
from plans.actions.news import withdraw_announcement
from plans.models import Announcement
from tests import factories as f
from tests import news
from tests.injections import PAYLOADS, RUN_AT_ONCE, Watch, what_could_run, without_policy

pytestmark = pytest.mark.django_db
LINES = ("title_vi", "title_en", "summary_vi", "summary_en", "source_vi", "source_en", "alt_vi", "alt_en")


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def stored(by: User) -> None:
    """An announcement for each text, in every field; the first one holds all of them in its body."""
    picture, everything = news.picture(by).pk, "\n\n".join(PAYLOADS)
    for number, text in enumerate(PAYLOADS):
        line = " ".join(text.split())
        body = everything if number == 0 else text
        fields: dict[str, Any] = dict.fromkeys(LINES, line) | {"body_vi": body, "body_en": body}
        news.published(by, **fields, picture_id=picture)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address_of(announcement: Announcement) -> str:
    """Its address in Vietnamese, whatever language the last page was in."""
    return f"/tin-tuc/{announcement.year}/{announcement.slug}/"


def public(client: Client) -> Iterator[tuple[str, Any]]:
    """The pages that show everything, in both languages."""
    pages = range(1, len(PAYLOADS) // 20 + 2)
    first = address_of(Announcement.objects.order_by("pk")[0])
    for address in (first, f"/en{first}", *(f"/tin-tuc/?trang={page}" for page in pages)):
        yield address, client.get(address)


def inside(client: Client, by: User) -> Iterator[tuple[str, Any]]:
    """The pages of writing, with all that was typed in their fields again."""
    found = Announcement.objects.order_by("pk")[0]
    address = f"/lam-viec/tin-tuc/{found.pk}/"
    yield "/lam-viec/tin-tuc/", client.get("/lam-viec/tin-tuc/")
    yield address, client.get(address)
    yield f"{address}sua/", client.get(f"{address}sua/")
    text = PAYLOADS[31]
    typed = {**dict.fromkeys(LINES, text), "body_vi": "\n\n".join(PAYLOADS), "about": text, "source_on": text}
    yield f"{address}sua/", client.post(f"{address}sua/", {**typed, "number": text, "uid": text})
    valid = {"title_vi": text, "summary_vi": text, "body_vi": typed["body_vi"], "about": "125-kh-ubnd"}
    yield f"{address}sua/", client.post(f"{address}sua/", {**valid, "preview": "1"})
    yield f"{address}sua/", client.post(f"{address}sua/", {**valid, "number": "0"})
    withdraw_announcement(announcement=found, reason="\n\n".join(PAYLOADS), by=by)
    yield address_of(found), client.get(address_of(found))


def test_the_browser_would_see_what_runs(page: Page) -> None:
    """Without this, the tests below could not fail."""
    watch = Watch(page)
    for text in RUN_AT_ONCE:
        answer = HttpResponse(f"<!doctype html><title>x</title><p>{text}</p>")
        assert watch.runs("/x", without_policy(answer), policy=False) == ["1"], text
        assert what_could_run(answer.content) != []


def test_nothing_runs_on_public_pages(page: Page, bob: User) -> None:
    stored(bob)
    watch, client = Watch(page), Client()
    for address, answer in public(client):
        assert answer.status_code == 200
        assert "alert(1)" in answer.content.decode()
        for policy in (False, True):
            assert watch.runs(address, answer, policy=policy) == [], (address, policy)
    assert watch.screen.strangers == []


def test_nothing_runs_where_announcements_are_written(page: Page, bob: User) -> None:
    stored(bob)
    watch = Watch(page)
    for address, answer in inside(signed_in(bob), bob):
        assert "alert(1)" in answer.content.decode(), address
        for policy in (False, True):
            assert watch.runs(address, answer, policy=policy) == [], (address, policy)
    assert watch.screen.strangers == []


def test_no_page_of_an_announcement_holds_anything_that_could_run(bob: User) -> None:
    stored(bob)
    client = Client()
    for announcement in Announcement.objects.all():
        answer = client.get(address_of(announcement))
        assert what_could_run(answer.content) == [], announcement.last_version.title_vi


@pytest.mark.parametrize("text", PAYLOADS[:40:6])
def test_nothing_of_an_address_comes_back(text: str) -> None:
    client = Client()
    for address in ("/tin-tuc/", "/tin-tuc/2018/", f"/tin-tuc/2018/{text}/", f"/tin-tuc/{text}/"):
        answer = client.get(address, {"trang": text, "ky": text, text: text})
        assert what_could_run(answer.content) == []
