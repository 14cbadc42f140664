"""A visitor keeps a public page while nothing of it changed, and gets another one once something did."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bg_portal import etag
from bg_portal.release import release
from communes.actions.places import edit_commune, stated
from communes.models import Commune, Submission
from communes.roles import Role
from plans.actions.storing import store_document
from plans.queries import plan_document
from tests import factories as f
from tests.public_pages import addresses
from tests.stage import PLACE, Stage

pytestmark = pytest.mark.django_db
HOME = "/"


@pytest.fixture(autouse=True)
def nothing_ready() -> None:
    etag.forget()


@pytest.fixture
def ready() -> Iterator[None]:
    """As in earnest, a process keeps what it computed."""
    with override_settings(PORTAL_READY_BYTES=1_000_000):
        yield


def asked(client: Client, address: str, tag: str = "") -> Any:
    """What a browser gets that has the page under the tag, if it has one."""
    return client.get(address, headers={"If-None-Match": tag} if tag else {})


def test_every_public_page_has_a_tag_and_is_not_sent_twice(stage: Stage, client: Client) -> None:
    reference = Submission.objects.get(report__period=f.period("2018-Q1")).reference
    for address in addresses([PLACE], [reference]):
        first = asked(client, address)
        assert first["ETag"].startswith('W/"'), address
        again = asked(client, address, first["ETag"])
        assert (again.status_code, again.content) == (304, b""), address
        assert again["ETag"] == first["ETag"]


def test_an_unchanged_page_costs_one_query(stage: Stage, client: Client) -> None:
    tag = asked(client, HOME)["ETag"]
    with CaptureQueriesContext(connection) as queries:
        assert asked(client, HOME, tag).status_code == 304
    assert len(queries) == 1


def test_a_page_that_was_computed_is_ready_for_the_next_visitor(stage: Stage, ready: None) -> None:
    first = asked(Client(), HOME)
    with CaptureQueriesContext(connection) as queries:
        second = asked(Client(), HOME)
    assert len(queries) == 1
    assert second.content == first.content
    assert second["Content-Type"] == first["Content-Type"]


def test_any_of_several_tags_will_do_weak_or_strong(stage: Stage, client: Client) -> None:
    tag = asked(client, HOME)["ETag"]
    assert asked(client, HOME, f'"other", {tag}').status_code == 304
    assert asked(client, HOME, tag.removeprefix("W/")).status_code == 304
    assert asked(client, HOME, '"other"').status_code == 200
    assert asked(client, HOME, "*").status_code == 200


def test_a_compressed_page_is_kept_as_well(stage: Stage, client: Client) -> None:
    compressed = client.get(HOME, headers={"Accept-Encoding": "gzip"})
    assert compressed["Content-Encoding"] == "gzip"
    assert gzip.decompress(compressed.content) == asked(client, HOME).content
    headers = {"Accept-Encoding": "gzip", "If-None-Match": compressed["ETag"]}
    assert client.get(HOME, headers=headers).status_code == 304


def accept(stage: Stage) -> None:
    f.accepted(f.commune("tan-my"), by=f.officer(f.commune("tan-my")), reviewer=f.reviewer())


def edit_plan(stage: Stage) -> None:
    document = replace(plan_document(f.plan_loaded()), notes_en="Another note.")
    store_document(document=document, source="file:edition.toml", cause="test", by=None)


def rename(stage: Stage, slug: str = PLACE) -> None:
    place = f.commune(slug)
    shown = stated(place)
    changed = {**shown, "name_vi": "Đa Mai Mới"}
    edit_commune(
        commune=place, shown=shown, values=changed, cause="test", by=f.person("Mai", Role.ADMINISTRATOR)
    )


def rename_a_past_one(stage: Stage) -> None:
    taking_part = f.plan_loaded().participations.values("commune")
    place = Commune.objects.exclude(pk__in=taking_part).order_by("pk")[0]
    rename(stage, place.slug)


@pytest.mark.parametrize("change", [accept, edit_plan, rename, rename_a_past_one])
def test_after_a_change_it_is_sent_anew(
    stage: Stage, client: Client, ready: None, change: Callable[[Stage], None]
) -> None:
    before = asked(client, HOME)
    change(stage)
    after = asked(client, HOME, before["ETag"])
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]


def test_what_is_ready_is_not_shown_after_a_change(stage: Stage, client: Client, ready: None) -> None:
    asked(client, reverse("commune-list"))
    rename(stage)
    assert "Đa Mai Mới" in asked(client, reverse("commune-list")).content.decode()


def test_another_day_is_another_page(stage: Stage, client: Client) -> None:
    tag = asked(client, HOME)["ETag"]
    with f.on("2018-10-03"):
        assert asked(client, HOME, tag).status_code == 200


def test_each_language_and_each_query_is_a_page_of_its_own(stage: Stage, client: Client) -> None:
    plan = f.plan_loaded().slug
    objective = reverse("objective", args=[plan, "MT1"])
    found = (HOME, "/en/", objective, f"{objective}?ky=2018-Q1", f"/en{objective}")
    assert len({asked(client, address)["ETag"] for address in found}) == len(found)
    assert asked(client, "/en/", asked(client, HOME)["ETag"]).status_code == 200


def test_two_instances_agree(stage: Stage, client: Client) -> None:
    first = asked(client, HOME)
    etag.forget()
    release.cache_clear()
    second = asked(Client(), HOME)
    assert second["ETag"] == first["ETag"]
    assert second.content == first.content


def test_each_release_has_a_name_that_follows_from_its_files(tmp_path: Path) -> None:
    names = []
    for machine, text in (("a", "1"), ("b", "1"), ("c", "2")):
        folder = tmp_path / machine / "templates"
        folder.mkdir(parents=True)
        (folder / "home.html").write_text(text)
        with override_settings(BASE_DIR=tmp_path / machine):
            release.cache_clear()
            names.append(release())
    release.cache_clear()
    assert names[0] == names[1] != names[2]


def test_who_is_signed_in_gets_a_page_of_their_own_stored_nowhere(stage: Stage, ready: None) -> None:
    public = asked(Client(), HOME)
    own = asked(stage.client("reviewer"), HOME, public["ETag"])
    assert own.status_code == 200
    assert "ETag" not in own
    assert own["Cache-Control"] == "private, no-store"
    assert own.content != public.content
    assert asked(Client(), HOME).content == public.content


def test_after_signing_out_the_public_page_is_still_good(stage: Stage) -> None:
    client = stage.client("reviewer")
    tag = asked(Client(), HOME)["ETag"]
    assert asked(client, HOME, tag).status_code == 200
    client.logout()
    assert asked(client, HOME, tag).status_code == 304


def test_a_waiting_message_is_shown_once_and_to_its_reader_alone(stage: Stage, ready: None) -> None:
    client = Client()
    client.cookies["messages"] = "anything"
    answer = asked(client, HOME)
    assert answer["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer


def test_a_public_page_asks_for_no_session_and_varies_by_none(stage: Stage, client: Client) -> None:
    answer = asked(client, HOME)
    assert answer["Cache-Control"] == "public, no-cache"
    assert "Cookie" not in answer["Vary"]
    assert not answer.cookies


def test_a_page_with_a_token_has_no_tag(stage: Stage, client: Client) -> None:
    assert "ETag" not in asked(client, reverse("login"))


def test_what_is_not_there_has_no_tag(stage: Stage, client: Client) -> None:
    answer = asked(client, reverse("commune", args=["khong-co"]))
    assert (answer.status_code, "ETag" in answer) == (404, False)


def test_a_page_computed_while_something_changed_is_kept_by_nobody(
    stage: Stage, rf: RequestFactory, ready: None
) -> None:
    request = rf.get(HOME)
    tag = etag.tag_of(request)

    def changing() -> HttpResponse:
        rename(stage)
        return HttpResponse("of two versions")

    answer = etag._computed(tag, changing, lambda: etag.tag_of(request))
    assert "ETag" not in answer
    assert etag._ready.get(tag) is None
