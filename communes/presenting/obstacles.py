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
from communes.queries.periods import last_period_move
from communes.queries.surroundings import Surroundings
from communes.roles import Permission


@dataclass(frozen=True)
class Obstacle:
    """A rule that forbids sending now: which one, and what follows from it."""

    title: str
    words: str


def obstacles(report: Report, around: Surroundings, checked: CheckedDraft, user: User) -> list[Obstacle]:
    """The rules that forbid sending now; a second query only in a closed period."""
    found = []
    if not deadlines.can_send(report.period.ends_on, clock.today()):
        found.append(_too_early(report))
    if around.closed:
        found.append(_closed(report, user))
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


def _closed(report: Report, user: User) -> Obstacle:
    """Which rule, when, why, and who can open it again; the name where it may be seen."""
    move = last_period_move(report.period)
    if move is None:
        return Obstacle(_("The city has closed this period"), "")
    moment, reason = format_moment(move.at), move.comment
    if user.has_perm(Permission.SEE_NAMES, report.commune):
        words = _("Closed at %(moment)s by %(name)s: %(reason)s") % {
            "moment": moment,
            "name": move.by.name,
            "reason": reason,
        }
    else:
        words = _("Closed at %(moment)s: %(reason)s") % {"moment": moment, "reason": reason}
    who = _("A reviewer of the city can open the period again; the draft stays as it is.")
    return Obstacle(_("The city has closed this period"), f"{words}\n{who}")
