"""Who asks, as the person that every page behind the sign-in knows."""

from __future__ import annotations

from django.http import HttpRequest

from communes.models import User


def worker(request: HttpRequest) -> User:
    """The signed-in person."""
    assert isinstance(request.user, User)  # noqa: S101 - the middleware lets nobody else in
    return request.user
