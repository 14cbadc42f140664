"""What changes whenever something public of plans changes, as SQL for `bg_portal.etag`."""

from __future__ import annotations

from typing import Final

LEDGER: Final = "SELECT SUM(version) FROM plans_head"
"""Each entry, of whichever plan, makes it greater."""

NEWS: Final = "SELECT COUNT(*) FROM plans_announcementmove"
"""Readers see an announcement change by its moves only, and these are never taken away. Counted, because the
greatest key would not grow where of two moves at once the later key is stored first."""

COMMENTS: Final = "SELECT COUNT(*) FROM plans_commentmove"
"""Whatever readers see of comments changes by a move: sent and counted, published, answered, taken away."""
