"""Why a report cannot be sent at this moment, apart from what its answers lack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from bg_portal import clock
from bg_portal.dates import format_date, format_moment, weekday_date
from communes import deadlines
from communes.models import Report, User
from communes.queries.checks import CheckedDraft
from communes.queries.surroundings import Closing, Surroundings
from communes.roles import Permission


@dataclass(frozen=True)
class Obstacle:
    """A rule that forbids sending now: which one, and what follows from it."""

    title: str
    words: str


def obstacles(report: Report, around: Surroundings, checked: CheckedDraft, user: User) -> list[Obstacle]:
    """The rules that forbid sending now."""
    found = []
    if not deadlines.can_send(report.period.ends_on, clock.today()):
        found.append(_too_early(report))
    if around.closing:
        found.append(_closed(report, around.closing, user))
    if not checked.readiness.ready:
        found.append(
            Obstacle(
                _("The report is not complete yet"),
                _("It can be sent once everything listed below has been entered, mended or explained."),
            )
        )
    return found


def _too_early(report: Report) -> Obstacle:
    first_day = report.period.ends_on + timedelta(days=1)
    title = _("Can be sent from %(day)s") % {"day": weekday_date(first_day)}
    words = _("Data are counted until the cut-off, %(day)s; a report is sent from the day after it.")
    return Obstacle(title, words % {"day": format_date(report.period.ends_on)})


def _closed(report: Report, closing: Closing, user: User) -> Obstacle:
    """Which rule, when, why, and who can open it again; the name where it may be seen."""
    said = {"moment": format_moment(closing.at), "name": closing.by, "reason": closing.reason}
    named = user.has_perm(Permission.SEE_NAMES, report.commune)
    words = (
        _("Closed at %(moment)s by %(name)s: %(reason)s") if named else _("Closed at %(moment)s: %(reason)s")
    )
    who = _("A reviewer of the city can open the period again; the draft stays as it is.")
    return Obstacle(_("The city has closed this period"), f"{words % said}\n{who}")
