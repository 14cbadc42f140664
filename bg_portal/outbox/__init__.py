"""The outbox: mail is written down with what it is about, and sent afterwards.

`put`, `send_due` and `discard_waiting` come late, on first use: Django imports this package before models
can load.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bg_portal.outbox.actions import discard_waiting as discard_waiting
    from bg_portal.outbox.actions import put as put
    from bg_portal.outbox.actions import send_due as send_due

_LATE = frozenset({"discard_waiting", "put", "send_due"})


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(name)
    return getattr(import_module("bg_portal.outbox.actions"), name)
