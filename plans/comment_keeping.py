"""How long what people write stays, in one place: the privacy notice says it and the nightly work does it.

Law 91/2025/QH15 on the protection of personal data: kept for a stated purpose, no longer than it needs. The
spans are decisions of the house until the city decides its own.
"""

from __future__ import annotations

from typing import Final

REJECTED_DAYS: Final = 30
"""A comment that was not published, so that its author can object; a denunciation not a moment."""
EMAIL_DAYS: Final = 90
"""An e-mail address, after the last thing that its owner was told."""
PUBLIC_YEARS: Final = 5
"""A published comment, as long as a plan runs."""
SENDER_HOURS: Final = 24
"""What counts how much came from one address: a digest under a key of the day."""
