"""What the portal calls its plan and its owner where no plan is at hand: on every page, in mails."""

from __future__ import annotations

from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import get_language, gettext, pgettext


def plan_name() -> str:
    """ "Plan 125": without the sign behind the number."""
    return pgettext("by its number", "Plan %(number)s") % {"number": _number()}


def plan_in_short() -> str:
    """The same in the fewest letters, for browser tabs and the subjects of mails."""
    return pgettext("browser tab", "Plan %(number)s") % {"number": _number()}


def plan_in_full() -> str:
    """ "Plan 125/KH-UBND"."""
    return pgettext("by its number", "Plan %(number)s") % {"number": settings.PORTAL_PLAN}


def portal_name() -> str:
    """ "Portal of Plan 125"."""
    return gettext("Portal of %(plan)s") % {"plan": plan_name()}


def owner() -> str:
    """Whose portal it is."""
    english = settings.PORTAL_OWNER_EN if get_language() == "en" else ""
    return str(english or settings.PORTAL_OWNER)


PLAN_NAME = lazy(plan_name, str)()
"""For what is said when modules load."""


def _number() -> str:
    return str(settings.PORTAL_PLAN).partition("/")[0]
