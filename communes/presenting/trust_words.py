"""Whether the figures can be trusted, in a few lines: coverage, corrections, hints, the audit chain."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import get_default_timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bg_portal.audit.models import Check
from bg_portal.dates import format_date
from bg_portal.templatetags.vietnamese_numbers import padded


def trust_lines(
    covered: int, expected: int, corrected: int, checked: Check | None, now: datetime
) -> list[str]:
    """What stands behind the figures of a quarter."""
    figures = ngettext(
        "%(n)s figure corrected after it was accepted",
        "%(n)s figures corrected after they were accepted",
        corrected,
    )
    return [
        _("Accepted figures of %(covered)s/%(expected)s communes and wards")
        % {"covered": _count(covered), "expected": expected},
        figures % {"n": _count(corrected)} if corrected else _("No figure corrected after it was accepted"),
        _("No hint without an explanation: such a report cannot be sent"),
        chain_line(checked, now),
    ]


def chain_line(checked: Check | None, now: datetime) -> str:
    """What the last check of the audit chain found, and when."""
    if checked is None:
        return _("Audit record: not checked yet")
    local = checked.at.astimezone(get_default_timezone())
    facts = {"time": f"{local:%H:%M}", "day": format_date(local.date())}
    today = local.date() == now.astimezone(get_default_timezone()).date()
    return _chain_words(broken=bool(checked.fault), today=today) % facts


def _chain_words(*, broken: bool, today: bool) -> str:
    if broken and today:
        return _("Audit record: broken, found at %(time)s today")
    if broken:
        return _("Audit record: broken, found at %(time)s on %(day)s")
    if today:
        return _("Audit record: whole at %(time)s today")
    return _("Audit record: whole at %(time)s on %(day)s")


def _count(number: int) -> str:
    return str(number) if get_language() == "en" else padded(number)
