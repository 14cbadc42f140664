"""The hash that binds one event to the event before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bg_portal.vietnamese import nfc

GENESIS = "0" * 64  # what the first event follows


def hash_of(
    *,
    sequence: int,
    at: datetime,
    kind: str,
    actor_id: int | None,
    subject: str,
    data: Mapping[str, Any],
    previous_hash: str,
) -> str:
    """SHA-256 in hexadecimal over canonical JSON: keys sorted, composed text, no spaces, time in UTC.

    Equal on every database, whatever it does to the order of keys and to time zones.
    """
    content = {
        "sequence": sequence,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "kind": kind,
        "actor_id": actor_id,
        "subject": subject,
        "data": data,
        "previous_hash": previous_hash,
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(nfc(text).encode()).hexdigest()
