"""Logs as JSON lines, each carrying the id of the request it belongs to."""

from __future__ import annotations

import json
import logging
import re
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from django.http import HttpRequest, HttpResponse

request_id: ContextVar[str] = ContextVar("request_id", default="")
requests = logging.getLogger("bg_portal.requests")

# A proxy may give the id; anything else than a plain token could forge a log line.
ACCEPTED = re.compile(r"[A-Za-z0-9._-]{8,64}")
# What in an address lets its reader in, and must not be read out of a log file.
SECRET_PARTS = ("token", "uid")


class JsonFormatter(logging.Formatter):
    """One JSON object a line: at, level, logger, message, request_id, what was measured, traceback."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id.get():
            line["request_id"] = request_id.get()
        line |= getattr(record, "measured", {})
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class RequestLogMiddleware:
    """Names each request, in the logs and in the answer's X-Request-ID, and logs how it went."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        name = given if ACCEPTED.fullmatch(given) else uuid.uuid4().hex
        token = request_id.set(name)
        start = perf_counter()
        try:
            response = self.get_response(request)
            log_request(request, response, milliseconds=round((perf_counter() - start) * 1000))
        finally:
            request_id.reset(token)
        response["X-Request-ID"] = name
        return response


def log_request(request: HttpRequest, response: HttpResponse, *, milliseconds: int) -> None:
    """One line: method, path without secrets, status, milliseconds. No query, no person, no address."""
    measured = {"status": response.status_code, "milliseconds": milliseconds}
    requests.info("%s %s", request.method, safe_path(request), extra={"measured": measured})


def safe_path(request: HttpRequest) -> str:
    """The path, with one-time tokens in it blotted out."""
    path = request.path
    kwargs = request.resolver_match.kwargs if request.resolver_match else {}
    for part in SECRET_PARTS:
        if part in kwargs:
            path = path.replace(str(kwargs[part]), "…")
    return path
