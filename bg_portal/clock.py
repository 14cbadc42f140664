"""The one clock: every business now and today comes from here, and it can be moved."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.timezone import get_default_timezone, is_naive

if TYPE_CHECKING:
    from collections.abc import Iterator

_standing: ContextVar[datetime | None] = ContextVar("standing", default=None)


def now() -> datetime:
    """The present moment, aware, in the portal's time zone."""
    standing = _standing.get()
    if standing is not None:
        return standing
    real = datetime.now(get_default_timezone())  # noqa: TID251  (the one place where it is read)
    day = demonstration()
    return datetime.combine(day, real.timetz()) if day else real


def today() -> date:
    """The present day in the portal's time zone."""
    return now().date()


def demonstration() -> date | None:
    """The day that PORTAL_DATE makes the portal believe in, None in ordinary life.

    The time of day goes on as in reality, so that what happens during a demonstration keeps its order.
    """
    day: date | None = settings.PORTAL_DATE
    return day


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """Let the clock stand at an aware moment within the block, in this thread or task only.

    Raises ValueError for a naive moment: it would not say which hour it means.
    """
    if is_naive(moment):
        raise ValueError("the clock needs a moment with a time zone")
    token = _standing.set(moment.astimezone(get_default_timezone()))
    try:
        yield
    finally:
        _standing.reset(token)
