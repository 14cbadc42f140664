"""A moved day is for illustrative data only: in the middle of real reports it would give them wrong dates."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

# The day on which the plan's last reports are due, where the illustrative story ends.
DEMONSTRATION_DAY = date(2020, 12, 16)

REFUSAL = "PORTAL_DATE is for illustrative data only, and this database holds none. Unset it."


def is_illustrative() -> bool:
    """Whether the stored figures are illustrative; answered by the callable that settings name."""
    return bool(import_string(settings.PORTAL_ILLUSTRATIVE)())


def believed_day() -> date | None:
    """The day to serve on: the one set, else the demonstration day where data are illustrative, else None.

    Raises ValueError with a sentence for the operator where a day is set and data are not illustrative.
    """
    illustrative = is_illustrative()
    if settings.PORTAL_DATE and not illustrative:
        raise ValueError(REFUSAL)
    return settings.PORTAL_DATE or (DEMONSTRATION_DAY if illustrative else None)
