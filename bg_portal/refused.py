"""Why an action was not taken, in words for the person who asked for it."""

from __future__ import annotations

from django.utils.functional import Promise


class Refused(Exception):  # noqa: N818  (reads as what happened)
    """A rule forbids the action; the message says which, and what to do. Nothing was changed."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = message


class Overtaken(Refused):
    """Somebody else acted first; the page shows what is there now and keeps what was typed."""
