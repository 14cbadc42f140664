"""A supervisor can ask whether the process is alive and whether it can serve."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client, RequestFactory

from bg_portal import health


def test_alive_answers_without_a_database(client: Client) -> None:
    client.cookies["sessionid"] = "of-somebody-signed-in"
    response = client.get("/healthz")  # no database mark: a query would fail
    assert (response.status_code, response.content) == (200, b"alive\n")
    assert "Set-Cookie" not in response.headers
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_ready_when_everything_is_migrated(client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ready\n")


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'plans'")
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"migrations missing\n")


@pytest.mark.django_db(transaction=True)
def test_not_ready_while_the_database_is_away(rf: RequestFactory) -> None:
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = "/nowhere/at-all"
    try:
        response = health.ready(rf.get("/readyz"))
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name
    assert (response.status_code, response.content) == (503, b"database unreachable\n")


@pytest.mark.django_db
def test_an_answer_can_only_be_read(client: Client) -> None:
    assert client.post("/healthz").status_code == 405
