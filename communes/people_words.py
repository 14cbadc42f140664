"""What the roles are called on pages and in mails."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from communes.roles import Role

ROLE_NAMES: Final[dict[str, str | Promise]] = {
    Role.OFFICER: _("Officer in charge of reports (commune)"),
    Role.COMMUNE_LEADER: _("Leader of the commune's People's Committee"),
    Role.REVIEWER: _("Reviewer (Division of Labour, War Invalids and Social Affairs)"),
    Role.LEADER: _("Leader of the city's People's Committee"),
    Role.INSPECTOR: _("Inspector (reads only)"),
    Role.ADMINISTRATOR: _("System administrator"),
}
