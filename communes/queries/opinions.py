"""What was answered to "was this page useful"."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Q, Sum

from communes.models import Opinion


class PageOpinion(NamedTuple):
    """One page with its answers of all time."""

    address: str
    useful: int
    not_useful: int


def opinions() -> list[PageOpinion]:
    """Every page that was answered for, the least useful first: there is something to mend."""
    rows = Opinion.objects.order_by().values_list("address")
    counted = rows.annotate(
        yes=Sum("number", filter=Q(useful=True), default=0),
        no=Sum("number", filter=Q(useful=False), default=0),
    )
    return sorted((PageOpinion(*row) for row in counted), key=lambda row: (-row.not_useful, row.address))
