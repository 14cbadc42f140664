"""The board of one period: a row for each commune, the totals, the switch between periods, the reminder."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bg_portal.dates import format_date, weekday_date
from bg_portal.periods import Quarter
from bg_portal.pieces import Link, Part
from communes.deadlines import Timeliness
from communes.models import User
from communes.presenting.chasing import group_text, returned_text
from communes.presenting.standing_words import Picture, picture, punctuality, sent_line
from communes.queries.desk import taking_part
from communes.queries.standings import in_period, standings
from communes.roles import Permission
from communes.standing import CommuneStanding
from communes.views.steps import key_of
from communes.vocabulary import ReportState
from plans.models import Plan
from plans.presenting.groups import by_kind
from plans.queries import participants, plan_document
from plans.words import full_name


class BoardRow(NamedTuple):
    """One commune."""

    name: str
    href: str
    state: Picture
    sent: str
    punctuality: str
    strong: bool
    paper: str
    nil: bool
    until: str
    extend_href: str


class Chase(NamedTuple):
    """A ready text about one returned report; `id` is what the button copies."""

    id: str
    name: str
    text: str


class PeriodBoard:
    """Everything the template draws of one quarter, for one reader. Raises Http404 for any other key."""

    def __init__(self, plan: Plan, key: str, user: User) -> None:
        self.plan = plan
        self.document = plan_document(plan)
        self.user = user
        found = [quarter for quarter in self.document.quarters if quarter.key == key]
        if not found:
            raise Http404
        self.period = found[0]
        self.known = standings(plan, self.document, in_period(key))
        places = taking_part(self.document, key, participants(plan))
        self.rows = [self.known.of(place, self.period) for place in places]

    def context(self) -> dict[str, Any]:
        """What the template needs."""
        facts = self.known.periods[self.period.key]
        key = (self.plan.slug, self.period.key)
        may_close = self.user.has_perm(Permission.CLOSE_PERIOD)
        return {
            "title": _("Reports of %(period)s") % {"period": self._label()},
            "crumbs": [Link(_("Desk"), reverse("desk")), Link(self._label())],
            "cut_off": format_date(self.period.ends_on),
            "due": weekday_date(self.period.due_on) if self.period.due_on else "",
            "switch": self._switch(),
            "parts": parts(self.rows),
            "counts": self._counts(),
            "groups": self._groups(),
            "closing": facts.closing,
            "closed": facts.closed,
            "close_href": reverse("period-open" if facts.closed else "period-close", args=key)
            if may_close
            else "",
            **self._chasing(),
        }

    def _label(self) -> str:
        return Quarter.parse(self.period.key).label(get_language() or "vi")

    def _switch(self) -> list[Link]:
        """All periods of the plan; those that have not begun are there to be looked at too."""
        return [
            Link(
                f"{Quarter.parse(period.key).roman}/{period.year}",
                reverse("period-desk", args=[self.plan.slug, period.key]),
                period.key == self.period.key,
            )
            for period in self.document.quarters
        ]

    def _counts(self) -> list[str]:
        """In how many words the period can be told."""
        in_time = sum(row.timeliness is Timeliness.ON_TIME for row in self.rows)
        late = sum(row.timeliness is Timeliness.LATE for row in self.rows)
        sent, all_of_them = in_time + late, len(self.rows)
        found = [_("%(n)d of %(all)d have sent their report") % {"n": sent, "all": all_of_them}]
        if late:
            found.append(_("%(n)d on time, %(late)d late") % {"n": in_time, "late": late})
        nil = sum(row.nil for row in self.rows)
        if nil:
            found.append(
                ngettext("%(n)d with nothing to report", "%(n)d with nothing to report", nil) % {"n": nil}
            )
        return found

    def _groups(self) -> list[tuple[str, list[BoardRow]]]:
        """Wards first, then communes, each in alphabetical order, as official lists have them."""
        return [(title, [self._row(row) for row in rows]) for title, rows in by_kind(self.rows)]

    def _row(self, row: CommuneStanding) -> BoardRow:
        key = key_of(self.plan, row)
        may_extend = self.user.has_perm(Permission.EXTEND_DEADLINE) and not (row.sent or row.closed)
        return BoardRow(
            name=row.place.name_en if get_language() == "en" else row.place.name_vi,
            href=reverse("report", args=key),
            state=picture(row, for_city=True),
            sent=sent_line(row),
            punctuality=punctuality(row),
            strong=row.days_late > 0,
            paper=row.facts.document_number if row.facts else "",
            nil=row.nil,
            until=format_date(row.due) if row.extended_until else "",
            extend_href=reverse("report-extend", args=key) if may_extend else "",
        )

    def _chasing(self) -> dict[str, Any]:
        """The ready texts, for who chases: nobody else writes to communes."""
        if self.known.periods[self.period.key].closed or not self.user.has_perm(Permission.REVIEW_REPORT):
            return {}
        return chasing(self.plan, self.rows, self.rows)


def chasing(plan: Plan, rows: list[CommuneStanding], back: list[CommuneStanding]) -> dict[str, Any]:
    """The text to all of `rows` that are missing once the cut-off is over, and one for each report of `back`
    that was returned."""
    missing = [row for row in rows if not row.sent and row.sendable]
    return {
        "reminder": group_text(missing, plan=plan.number, url=settings.PORTAL_URL),
        "chases": [
            Chase(f"chase-{row.place.slug}-{row.period.key}", full_name(row.place), returned_text(row))
            for row in back
            if row.state is ReportState.RETURNED
        ],
    }


def parts(rows: list[CommuneStanding]) -> list[Part]:
    """The rows as the strip of units: accepted, under review, back with the commune, not sent."""
    accepted = sum(row.state is ReportState.ACCEPTED for row in rows)
    waiting = sum(row.state is ReportState.SUBMITTED for row in rows)
    back = sum(row.sent and not row.with_city for row in rows)
    missing = len(rows) - accepted - waiting - back
    return [
        Part("good", accepted, ngettext("accepted", "accepted", accepted)),
        Part("mid", waiting, ngettext("under review", "under review", waiting)),
        Part("not", back, ngettext("back with the commune", "back with the communes", back)),
        Part("none", missing, ngettext("not sent yet", "not sent yet", missing)),
    ]
