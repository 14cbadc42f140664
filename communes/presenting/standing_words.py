"""A report's standing as people read it: shape, word and tone; due date, days left, days late."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from bg_portal.dates import format_moment, weekday_date
from bg_portal.templatetags.vietnamese_numbers import padded
from communes import words
from communes.deadlines import Timeliness
from communes.standing import CommuneStanding
from communes.vocabulary import Standing

_ASKS_SOMEBODY = frozenset({Standing.RETURNED, Standing.REOPENED})
_BEFORE_ANYTHING = frozenset({Standing.NOT_DUE, Standing.NOT_STARTED})


class Picture(NamedTuple):
    """What the tag `state` draws."""

    mark: str
    word: str
    tone: str = ""


def picture(standing: CommuneStanding, *, for_city: bool = False) -> Picture:
    """State as shape and word: what is in order is good or quiet, what somebody has to do stands out."""
    what = standing.standing
    label = words.state_for_city(standing.state) if for_city and standing.state else words.LABELS[what]
    word = str(label)
    if what in _ASKS_SOMEBODY or standing.timeliness is Timeliness.OVERDUE:
        return Picture(words.MARKS[what], word, "act")
    if what is Standing.ACCEPTED:
        return Picture("nil" if standing.nil else words.MARKS[what], word, "good")
    return Picture(words.MARKS[what], word, "quiet" if what in _BEFORE_ANYTHING else "")


def alike(standing: CommuneStanding) -> tuple[object, ...]:
    """What `picture` follows from: reports that have it in common look the same."""
    what = standing.standing
    overdue = standing.timeliness is Timeliness.OVERDUE
    return what, overdue, what is Standing.ACCEPTED and standing.nil


def due_line(standing: CommuneStanding) -> str:
    """Until when, in weekday, date and working days; once it was sent, whether it came in time.

    A report that went back is not due again: since when it is back is said instead.
    """
    if standing.sent and not standing.with_city:
        return since(standing)
    if standing.sent:
        return punctuality(standing)
    day = gettext("Due: %(day)s") % {"day": weekday_date(standing.due)}
    note = punctuality(standing)
    return f"{day}, {_lower(note)}" if note else day


def punctuality(standing: CommuneStanding) -> str:
    """How it stands to its due date, in a few words; empty where no working day is left to be counted."""
    match standing.timeliness:
        case Timeliness.ON_TIME:
            return gettext("On time")
        case Timeliness.LATE:
            return _days(standing.days_late, "late")
        case Timeliness.OVERDUE:
            return _days(standing.days_late, "overdue")
        case Timeliness.NEVER:
            return gettext("Not sent before the period was closed")
        case Timeliness.EXPECTED:
            return _time_left(standing)


def since(standing: CommuneStanding) -> str:
    """Since when the report stands as it does."""
    if standing.facts is None or standing.facts.moved_at is None:
        return ""
    return gettext("since %(moment)s") % {"moment": format_moment(standing.facts.moved_at)}


def sent_line(standing: CommuneStanding) -> str:
    """When it was sent last, and which sending that was."""
    if standing.facts is None or standing.facts.last_sent_at is None:
        return ""
    moment = format_moment(standing.facts.last_sent_at)
    if standing.facts.sendings == 1:
        return moment
    return gettext("%(moment)s, sending %(n)d") % {"moment": moment, "n": standing.facts.sendings}


def _time_left(standing: CommuneStanding) -> str:
    if standing.due == standing.today:
        return gettext("today until 24:00")
    left = standing.days_left
    return _days(left, "left") if left else ""


def _days(number: int, kind: str) -> str:
    n = {"n": padded(number)}
    if kind == "left":
        return ngettext("%(n)s working day left", "%(n)s working days left", number) % n
    if kind == "late":
        return ngettext("Late by %(n)s working day", "Late by %(n)s working days", number) % n
    return ngettext("Overdue by %(n)s working day", "Overdue by %(n)s working days", number) % n


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
