"""What every page costs whoever opens it: at most twelve queries and few bytes, at 16 and 160 communes."""

from __future__ import annotations

import gzip
from typing import Any, NamedTuple

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bg_portal import http
from plans.models import Plan
from tests.crowd import many_more, reported_by_all
from tests.histories import undone
from tests.role_table import COLUMNS, readable
from tests.stage import ACCEPTED, DRAFT, SENT, Stage

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
MOST_BYTES = {"16": 20_000, "16 with figures": 20_000, "160 with figures": 40_000}
"""Of compressed HTML: what a page is while few communes report, and while many do."""


class Cost(NamedTuple):
    """Of one page for one person."""

    queries: int
    bytes: int


Costs = dict[tuple[str, str], Cost]


def cost(client: Client, address: str) -> Cost:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200, address
    return Cost(len(queries), len(gzip.compress(response.content, 6)))


def measured(stage: Stage) -> Costs:
    """Every page for everybody who may open it; what is read once a process or session was read before."""
    clients = {who: stage.client(who) for who in COLUMNS}
    for client in clients.values():
        client.get(stage.address("account"))
    for name, who in readable():
        if who in ("nobody", "reviewer"):
            clients[who].get(stage.address(name))
    return {(name, who): cost(clients[who], stage.address(name)) for name, who in readable()}


def figures(stage: Stage) -> None:
    """Everybody reports, as in an illustrated portal."""
    reviewer = stage.people["reviewer"]
    assert reviewer is not None
    for key in (ACCEPTED, SENT):
        reported_by_all(key, by=reviewer, accepted=True)
    reported_by_all(DRAFT, by=reviewer, accepted=False)
    Plan.objects.update(illustrative=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the server does by itself once so much has come in


@pytest.fixture(scope="module")
def costs(stage: Stage, django_db_blocker: Any) -> dict[str, Costs]:
    """Measured once with few reports, with all reports, and with ten times as many communes."""
    with django_db_blocker.unblock(), undone(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(http, "SESSION_TOUCH_SECONDS", 10**9)  # measuring may take longer than a session rests
        found = {"16": measured(stage)}
        figures(stage)
        found["16 with figures"] = measured(stage)
        many_more(144)
        figures(stage)
        found["160 with figures"] = measured(stage)
    return found


@pytest.mark.parametrize("size", MOST_BYTES)
def test_no_page_takes_more_than_twelve_queries(costs: dict[str, Costs], size: str) -> None:
    assert {page: each.queries for page, each in costs[size].items() if each.queries > MOST_QUERIES} == {}


def test_queries_do_not_grow_with_the_communes(costs: dict[str, Costs]) -> None:
    few, many = costs["16 with figures"], costs["160 with figures"]
    assert {
        page: (few[page].queries, many[page].queries)
        for page in few
        if few[page].queries != many[page].queries
    } == {}


@pytest.mark.parametrize("size", MOST_BYTES)
def test_no_page_is_heavy_on_a_slow_line(costs: dict[str, Costs], size: str) -> None:
    assert {page: each.bytes for page, each in costs[size].items() if each.bytes >= MOST_BYTES[size]} == {}
