"""What the tests watch on every request, whoever sends it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

WRITE = re.compile(
    r'^\s*(?:insert\s+(?:or\s+\w+\s+)?into|replace\s+into|update|delete\s+from|truncate)\s+"?(\w+)', re.I
)
# Not business: who is signed in, and how often somebody failed to.
EXCEPTED = {"django_session", "axes_accessattempt", "axes_accesslog", "axes_accessfailurelog"}


class ReadingWritesNothing:
    """Fails a GET or HEAD that writes to the database, excepted the tables named above."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with connection.execute_wrapper(refuse_writes):
            return self.get_response(request)


def refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    written = WRITE.match(sql)
    if written and written.group(1).lower() not in EXCEPTED:
        raise AssertionError(f"a GET wrote to {written.group(1)}: {sql}")
    return execute(sql, params, many, context)
