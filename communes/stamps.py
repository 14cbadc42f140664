"""What changes whenever something public of communes changes, as SQL for `bg_portal.etag`."""

from __future__ import annotations

from typing import Final

PLACES: Final = "SELECT MAX(sequence) FROM audit_event WHERE kind = 'commune.edited'"
"""Of those that take part in a plan the ledger says it too; of past ones the audit alone."""
