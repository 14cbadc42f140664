"""What the pages of the city cost: at most 12 queries and little to send, the same at 16 and 160 communes."""

from __future__ import annotations

import gzip

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from communes.actions import reviewing
from communes.models import Commune, User
from communes.roles import Role
from tests import factories as f
from tests.city import DAY, address, browser
from tests.crowd import many_more

pytestmark = pytest.mark.django_db
MOST = 12


def stage() -> tuple[User, User, Commune]:
    """Reports in every state, for an officer and a reviewer."""
    bob, alice, place = f.reviewer(), f.officer(), f.commune()
    with f.on("2018-07-04"):
        f.accepted(place, "2018-Q2", by=alice, reviewer=bob, LD01=5)
    with f.on(DAY):
        f.submitted(place, by=alice)
        for slug in ("le-loi", "my-do", "tan-my"):
            sent = f.submitted(f.commune(slug), by=f.officer(f.commune(slug)))
            reviewing.return_submission(submission=sent, by=bob, comment="TT02 cần giải trình.")
        f.accepted(f.commune("song-khe"), by=f.officer(f.commune("song-khe")), reviewer=bob)
        f.written(f.commune("tran-phu"), by=f.officer(f.commune("tran-phu")))
    return bob, alice, place


def cost(client: Client, path: str) -> tuple[int, int]:
    """Queries and compressed bytes of a page; what is read once a process or a session was read before."""
    with f.on(DAY):
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
    assert response.status_code == 200, path
    return len(queries), len(gzip.compress(response.content))


def pages(reader: User, *, city: bool) -> dict[str, tuple[int, int]]:
    """What the pages of one reader cost."""
    paths = ["/lam-viec/", address("report", f.commune())]
    if city:
        states = ("le-loi", "song-khe", "tran-phu", "dinh-ke")
        paths += [address("period-desk"), *(address("report", f.commune(slug)) for slug in states)]
    client = browser(reader)
    return {path: cost(client, path) for path in paths}


@pytest.mark.parametrize("more", [0, 144])
def test_no_page_takes_more_than_twelve_queries(more: int) -> None:
    bob, alice, _place = stage()
    if more:
        many_more(more)
    readers = {bob: True, alice: False, f.person("Giang", Role.LEADER): True}
    found = [pages(reader, city=city) for reader, city in readers.items()]
    assert {path: q for each in found for path, (q, _size) in each.items() if q > MOST} == {}
    largest = 40_000 if more else 20_000
    assert {path: size for each in found for path, (_q, size) in each.items() if size > largest} == {}


def test_queries_do_not_grow_with_the_communes() -> None:
    bob, _alice, _place = stage()
    few = {path: queries for path, (queries, _size) in pages(bob, city=True).items()}
    many_more(144)
    assert {path: queries for path, (queries, _size) in pages(bob, city=True).items()} == few


def test_the_reviewer_s_own_pages_of_a_move_stay_cheap() -> None:
    bob, _alice, place = stage()
    client = browser(bob)
    names = {
        "report-return": place,
        "report-reopen": f.commune("song-khe"),
        "report-extend": f.commune("dinh-ke"),
    }
    for name, where in names.items():
        assert cost(client, address(name, where))[0] <= MOST
    code = address("figure-withdraw", f.commune("song-khe"), "2018-Q3", "LD01")
    assert cost(client, code)[0] <= MOST
    assert cost(client, address("period-close"))[0] <= MOST
