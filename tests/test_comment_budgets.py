"""However many comments there are and whatever they are about, a page costs no more than any other."""

from __future__ import annotations

import gzip
from typing import Any, Final

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from communes.models import User
from communes.roles import Role
from plans.comment_queries import objective_of
from plans.comment_tokens import key_of
from plans.models import Comment
from tests import comments as c
from tests import factories as f
from tests import news
from tests.city import browser

pytestmark = pytest.mark.django_db
MOST_QUERIES: Final = 12
MOST_BYTES: Final = 20_000
STATES: Final = ("waiting", "approved", "rejected")


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


def written(by: User, number: int) -> None:
    """A comment of each kind, on each objective and on an announcement of its own."""
    item = news.published(by, title_vi=f"Tin thứ {number}")
    other = objective_of(f.plan_loaded(), "MT2")
    kinds: tuple[dict[str, Any], ...] = ({}, {"subject": other}, {"news": item})
    for about in kinds:
        said = f"Ý kiến {number} về việc {sorted(about)}: {'mong có thêm buổi tối ' * 10}"
        c.answered(by, f"{said} một.", **about)
        c.approved(by, f"{said} hai.", **about)
        c.rejected(by, text=f"{said} ba.", **about)
        c.sent(f"{said} bốn, hỏi ông Nguyễn Văn An.", **about)


def costs(by: User) -> dict[str, tuple[int, int]]:
    """Queries and compressed bytes of every page that shows comments."""
    own = {state: Comment.objects.filter(state=state).order_by("pk")[0] for state in STATES}
    public = ("/y-kien/", "/en/y-kien/", f"/y-kien/?ve={c.PLACE}", c.OBJECTIVE, c.WRITE, "/tim-kiem/?q=buoi")
    mine = [f"/y-kien/cua-toi/{key_of(each.uid)}/" for each in own.values()]
    inside = [c.ROOM, *(f"{c.ROOM}?loai={state}" for state in STATES), *map(c.inside, own.values())]
    city, leader = browser(by), browser(f.person("Giang", Role.LEADER))
    found = {address: cost(Client(), address) for address in (*public, *mine)}
    found |= {address: cost(city, address) for address in (*inside, "/lam-viec/")}
    return found | {f"leader {address}": cost(leader, address) for address in inside}


def cost(client: Client, address: str) -> tuple[int, int]:
    client.get(address)
    again = f"{address}{'&' if '?' in address else '?'}moi=1"  # which nobody has asked for before
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(again)
    assert answer.status_code == 200, address
    return len(queries), len(gzip.compress(answer.content, 6))


def test_no_page_of_comments_costs_more_where_there_are_many() -> None:
    bob = f.reviewer()
    written(bob, 0)
    few = costs(bob)
    for number in range(1, 15):
        written(bob, number)
    many = costs(bob)
    assert {page: queries for page, (queries, _bytes) in many.items() if queries > MOST_QUERIES} == {}
    assert {page: size for page, (_queries, size) in many.items() if size >= MOST_BYTES} == {}
    grown = {page: (few[page][0], each[0]) for page, each in many.items() if each[0] > few[page][0]}
    assert grown == {}
