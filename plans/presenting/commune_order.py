"""The communes of an indicator in another order on request, by name or figure; never by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext_lazy as _

from bg_portal.sorting import Column, Key, Order
from bg_portal.vietnamese import sort_key
from plans.presenting.groups import by_kind
from plans.presenting.indicator import Columns, CommuneRow
from plans.ranges import Range

_COLUMNS: Final[Mapping[str, Column]] = {
    "ten": Column(_("Communes and wards")),
    "trong-ky": Column(_("In the period"), number=True),
    "luy-ke": Column(_("Year to date"), number=True),
    "ke-hoach": Column(_("Plan of the year"), number=True),
    "so-ke-hoach": Column(_("Against the plan (%)"), number=True),
}
_KEYS: Final[Mapping[str, Key]] = {
    "ten": lambda row: sort_key(row.place.name),
    "trong-ky": lambda row: _ends(row.amount),
    "luy-ke": lambda row: _ends(row.so_far),
    "ke-hoach": lambda row: row.wanted,
    "so-ke-hoach": lambda row: _ends(row.share),
}


def offered(shown: Columns) -> dict[str, Column]:
    """The columns that the table has now."""
    empty = set[str]()
    if not shown.year:
        empty.add("luy-ke")
    if not shown.target:
        empty |= {"ke-hoach", "so-ke-hoach"}
    return {name: column for name, column in _COLUMNS.items() if name not in empty}


def in_order(order: Order, rows: Iterable[CommuneRow]) -> list[tuple[str, list[CommuneRow]]]:
    """Wards first, then communes, each by name; or all together in the order that was asked for."""
    known = list(rows)
    if not order.column or not known:
        return by_kind(known)
    return [("", order.arranged(known, _KEYS))]


def _ends(value: Range | None) -> tuple[Decimal, Decimal] | None:
    """The least it can be, then the most; what has no end comes after all that has."""
    return (value.low, Decimal("Infinity") if value.high is None else value.high) if value else None
