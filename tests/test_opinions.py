"""Whether a page was useful is counted by page and day, without a cookie or a word about who answered."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from communes.models import Opinion
from communes.opinion_address import signed
from plans.comment_tokens import key_of
from tests import factories as f
from tests.comments import later, sent
from tests.page_forms import forms_of

pytestmark = pytest.mark.django_db
ADDRESS = f"/huu-ich/?{urlencode(signed('/xa-phuong/'))}"


@pytest.fixture(autouse=True)
def one_day() -> Any:
    with f.on("2018-10-02"):
        f.plan_loaded()
        yield


def asked(client: Client) -> dict[str, list[str]]:
    form = next(form for form in forms_of(client.get(ADDRESS).content, ADDRESS) if form.method == "post")
    return form.untouched()


def test_an_answer_is_added_to_the_number_of_the_page() -> None:
    for useful in ("yes", "yes", "no"):
        client = Client(enforce_csrf_checks=True)
        answer = client.post(ADDRESS, {**asked(client), "useful": useful})
        assert answer.status_code == 200
        assert not client.cookies
    rows = Opinion.objects.order_by("useful").values_list("address", "useful", "number")
    assert list(rows) == [("/xa-phuong/", False, 1), ("/xa-phuong/", True, 2)]


def test_an_answer_without_the_question_is_not_counted_and_can_be_sent_once_more() -> None:
    client = Client()
    refused = client.post(ADDRESS, {"useful": "yes", "asked": "abc"})
    assert refused.status_code == 422
    form = next(form for form in forms_of(refused.content, ADDRESS) if form.method == "post")
    assert form.untouched()["useful"] == ["yes"]
    assert Opinion.objects.count() == 0
    assert client.post(ADDRESS, form.untouched()).status_code == 200
    assert Opinion.objects.count() == 1


def test_no_answer_is_refused_in_words_of_the_portal() -> None:
    assert "novalidate" in Client().get(ADDRESS).content.decode()  # browsers would say it in their own
    refused = Client().post(ADDRESS, asked(Client()))
    assert refused.status_code == 422
    assert "Phải nhập mục này." in refused.content.decode()


def test_a_question_that_was_open_for_too_long_is_asked_again() -> None:
    client = Client()
    old = asked(client)
    with later(3 * 3600):
        assert client.post(ADDRESS, {**old, "useful": "no"}).status_code == 422


@pytest.mark.parametrize(
    "place", ["/lam-viec/", "https://example.vn/", "/khong-co/", "//example.vn", "/" + "a" * 400]
)
def test_only_public_pages_of_the_portal_are_asked_about(place: str) -> None:
    assert Client().get("/huu-ich/", signed(place)).status_code == 404


@pytest.mark.parametrize("mark", ["", "abc", signed("/tin-tuc/")["dau"]])
def test_only_a_page_that_the_portal_drew_is_asked_about(mark: str) -> None:
    assert Client().get("/huu-ich/", {"trang": "/xa-phuong/", "dau": mark}).status_code == 404


def question(client: Client, address: str, status: int = 200) -> str:
    """Where the foot of a page leads to the question."""
    answer = client.get(address)
    assert answer.status_code == status
    return next(str(link.href) for link in answer.context["about"] if link.href.startswith("/huu-ich/"))


def test_every_page_leads_to_the_question_about_itself_and_a_refusal_or_a_secret_to_none() -> None:
    client = Client()
    assert client.get(question(client, "/xa-phuong/")).context["address"] == "/xa-phuong/"
    assert question(client, "/xa-phuong/aaa1/", 404) == "/huu-ich/"
    assert question(client, "/khong-co/", 404) == "/huu-ich/"
    assert question(client, reverse("comment-own", args=[key_of(sent().uid)])) == "/huu-ich/"


def test_the_city_reads_the_answers() -> None:
    Opinion.objects.create(address="/xa-phuong/", day="2018-10-02", useful=False, number=7)
    client = Client()
    client.force_login(f.reviewer())
    page = client.get("/lam-viec/huu-ich/").content.decode()
    assert "/xa-phuong/" in page
    assert ">7<" in page


def test_a_way_leads_from_the_desk_to_the_answers() -> None:
    with f.on("2018-10-02"):
        client = Client()
        f.plan_loaded()
        client.force_login(f.reviewer())
        assert 'href="/lam-viec/huu-ich/"' in client.get("/lam-viec/").content.decode()
