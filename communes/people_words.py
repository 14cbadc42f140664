"""What roles and memberships are called on pages and in mails."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.dates import format_date
from communes.roles import Role

ROLE_NAMES: Final[dict[str, str | Promise]] = {
    Role.OFFICER: _("Officer in charge of reports (commune)"),
    Role.COMMUNE_LEADER: _("Leader of the commune's People's Committee"),
    Role.REVIEWER: _("Reviewer (Division of Labour, War Invalids and Social Affairs)"),
    Role.LEADER: _("Leader of the city's People's Committee"),
    Role.INSPECTOR: _("Inspector (reads only)"),
    Role.ADMINISTRATOR: _("System administrator"),
}


class _Place(Protocol):
    @property
    def full_name(self) -> str: ...


class _Given(Protocol):
    @property
    def role(self) -> str: ...
    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date | None: ...


class _Held(_Given, Protocol):
    @property
    def commune(self) -> _Place | None: ...


def days(given: _Given) -> str:
    """From when to when, in words: from 01/01/2018; from 01/01/2018 to 31/12/2018."""
    start = format_date(given.starts_on)
    if given.ends_on is None:
        return gettext("from %(start)s") % {"start": start}
    return gettext("from %(start)s to %(end)s") % {"start": start, "end": format_date(given.ends_on)}


def role_line(given: _Given, places: Iterable[_Place]) -> str:
    """A role in one line: its name, the communes, the days."""
    names = ", ".join(place.full_name for place in places)
    return " · ".join(part for part in (str(ROLE_NAMES[given.role]), names, days(given)) if part)


def membership_line(membership: _Held) -> str:
    """A membership in one line."""
    return role_line(membership, [membership.commune] if membership.commune else [])
