"""Counting an answer to "was this page useful"."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from bg_portal import clock
from communes.models import Opinion


@transaction.atomic
def count_opinion(*, address: str, useful: bool) -> None:
    """Add one to the page's count of today; nothing about who answered is stored."""
    row, _created = Opinion.objects.get_or_create(address=address, day=clock.today(), useful=useful)
    Opinion.objects.filter(pk=row.pk).update(number=F("number") + 1)
