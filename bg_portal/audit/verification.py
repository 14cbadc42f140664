"""Checking the chain: is every event as it was written, and every row as its event vouches for it?

A witness is a function named in settings.AUDIT_WITNESSES under the kind of event it answers for. It yields
(subject, digest) for every live row of that kind, the digest computed anew; the event of that subject holds
the digest of when the row was written. So rows are guarded by the chain without the chain knowing them.

What this cannot see: somebody who owns the database and writes the whole chain and its head anew, rows
included. Against that, keep the last hash, which `verify_audit` prints, somewhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import Subquery
from django.utils.module_loading import import_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.audit.chain import GENESIS
from bg_portal.audit.models import Event, Head

Witness = Callable[[], Iterable[tuple[str, str]]]
# What conversion raises for a value that only a hand can have put there.
_UNREADABLE = (ArithmeticError, AttributeError, TypeError, ValueError)


class Fault(models.TextChoices):
    """What can be wrong with an event or with the row it vouches for."""

    ALTERED = "altered", _("its content was changed after it was written")
    UNLINKED = "unlinked", _("it does not continue the event before it: one of the two was changed")
    DELETED = "deleted", _("it was deleted")
    ADDED = "added", _("it was added past the chain")
    HEAD_CHANGED = "head_changed", _("the hash kept outside the table is not the hash of this event")
    HEAD_LOST = "head_lost", _("the count and hash kept outside the table were deleted")
    ROW_CHANGED = "row_changed", _("the record it vouches for was changed")
    ROW_DELETED = "row_deleted", _("the record it vouches for was deleted")
    ROW_UNRECORDED = "row_unrecorded", _("no event vouches for this record")
    ROWS_UNREADABLE = "rows_unreadable", _("a record of this kind cannot be read")


class Broken(NamedTuple):
    """The first place where the chain does not hold; `sequence` is None where no event is concerned."""

    fault: Fault
    sequence: int | None = None
    subject: str = ""

    def __str__(self) -> str:
        if self.sequence is None:
            return f"{self.subject or 'audit'}: {self.fault.label}"
        place = gettext("event %(number)s") % {"number": self.sequence}
        subject = f" ({self.subject})" if self.subject else ""
        return f"{place}{subject}: {self.fault.label}"


def verify() -> Broken | None:
    """The first broken event, or None when all hold; may run while events are being added."""
    return _broken_link() or _broken_promise()


def _broken_link(chunk_size: int = 2000) -> Broken | None:
    head = Head.objects.first()
    if head is None:
        return Broken(Fault.HEAD_LOST)
    last_hash, count = GENESIS, 0
    events = Event.objects.filter(sequence__lte=head.count).order_by("sequence")
    try:
        for event in events.iterator(chunk_size=chunk_size):
            fault = _fault(event, count + 1, last_hash)
            if fault:
                return fault
            last_hash, count = event.hash, event.sequence
    except _UNREADABLE:  # SQLite converts a whole chunk before it gives the first of its rows
        return Broken(Fault.ALTERED, count + 1) if chunk_size == 1 else _broken_link(chunk_size=1)
    if count < head.count:
        return Broken(Fault.DELETED, count + 1)
    if last_hash != head.last_hash:
        return Broken(Fault.HEAD_CHANGED, count)
    return _added_past_the_chain()


def _fault(event: Event, expected: int, last_hash: str) -> Broken | None:
    if event.sequence > expected:
        return Broken(Fault.DELETED, expected)
    if event.sequence < expected:
        return Broken(Fault.ADDED, event.sequence, event.subject)
    if event.computed_hash() != event.hash:
        return Broken(Fault.ALTERED, event.sequence, event.subject)
    if event.previous_hash != last_hash:
        return Broken(Fault.UNLINKED, event.sequence, event.subject)
    return None


def _added_past_the_chain() -> Broken | None:
    """One statement, so that events and head are seen as of one moment."""
    kept = Subquery(Head.objects.values("count")[:1])
    event = Event.objects.filter(sequence__gt=kept).order_by("sequence").first()
    return Broken(Fault.ADDED, event.sequence, event.subject) if event else None


def _broken_promise() -> Broken | None:
    found = [
        broken
        for kind, path in settings.AUDIT_WITNESSES.items()
        for broken in _contradictions(kind, import_string(path))
    ]
    return min(found, key=lambda broken: (broken.sequence is None, broken.sequence or 0), default=None)


def _contradictions(kind: str, witness: Witness) -> Iterator[Broken]:
    """Events are read before rows: what is added meanwhile shows as a row, and its event is looked up."""
    events = Event.objects.filter(kind=kind).order_by("sequence").values_list("subject", "sequence", "data")
    vouched = {subject: (sequence, data.get("digest")) for subject, sequence, data in events.iterator()}
    try:
        for subject, digest in witness():
            sequence, promised = vouched.pop(subject, (None, digest))
            if promised != digest:
                yield Broken(Fault.ROW_CHANGED, sequence, subject)
            elif sequence is None and not Event.objects.filter(kind=kind, subject=subject).exists():
                yield Broken(Fault.ROW_UNRECORDED, None, subject)
    except _UNREADABLE:
        yield Broken(Fault.ROWS_UNREADABLE, None, kind)
        return
    for subject, (sequence, _digest) in vouched.items():
        yield Broken(Fault.ROW_DELETED, sequence, subject)
