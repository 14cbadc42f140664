"""Why an action was not taken, in words for the person who asked for it."""

from __future__ import annotations

from collections.abc import Sequence

from bg_portal.refused import Overtaken as Overtaken
from bg_portal.refused import Refused as Refused


class RefusedForSome(Refused):
    """An action on several communes at once is forbidden for some of them; each reason names its commune."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = list(reasons)
