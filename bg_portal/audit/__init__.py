"""The audit chain: who did what and when, each event bound to the one before by its hash.

What it offers comes late, on first use: Django imports this package before models can load.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bg_portal.audit.actions import Data as Data
    from bg_portal.audit.actions import record as record
    from bg_portal.audit.checking import check as check
    from bg_portal.audit.checking import is_missed as is_missed
    from bg_portal.audit.checking import last_check as last_check
    from bg_portal.audit.verification import verify as verify

_LATE = {
    "Data": "bg_portal.audit.actions",
    "record": "bg_portal.audit.actions",
    "check": "bg_portal.audit.checking",
    "is_missed": "bg_portal.audit.checking",
    "last_check": "bg_portal.audit.checking",
    "verify": "bg_portal.audit.verification",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(name)
    return getattr(import_module(_LATE[name]), name)
