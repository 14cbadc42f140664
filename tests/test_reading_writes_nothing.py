"""The watch over GET requests, under which every other test runs, does see a write."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.guards import WRITE

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.closed_urls")]


def test_a_get_that_writes_business_data_fails(client: Client) -> None:
    with pytest.raises(AssertionError, match="a GET wrote to plans_plan"):
        client.get("/ghi/plans_plan/")


def test_sessions_are_excepted_by_name(client: Client) -> None:
    assert client.get("/ghi/django_session/").content == b"0"


@pytest.mark.parametrize(
    "sql",
    [
        'INSERT INTO "t" VALUES (1)',
        "INSERT OR REPLACE INTO t VALUES (1)",
        'UPDATE "t" SET a=1',
        "  delete from t",
        "TRUNCATE t",
        "replace into t values (1)",
    ],
)
def test_every_way_of_writing_is_seen(sql: str) -> None:
    found = WRITE.match(sql)
    assert found is not None
    assert found.group(1) == "t"


def test_reading_is_no_writing() -> None:
    assert WRITE.match('SELECT "update" FROM t FOR UPDATE') is None
