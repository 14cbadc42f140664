"""Where an accepted figure comes from, in values that name no report: a reference, the days, whether late.

Reports belong to another app, which settings name; here their reference is only handed on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from django.conf import settings
from django.utils.module_loading import import_string

from plans.models import Plan


class Acceptance(NamedTuple):
    """The sending of a report that was accepted last."""

    reference: str
    sent: date
    on: date
    """When it was accepted."""


Acceptances: TypeAlias = Mapping[tuple[int, str], Acceptance]
"""By commune and key of the quarter."""


def acceptances(
    plan: Plan, version: int, periods: Collection[str], commune: int | None = None
) -> Acceptances:
    """What had been accepted for the quarters by a version, of one commune or all.

    A figure leads to the last acceptance of its report and not to the one that last changed it, because that
    would tell the public of a change within a range.
    """
    found: Acceptances = import_string(settings.PORTAL_ACCEPTANCES)(plan, version, periods, commune)
    return found


def late_reports(plan: Plan, version: int, due: Mapping[str, date]) -> frozenset[tuple[int, str]]:
    """Communes and quarters, of those with these due dates, whose first sending came late.

    As known at the version: an extension that was granted until then counts, a later one does not.
    """
    found: frozenset[tuple[int, str]] = import_string(settings.PORTAL_LATE_REPORTS)(plan, version, due)
    return found
