"""The page of a year's healthy standing: who reads, who records, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from communes.models import Recognition
from communes.roles import Role
from communes.vocabulary import RecognitionStep
from tests import factories as f
from tests.city import browser, words
from tests.decisions import AUTHORITY, DAY, document, record, register

pytestmark = pytest.mark.django_db
TYPED = {
    "communes": ["da-mai", "my-do"],
    "step": "recognise",
    "number": "04/QĐ-UBND",
    "dated_on": "20/02/2019",
    "authority": AUTHORITY,
    "reason": "",
}


@pytest.fixture(autouse=True)
def _a_day_in_march() -> Iterator[None]:
    with f.on(DAY):
        register("da-mai", "my-do", "song-mai")
        yield


def address(year: int = 2018) -> str:
    return reverse("recognition", args=[f.plan_loaded().slug, year])


@pytest.fixture
def bob() -> Client:
    return browser(f.reviewer())


def send(client: Client, **changed: Any) -> Any:
    return client.post(address(), {**TYPED, **changed})


def test_a_decision_for_several_communes_is_recorded_by_one_form(bob: Client) -> None:
    response = send(bob)
    assert response.status_code == 302
    assert response["Location"] == address()
    assert Recognition.objects.count() == 2
    page = words(bob.get(address()))
    assert "Được công nhận" in page
    assert f"04/QĐ-UBND, 20/02/2019, {AUTHORITY}" in page


def test_the_page_speaks_the_words_of_the_field(bob: Client) -> None:
    record(RecognitionStep.REVIEW, "da-mai", by=f.reviewer())
    page = words(bob.get(address()))
    for word in ("Chưa đăng ký", "Đã đăng ký, 15/01/2018", "Đang thẩm định, phúc tra", "Chưa có quyết định"):
        assert word in page
    with f.on("2018-12-31"):
        assert '<td data-label="Văn bản quyết định"></td>' in words(bob.get(address()))


@pytest.mark.parametrize(
    "changed",
    [
        {"number": ""},
        {"dated_on": "31/02/2019"},
        {"dated_on": "02/03/2019"},
        {"authority": ""},
        {"communes": []},
        {"communes": ["khong-co"]},
        {"step": "fly"},
        {"step": ""},
        {"reason": "a\x00b"},
        {"number": "9" * 400},
    ],
    ids=str,
)
def test_what_cannot_be_taken_is_said_and_everything_typed_is_kept(
    bob: Client, changed: dict[str, Any]
) -> None:
    response = send(bob, **changed)
    assert response.status_code == 422
    page = words(response)
    kept = {"number": TYPED["number"], "authority": AUTHORITY} | changed
    assert f'value="{kept["number"]}"' in page or not kept["number"]
    assert f'value="{kept["authority"]}"' in page or not kept["authority"]
    assert not Recognition.objects.exists()


def test_a_refusal_names_each_commune_and_keeps_the_ticks(bob: Client) -> None:
    response = send(bob, communes=["da-mai", "dinh-tri", "le-loi"])
    page = words(response)
    assert response.status_code == 400
    for name in ("xã Dĩnh Trì", "phường Lê Lợi"):
        assert f"{name}: chưa đăng ký trong năm" in page
    assert page.count(" checked") == 4
    assert not Recognition.objects.exists()


@pytest.mark.parametrize("role", [Role.LEADER, Role.INSPECTOR])
def test_leaders_and_inspectors_read_and_find_no_form(role: Role) -> None:
    client = browser(f.person("Eve", role))
    assert 'method="post" novalidate' not in words(client.get(address()))
    assert send(client).status_code == 403
    assert not Recognition.objects.exists()


@pytest.mark.parametrize("role", [Role.OFFICER, Role.COMMUNE_LEADER, Role.ADMINISTRATOR])
def test_the_page_is_closed_to_others(role: Role) -> None:
    place = None if role == Role.ADMINISTRATOR else f.commune()
    client = browser(f.person("Eve", role, place))
    assert client.get(address()).status_code == send(client).status_code == 403


@pytest.mark.parametrize("year", [2015, 2021, 0, 99999999999999999999999])
def test_a_year_outside_the_plan_is_not_found(bob: Client, year: int) -> None:
    assert bob.get(address(year)).status_code == 404


def test_the_page_asks_at_most_twelve_queries(bob: Client, django_assert_max_num_queries: Any) -> None:
    record(RecognitionStep.RECOGNISE, "da-mai", "my-do", by=f.reviewer(), document=document())
    bob.get(address())
    with django_assert_max_num_queries(12) as asked:
        bob.get(address())
    assert isinstance(asked, CaptureQueriesContext)
