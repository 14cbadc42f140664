"""Checking the chain and keeping the result, so that pages can say when it was last found whole."""

from __future__ import annotations

from datetime import timedelta

from bg_portal import clock
from bg_portal.audit.models import Check, Head
from bg_portal.audit.verification import Broken, verify

NIGHTLY = timedelta(days=1)


def check() -> Broken | None:
    """Check everything and write down what came of it; the first fault, or None."""
    count = Head.objects.values_list("count", flat=True).first() or 0
    broken = verify()
    Check.objects.create(
        at=clock.now(),
        count=count,
        fault=broken.fault.value if broken else "",
        sequence=broken.sequence if broken else None,
    )
    return broken


def last_check() -> Check | None:
    """The check that was made last; None before the first."""
    return Check.objects.order_by("-pk").first()


def is_missed() -> bool:
    """Whether no check was made for a day, as after a night without power."""
    last = last_check()
    return last is None or clock.now() - last.at > NIGHTLY
