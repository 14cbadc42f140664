"""Everything that was decided on one indicator's targets in a year, decision by decision."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bg_portal.pieces import Passage
from communes.presenting.target_grid import Key
from plans.models import Target
from plans.presenting.wording import number
from plans.queries import Place
from plans.words import full_name


def decisions(decided: Sequence[Target], places: Sequence[Place], *, names: bool) -> list[Passage]:
    """One line for each decision, oldest first: its document, its reason, each value with the one before."""
    full = {place.id: full_name(place) for place in places}
    last: dict[Key, Decimal | None] = {}
    found = []
    order = {place.id: rank for rank, place in enumerate(places)}
    for _entry, rows in groupby(decided, key=lambda row: row.entry_id):
        sorted_rows = sorted(rows, key=lambda row: order.get(row.commune_id or 0, len(order)))
        found.append(_decision(sorted_rows, full, last, names=names))
    return found


def _decision(
    rows: list[Target], full: dict[int, str], last: dict[Key, Decimal | None], *, names: bool
) -> Passage:
    first = rows[0]
    changes = []
    revised = False
    for row in rows:
        key = (row.indicator.code if row.indicator else "", row.commune_id)
        place = full.get(row.commune_id, "") if row.commune_id else _("the whole city")
        revised = revised or last.get(key) is not None
        changes.append(f"{place} {_change(last.get(key), row.value)}")
        last[key] = row.value
    reason = next((row.reason for row in rows if row.reason), "")
    return Passage(
        at=first.entry.at,
        word=_("Targets revised") if revised else _("Targets assigned"),
        mark="plus" if not revised else "open",
        by=first.entry.by.name if names and first.entry.by else "",
        comment="\n".join(line for line in (first.document, reason, "; ".join(changes)) if line),
    )


def _change(before: Decimal | None, after: Decimal | None) -> str:
    new = pgettext("target", "none") if after is None else number(after)
    return new if before is None else f"{number(before)} → {new}"
