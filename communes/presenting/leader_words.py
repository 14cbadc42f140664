"""The leader's page in words: what changed, who needs attention and by which rule, how reporting stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bg_portal.dates import format_date
from bg_portal.pieces import Part
from bg_portal.templatetags.vietnamese_numbers import padded
from communes.attention import LIMITS, ORDER, RULES, Concern
from communes.deadlines import Timeliness
from communes.presenting.place_names import name_list
from communes.standing import CommuneStanding
from communes.vocabulary import ReportState
from plans.book import Book
from plans.changes import Change, changes
from plans.models import Plan
from plans.objectives import ObjectiveResult
from plans.presenting.conclusions import short_name
from plans.presenting.wording import capital
from plans.queries import Place
from plans.saying_words import sentence
from plans.windows import Verdict
from plans.words import full_name, label_of

MOST_CHANGES = 3
MOST_CONCERNS = 5


class ChangeLine(NamedTuple):
    """So many communes more or fewer, and which."""

    number: str
    about: str
    names: str


class AttentionLine(NamedTuple):
    """One commune with its reasons and the day of the first one."""

    name: str
    href: str
    reasons: str
    since: str


def change_lines(
    book: Book, before: Sequence[ObjectiveResult], after: Sequence[ObjectiveResult], places: Sequence[Place]
) -> list[ChangeLine]:
    """Through which communes the objectives moved: first who meets one now, then who no longer does."""
    found: list[ChangeLine] = []
    for old, new in zip(before, after, strict=True):
        moved = changes(old, new)
        gained = [change for change in moved if change.after is Verdict.MET]
        lost = [change for change in moved if change.before is Verdict.MET and change.after]
        about = _("objective %(order)s") % {"order": new.objective.order}
        if gained:
            found.append(ChangeLine(f"+{padded(len(gained))}", about, _names(gained, places)))
        if lost:
            found.append(ChangeLine(f"−{padded(len(lost))}", about, _lost(book, lost, places)))
    return found[:MOST_CHANGES]


def _names(moved: Sequence[Change], places: Sequence[Place]) -> str:
    ids = {change.commune for change in moved}
    return name_list([place for place in places if place.id in ids])


def _lost(book: Book, lost: Sequence[Change], places: Sequence[Place]) -> str:
    """Each with what it no longer meets, or that there is no data of it."""
    by_commune = {change.commune: change for change in lost}
    own = [(place, by_commune[place.id]) for place in places if place.id in by_commune]
    return "; ".join(f"{full_name(place)} ({_lacks(book, change)})" for place, change in own)


def _lacks(book: Book, change: Change) -> str:
    codes = [cell.criterion.indicator for cell in change.cells if cell.verdict is Verdict.NOT_MET]
    if change.after is Verdict.NOT_MET and codes:
        names = ", ".join(short_name(book.document.indicator(code)) for code in codes)
        return _("not met: %(criteria)s") % {"criteria": names}
    return _("no data yet")


def attention_lines(
    concerns: Sequence[Concern], plan: Plan, book: Book, places: Mapping[int, Place]
) -> list[AttentionLine]:
    """The first few; how many more there are is said beside them."""
    return [_attention(one, plan, book, places[one.commune]) for one in concerns[:MOST_CONCERNS]]


def _attention(concern: Concern, plan: Plan, book: Book, place: Place) -> AttentionLine:
    first = concern.first
    commune = reverse("commune", args=[place.slug])
    href = reverse("report", args=[plan.slug, first.period, place.slug]) if first.period else commune
    told = "; ".join(sentence(reason.said, book.document) for reason in concern.reasons)
    since = _("since %(day)s") % {"day": format_date(first.since)}
    return AttentionLine(capital(full_name(place)), href, told, since)


def rules() -> str:
    """The rules in the order in which they are applied, as one sentence."""
    limits = {name: padded(limit) for name, limit in LIMITS.items()}
    return capital("; ".join(_(RULES[rule]) % limits for rule in ORDER)) + "."


def reporting_parts(rows: Sequence[CommuneStanding]) -> list[Part]:
    """The period's reports as one bar: in time, late, overdue, not due yet."""
    count = {timely: sum(row.timeliness is timely for row in rows) for timely in Timeliness}
    overdue = count[Timeliness.OVERDUE] + count[Timeliness.NEVER]
    return [
        Part("good", count[Timeliness.ON_TIME], ngettext("on time", "on time", count[Timeliness.ON_TIME])),
        Part("mid", count[Timeliness.LATE], ngettext("late", "late", count[Timeliness.LATE])),
        Part("not", overdue, ngettext("overdue", "overdue", overdue)),
        Part("none", count[Timeliness.EXPECTED], _("not sent yet")),
    ]


def reporting_line(rows: Sequence[CommuneStanding]) -> str:
    """How many were sent and what became of them, in one sentence."""
    return capital("; ".join(_reporting(rows))) + "."


def _reporting(rows: Sequence[CommuneStanding]) -> Iterator[str]:
    sent = sum(row.sent for row in rows)
    yield _("%(sent)s/%(all)s have sent their report") % {"sent": _count(sent), "all": len(rows)}
    accepted = sum(row.state is ReportState.ACCEPTED or row.state is ReportState.REOPENED for row in rows)
    waiting = sum(row.state is ReportState.SUBMITTED for row in rows)
    if accepted:
        yield _("%(n)s accepted") % {"n": _count(accepted)}
    if waiting:
        yield _("%(n)s waiting for review") % {"n": _count(waiting)}
    if sent - accepted - waiting:
        yield _("%(n)s returned") % {"n": _count(sent - accepted - waiting)}


def _count(number: int) -> str:
    return str(number) if get_language() == "en" else padded(number)


def late_line(period: str, number: int) -> str:
    """How many reports of a period are overdue."""
    text = ngettext("Overdue reports of %(period)s: %(n)s", "Overdue reports of %(period)s: %(n)s", number)
    return text % {"period": label_of(period), "n": _count(number)}


def earlier_line(number: int) -> str:
    """How many reports of the periods before are overdue."""
    text = ngettext(
        "Overdue reports of earlier periods: %(n)s", "Overdue reports of earlier periods: %(n)s", number
    )
    return text % {"n": _count(number)}
