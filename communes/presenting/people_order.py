"""The list of people in another order on request: by name, position, address or role of today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from bg_portal.sorting import Column, Key, Order
from bg_portal.vietnamese import sort_key
from communes.models import User
from communes.queries.people import memberships_of
from communes.roles import Role, in_force

COLUMNS: Final[Mapping[str, Column]] = {
    "ten": Column(_("Full name")),
    "chuc-vu": Column(_("Position")),
    "dia-chi": Column(_("E-mail address")),
    "vai-tro": Column(_("Role")),
}
_ROLES: Final = tuple(Role)


def in_order(order: Order, found: QuerySet[User], today: date) -> Sequence[User] | QuerySet[User]:
    """As they stand, of which a page reads its own alone; in any other order all of them are read."""
    keys: Mapping[str, Key] = {
        "ten": lambda person: person.name_sort,
        "chuc-vu": lambda person: sort_key(person.title) if person.title else None,
        "dia-chi": lambda person: person.email,
        "vai-tro": lambda person: _first_role(person, today),
    }
    return order.arranged(found, keys) if order.column else found


def _first_role(person: User, today: date) -> tuple[int, str] | None:
    """The first of the roles held today, in the order of the closed list, then by the commune's name."""
    held = [
        (_ROLES.index(Role(one.role)), one.commune.name_sort if one.commune else "")
        for one in memberships_of(person)
        if in_force(one, today)
    ]
    return min(held, default=None)
