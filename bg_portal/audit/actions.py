"""Adding an event to the chain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from django.db import transaction

from bg_portal import clock
from bg_portal.audit.kinds import KINDS
from bg_portal.audit.models import Event, Head

Token = str | int | None
Data = Token | Sequence[Sequence[Token]]
"""A value of an event: one token, or rows of them."""

_TOKEN = re.compile(r"[A-Za-z0-9_.:+/-]{0,120}")


def record(*, kind: str, by: int | None, subject: str, data: Mapping[str, Data]) -> Event:
    """Append one event inside the caller's transaction; the chain is locked until that ends.

    `by` is the id of who did it (None: the portal itself), `subject` is "app.model:key". Raises ValueError
    for a kind or key that kinds.py does not list and for a value that is not a number or a short token
    (free text and names stay outside), TransactionManagementError where no transaction is open.
    """
    _refuse_unlisted(kind, subject, data)
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("an event belongs into the transaction it is about")
    head = Head.objects.select_for_update().get()
    event = Event(
        sequence=head.count + 1,
        at=clock.now(),
        kind=kind,
        actor_id=by,
        subject=subject,
        data=dict(data),
        previous_hash=head.last_hash,
    )
    event.hash = event.computed_hash()
    event.save(force_insert=True)
    Head.objects.update(count=event.sequence, last_hash=event.hash)
    return event


def _refuse_unlisted(kind: str, subject: str, data: Mapping[str, Data]) -> None:
    if kind not in KINDS:
        raise ValueError(f"unknown kind of event: {kind}")
    unlisted = sorted(set(data) - KINDS[kind])
    if unlisted:
        raise ValueError(f"{kind} may not hold {', '.join(unlisted)}")
    for name, value in _tokens({"subject": subject, **data}):
        if isinstance(value, str) and not _TOKEN.fullmatch(value):
            raise ValueError(f"{kind}: {name} is not a token")
        if not isinstance(value, str | int | None):
            raise ValueError(f"{kind}: {name} is neither a number nor a token")


def _tokens(data: Mapping[str, Data]) -> Iterator[tuple[str, object]]:
    """Every single value with its key; a list holds rows, and rows hold nothing but tokens."""
    for name, value in data.items():
        if isinstance(value, list):
            yield from ((name, one) for row in value for one in (row if isinstance(row, list) else [row]))
        else:
            yield name, value
