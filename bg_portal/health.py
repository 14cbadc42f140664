"""Two questions a supervisor asks: is the process alive, and can it serve."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@login_not_required
@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers at all; the database is not asked."""
    return HttpResponse("alive\n", content_type="text/plain")


@login_not_required
@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and holds every migration of this release, else 503 with the reason."""
    reason = unready_reason()
    return HttpResponse(f"{reason or 'ready'}\n", content_type="text/plain", status=503 if reason else 200)


def unready_reason() -> str:
    """Why requests should not be sent here yet, in English for the operator; empty when all is well."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return "database unreachable"
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return "migrations missing"
    return ""
