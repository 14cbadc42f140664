"""The city's part of the desk: what waits for review, what went back, who is missing, how to tell them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bg_portal.dates import format_date, format_moment, weekday_date
from bg_portal.pieces import Link, Task
from bg_portal.templatetags.vietnamese_numbers import padded
from communes.models import User
from communes.presenting.place_names import name_list
from communes.presenting.standing_words import Picture, alike, picture, punctuality, since
from communes.queries.desk import CityDesk, Missing
from communes.roles import Permission
from communes.standing import CommuneStanding
from communes.views.period_board import chasing, parts
from communes.views.steps import key_of
from communes.vocabulary import Standing
from plans.models import Plan
from plans.presenting.wording import capital
from plans.words import full_name, label_of

_ORDER = (
    Standing.RETURNED,
    Standing.REOPENED,
    Standing.NOT_STARTED,
    Standing.NOT_DUE,
    Standing.DRAFT,
    Standing.CLEARED,
    Standing.SUBMITTED,
    Standing.ACCEPTED,
)
"""What asks for somebody first, then the order of a report's life."""


MOST_TASKS = 20
"""Of each list, how many the desk shows; the page that has all of them is a link away."""
MOST_NAMES = 200
"""Communes that are named beside a state; of further ones the number is told."""


class Tasks(NamedTuple):
    """The first of what waits, and where all of it is; no link where that is all."""

    shown: list[Task]
    rest: Link | None


class StateRow(NamedTuple):
    """The communes whose reports stand alike."""

    state: Picture
    number: int
    names: str


def city_context(user: User, plan: Plan, desk: CityDesk, key: str) -> dict[str, Any]:
    """What the template draws of the city's view; the texts to communes for who reviews."""
    reviews = user.has_perm(Permission.REVIEW_REPORT)
    mine = [row for row in desk.queue if not _sent_by(user, row)]
    others = [row for row in desk.queue if _sent_by(user, row)]
    due = desk.rows[0].period.due_on if desk.rows else None
    board, board_of_period = reverse("board", args=[plan.slug]), reverse("period-desk", args=[plan.slug, key])
    return {
        "period": label_of(key),
        "board_href": board_of_period,
        "due": weekday_date(due) if due else "",
        "parts": parts(desk.rows),
        "states": states(desk.rows),
        "queue": _tasks(plan, mine, _waiting, board),
        "others": _tasks(plan, others, _waiting, board),
        "back": _tasks(plan, desk.back, _back, board),
        "extended": _tasks(plan, desk.extended, _extended, board_of_period),
        "earlier": [_earlier(plan, missing) for missing in desk.earlier],
        "reviews": reviews,
        **(chasing(plan, desk.rows, desk.back[:MOST_TASKS]) if reviews else {}),
    }


def yearly_links(user: User, plan: Plan, year: int) -> list[Link]:
    """The pages of what is decided by year, as far as they are open to `user`.

    Targets are of the year at work; recognition is of the year before, as decided early in the next one.
    """
    found = []
    if user.has_perm(Permission.SEE_CITY_DESK):
        last = max(year - 1, plan.first_year)
        text = _("Healthy standing of communes and wards, %(year)s") % {"year": last}
        found.append(Link(text, reverse("recognition", args=[plan.slug, last])))
    if user.has_perm(Permission.SEE_CITY_DESK) or user.has_perm(Permission.ASSIGN_TARGETS):
        text = _("Assigned targets of %(year)s") % {"year": year}
        found.append(Link(text, reverse("targets", args=[plan.slug, year])))
    return found


def _sent_by(user: User, row: CommuneStanding) -> bool:
    """Whether the reviewer typed it in, so that another one has to accept it."""
    return row.facts is not None and row.facts.entered_by == user.pk


def states(rows: list[CommuneStanding]) -> list[StateRow]:
    """The period by state; the alphabetical order stays within each."""
    groups: dict[tuple[object, ...], list[CommuneStanding]] = {}
    for row in rows:
        groups.setdefault(alike(row), []).append(row)
    ordered = sorted(groups.values(), key=lambda own: _ORDER.index(own[0].standing))
    return [StateRow(picture(own[0], for_city=True), len(own), _names(own)) for own in ordered]


def _names(rows: list[CommuneStanding]) -> str:
    names, more = name_list([row.place for row in rows[:MOST_NAMES]]), len(rows) - MOST_NAMES
    return _("%(names)s and %(n)d more") % {"names": names, "n": more} if more > 0 else names


def _tasks(
    plan: Plan, rows: list[CommuneStanding], drawn: Callable[[Plan, CommuneStanding], Task], href: str
) -> Tasks:
    """The first rows as tasks; `href` is where all of them are."""
    words_of = _("The first %(shown)d of %(all)d; all of them on the board")
    rest = Link(words_of % {"shown": MOST_TASKS, "all": len(rows)}, href) if len(rows) > MOST_TASKS else None
    return Tasks([drawn(plan, row) for row in rows[:MOST_TASKS]], rest)


def _task(plan: Plan, row: CommuneStanding, **more: Any) -> Task:
    place, period = capital(full_name(row.place)), label_of(row.period.key)
    return Task(text=f"{place}, {period}", href=reverse("report", args=key_of(plan, row)), **more)


def _waiting(plan: Plan, row: CommuneStanding) -> Task:
    mark, _word, _tone = picture(row, for_city=True)
    at = row.facts.last_sent_at if row.facts else None
    sent = _("sent %(moment)s") % {"moment": format_moment(at)} if at else ""
    late = punctuality(row) if row.days_late else ""
    return _task(plan, row, mark=mark, word=_sending(row), note=late, until=sent)


def _sending(row: CommuneStanding) -> str:
    """What stands out about the sending: nothing to report, or not the first one."""
    told = [_("nothing to report")] if row.nil else []
    if row.facts and row.facts.sendings > 1:
        told.append(_("sending %(n)d") % {"n": row.facts.sendings})
    return ", ".join(told)


def _back(plan: Plan, row: CommuneStanding) -> Task:
    mark, word, tone = picture(row, for_city=True)
    note = row.facts.comment if row.facts else ""
    return _task(plan, row, mark=mark, word=word, tone=tone, note=note, until=since(row))


def _extended(plan: Plan, row: CommuneStanding) -> Task:
    mark, word, tone = picture(row, for_city=True)
    until = _("until %(day)s") % {"day": format_date(row.due)}
    return _task(plan, row, mark=mark, word=word, tone=tone, until=until)


def _earlier(plan: Plan, missing: Missing) -> Link:
    words_of = ngettext(
        "%(period)s: %(n)s report has not come", "%(period)s: %(n)s reports have not come", missing.number
    )
    text = words_of % {"period": capital(label_of(missing.period.key)), "n": padded(missing.number)}
    return Link(text, reverse("period-desk", args=[plan.slug, missing.period.key]))
