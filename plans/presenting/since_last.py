"""What changed since the period before, and through which communes, to stand below a conclusion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from plans.book import Book
from plans.models import Plan
from plans.moments import Moment
from plans.objective_moves import moves
from plans.presenting.change_words import Names
from plans.presenting.objectives_told import Through, objective_moves
from plans.queries import Place
from plans.words import label_of


@dataclass(frozen=True)
class SinceLast:
    """An objective against the period before, as both are known at the moment."""

    period: str
    """Name of the period before."""
    href: str
    """The objective in that period."""
    value: str
    """What it was then."""
    communes: list[Through]


def since_last(book: Book, plan: Plan, moment: Moment, places: Sequence[Place]) -> dict[str, SinceLast]:
    """By the code of each objective; nothing in the plan's first period."""
    document = book.document
    row = document.period(moment.period.key)
    keys = [one.key for one in (document.quarters if row.quarter else document.years)]
    place = keys.index(row.key)
    if not place:
        return {}
    before = keys[place - 1]
    told = objective_moves(
        Names(document, document, places), moves(book, book, period_before=before, period_after=row.key)
    )
    query = moment.query(ky=before)
    return {
        one.code: SinceLast(
            period=label_of(before),
            href=reverse("objective", args=[plan.slug, one.code]) + query,
            value=one.before.value,
            communes=one.communes,
        )
        for one in told
    }
