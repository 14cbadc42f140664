"""What an audit event keeps of an edit: each change before and after, as short tokens without free text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Final

from plans.document_diff import Change

KEPT: Final = frozenset(
    {
        "issued_on",
        "first_year",
        "last_year",
        "state",
        "clearance_required",
        "names_public",
        "second_reader",
        "order",
        "measure",
        "code",
        "kind",
        "decimals",
        "frequency",
        "across_quarters",
        "across_communes",
        "part_of",
        "protection",
        "protected_with",
        "required",
        "recorded_by",
        "valid_from",
        "valid_to",
        "success",
        "direction",
        "window",
        "minimum",
        "from_year",
        "value",
        "year",
        "quarter",
        "starts_on",
        "ends_on",
        "due_on",
        "verified",
        "from_period",
        "to_period",
    }
)
"""The fields whose values stand in the event itself: numbers, days, codes and words of closed lists.

Of every other field, being text that people write, the event keeps a digest: it vouches for the text, which
stands in the ledger entry, and holds nothing that would have to be forgotten.
"""

_NO_TOKEN: Final = re.compile(r"[^A-Za-z0-9_.:+/-]+")


def tokens(changes: Iterable[Change]) -> list[list[str | None]]:
    """Each change as place, field, before, after; None where there was or is nothing."""
    return [
        [_token(change.place), change.field, _kept(change, change.before), _kept(change, change.after)]
        for change in changes
    ]


def _kept(change: Change, value: str | None) -> str | None:
    if value is None or value == "–":
        return None
    if change.field in KEPT:
        return _token(value)
    return "sha256:" + hashlib.sha256(value.encode()).hexdigest()[:32] if change.field else "row"


def _token(text: str) -> str:
    """Places and values in the letters that events are written with."""
    return _NO_TOKEN.sub(":", text.replace(", ", "/")).strip(":")[:120]
