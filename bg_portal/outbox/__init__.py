"""The outbox: mail is written down with what it is about, and sent afterwards.

`put`, `send_due`, `discard_waiting`, `forget`, `forget_sent` and `forget_addressees` come late, on first use:
Django imports this package before models can load.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from bg_portal.outbox.actions import discard_waiting as discard_waiting
    from bg_portal.outbox.actions import forget as forget
    from bg_portal.outbox.actions import forget_addressees as forget_addressees
    from bg_portal.outbox.actions import forget_sent as forget_sent
    from bg_portal.outbox.actions import put as put
    from bg_portal.outbox.actions import send_due as send_due

KEPT_DAYS: Final = 90
"""How long it stays known to whom a mail went."""

_LATE = frozenset({"discard_waiting", "forget", "forget_addressees", "forget_sent", "put", "send_due"})


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(name)
    return getattr(import_module("bg_portal.outbox.actions"), name)
