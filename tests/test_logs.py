"""Logs are JSON lines that name their request, and never what lets a reader in."""

from __future__ import annotations

import json
import logging
import sys

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import ResolverMatch, reverse

from bg_portal.logs import JsonFormatter, request_id, safe_path
from plans.comment_tokens import key_of
from tests.comments import sent


def record(message: str, **extra: object) -> logging.LogRecord:
    made = logging.makeLogRecord({"name": "portal", "levelname": "INFO", "levelno": 20, "msg": message})
    made.__dict__.update(extra)
    return made


def test_a_line_is_one_json_object_in_the_letters_it_was_written_in() -> None:
    line = JsonFormatter().format(record("Xã Song Mai\nhai dòng", measured={"status": 200}))
    assert "\n" not in line
    assert "Xã Song Mai" in line
    read = json.loads(line)
    assert (read["level"], read["logger"], read["status"]) == ("INFO", "portal", 200)


def test_a_line_carries_the_id_of_its_request() -> None:
    token = request_id.set("abc-12345678")
    try:
        assert json.loads(JsonFormatter().format(record("x")))["request_id"] == "abc-12345678"
    finally:
        request_id.reset(token)
    assert "request_id" not in json.loads(JsonFormatter().format(record("x")))


def test_a_traceback_stays_within_its_line() -> None:
    try:
        raise ValueError("nothing")
    except ValueError:
        line = JsonFormatter().format(record("failed", exc_info=sys.exc_info()))
    assert "ValueError: nothing" in json.loads(line)["traceback"]
    assert "\n" not in line


def test_the_answer_names_its_request(client: Client) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "proxy-0001"})["X-Request-ID"] == "proxy-0001"
    assert len(client.get("/healthz")["X-Request-ID"]) == 32


@pytest.mark.parametrize("forged", ["short", "a" * 65, 'x","level":"ERROR', "dòng-khác-nào"])
def test_an_id_that_could_forge_a_line_is_replaced(client: Client, forged: str) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": forged})["X-Request-ID"] != forged


def test_a_request_is_logged_with_its_measure_and_without_its_query(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="bg_portal.requests"):
        client.get("/healthz?q=somebody")
    (line,) = [made for made in caplog.records if made.name == "bg_portal.requests"]
    assert line.getMessage() == "GET /healthz"
    assert line.__dict__["measured"]["status"] == 200


def test_a_one_time_link_is_not_readable_in_the_logs(rf: RequestFactory) -> None:
    request = rf.get("/loi-moi/abcdefgh/")
    request.resolver_match = ResolverMatch(HttpResponse, (), {"token": "abcdefgh"})
    assert safe_path(request) == "/loi-moi/…/"


@pytest.mark.django_db
def test_whoever_reads_the_logs_cannot_open_a_comment_of_somebody_else(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="bg_portal.requests"):
        client.get(reverse("comment-own", args=[key_of(sent().uid)]))
    assert [made.getMessage() for made in caplog.records if made.name == "bg_portal.requests"] == [
        "GET /y-kien/cua-toi/…/"
    ]
