"""Which communes a leader should look at, by which rule, why and since when; plain Python.

The rules stand in the order in which they are shown; a commune is named once, under the first rule that
concerns it, with whatever else concerns it behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final

from communes.deadlines import Timeliness, local_day
from communes.standing import CommuneStanding
from plans.book import Book
from plans.objectives import CommuneResult, ObjectiveResult, of_commune, result
from plans.sayings import Padded, Param, PeriodName, Saying, gettext_noop, say
from plans.spans import quarters_until, year_to_date
from plans.vocabulary import MeasureOfSuccess
from plans.windows import Verdict, since

LEAST_RUNNING: Final = 2
"""Periods in a row from which being late, or not meeting a criterion, is more than a slip."""
PROPOSAL_DAYS: Final = 30
"""Days that a proposal may wait for its answer."""
LEAST_RETURNS: Final = 2
PLAN_OF_THE_YEAR: Final = "LD02"
"""The indicator that says whether the commune has its plan of the year."""
PLAN_DUE_IN: Final = 2
"""The quarter by whose end it should be there."""
_LATE: Final = frozenset({Timeliness.LATE, Timeliness.OVERDUE, Timeliness.NEVER})


class Rule(StrEnum):
    """Why a commune is named, in the order in which reasons are shown."""

    LATE = "late"
    UNMET = "unmet"
    NO_PLAN = "no_plan"
    PROPOSAL = "proposal"
    RETURNED = "returned"


ORDER: Final = tuple(Rule)
RULES: Final[Mapping[Rule, str]] = {
    Rule.LATE: gettext_noop("reports late for %(periods)s periods in a row or more"),
    Rule.UNMET: gettext_noop("a criterion not met for %(periods)s periods or more"),
    Rule.NO_PLAN: gettext_noop("no plan of the year by the end of the second quarter"),
    Rule.PROPOSAL: gettext_noop("a proposal without an answer for more than %(days)s days"),
    Rule.RETURNED: gettext_noop("a report returned %(returns)s times or more"),
}
"""The msgid of each rule, as the page states it."""
LIMITS: Final = {"periods": LEAST_RUNNING, "days": PROPOSAL_DAYS, "returns": LEAST_RETURNS}
"""The numbers in them."""


@dataclass(frozen=True)
class Reason:
    """One rule that concerns a commune."""

    rule: Rule
    since: date
    said: Saying
    period: str = ""
    """Key of the quarter whose report it is about; empty where it is about the commune."""


@dataclass(frozen=True)
class Concern:
    """A commune with what concerns it, the first rule first."""

    commune: int
    reasons: tuple[Reason, ...]

    @property
    def first(self) -> Reason:
        return self.reasons[0]


@dataclass(frozen=True)
class Waiting:
    """A proposal that has no answer yet."""

    commune: int
    sent_on: date


Found = Iterator[tuple[int, Reason]]


def concerns(found: Iterable[tuple[int, Reason]], places: Sequence[int]) -> tuple[Concern, ...]:
    """By rule, then the longest first, then in the order of the places; each commune once."""
    by_commune: dict[int, list[Reason]] = {}
    for commune, reason in found:
        by_commune.setdefault(commune, []).append(reason)
    known = [
        Concern(commune, tuple(sorted(by_commune[commune], key=lambda reason: ORDER.index(reason.rule))))
        for commune in places
        if commune in by_commune
    ]
    return tuple(sorted(known, key=lambda one: (ORDER.index(one.first.rule), one.first.since)))


def late(courses: Iterable[Sequence[CommuneStanding]]) -> Found:
    """Who is late for the second time running or more; each course oldest first, what is not due yet last."""
    for course in courses:
        running: list[CommuneStanding] = []
        for standing in reversed(course):
            if standing.timeliness in _LATE:
                running.append(standing)
            elif standing.timeliness is not Timeliness.EXPECTED:
                break
        if len(running) >= LEAST_RUNNING:
            last = running[0]
            yield last.place.id, Reason(Rule.LATE, last.due, _late(last, len(running)), _key(last))


def _late(standing: CommuneStanding, running: int) -> Saying:
    told: dict[str, Param] = {"period": PeriodName(_key(standing)), "running": Padded(Decimal(running))}
    days = Padded(Decimal(standing.days_late))
    match standing.timeliness:
        case Timeliness.OVERDUE:
            text = gettext_noop(
                "report of %(period)s not sent, overdue by %(days)s working days, "
                "late for %(running)s periods in a row"
            )
            return say(text, days=days, **told)
        case Timeliness.LATE:
            text = gettext_noop(
                "report of %(period)s sent %(days)s working days late, late for %(running)s periods in a row"
            )
            return say(text, days=days, **told)
        case _:
            text = gettext_noop(
                "report of %(period)s not sent before the period was closed, "
                "late for %(running)s periods in a row"
            )
            return say(text, **told)


def _key(standing: CommuneStanding) -> str:
    return standing.period.key


def unmet(book: Book, period: str) -> Found:
    """Who has not met a criterion for two periods or more, of what is expected of them."""
    for objective in book.document.objectives:
        told = result(book, objective.code, period)
        for row in told.communes:
            if row.unmet and _expected(book, told, row):
                yield from _unmet(book, row)


def _unmet(book: Book, row: CommuneResult) -> Found:
    begun = {cell.criterion.key: since(book, cell) for cell in row.unmet}
    keys = book.document.quarter_keys
    lasting = [
        begun[cell.criterion.key]
        for cell in row.unmet
        if keys.index(cell.period) - keys.index(begun[cell.criterion.key]) + 1 >= LEAST_RUNNING
    ]
    if lasting:
        first = min(lasting)
        text = gettext_noop("%(unmet)s of %(criteria)s criteria not met since %(period)s")
        numbers = {"unmet": Padded(Decimal(len(lasting))), "criteria": Padded(Decimal(len(row.cells)))}
        day = book.document.period(first).ends_on
        yield row.commune, Reason(Rule.UNMET, day, say(text, period=PeriodName(first), **numbers))


def _expected(book: Book, told: ObjectiveResult, row: CommuneResult) -> bool:
    """Whether the plan expects it of this commune: of everybody where the share counts, else of those that a
    document names, or that met it once and no longer do."""
    if told.objective.success is MeasureOfSuccess.SHARE or row.named:
        return True
    earlier = quarters_until(book.document, told.quarter.key)[:-1]
    return any(
        of_commune(book, told.objective.code, row.commune, key).verdict is Verdict.MET
        for key in earlier
        if book.takes_part(row.commune, key)
    )


def no_plan(book: Book, period: str) -> Found:
    """Who answered from the second quarter on that there is no plan of the year."""
    document = book.document
    quarter = document.period(period)
    codes = {indicator.code for indicator in document.indicators}
    if PLAN_OF_THE_YEAR not in codes or quarter.quarter < PLAN_DUE_IN:
        return
    asked = [document.period(key) for key in year_to_date(document, period).quarters]
    due = [row for row in asked if row.quarter >= PLAN_DUE_IN]
    text = gettext_noop("no plan of %(year)s by the end of its second quarter")
    for commune in book.participants(period):
        own = book.series(PLAN_OF_THE_YEAR, commune)
        said = [figure for row in due if (figure := own.get(row.key)) and figure.known]
        if said and not said[-1].low:
            yield commune, Reason(Rule.NO_PLAN, due[0].ends_on, say(text, year=str(quarter.year)))


def proposals(waiting: Iterable[Waiting], today: date) -> Found:
    """Whose proposal has waited too long; the oldest one speaks for all."""
    found: dict[int, list[date]] = {}
    for one in waiting:
        if (today - one.sent_on).days > PROPOSAL_DAYS:
            found.setdefault(one.commune, []).append(one.sent_on)
    text = gettext_noop("proposals without an answer: %(number)s, the oldest for %(days)s days")
    for commune, days in found.items():
        oldest = min(days)
        said = say(text, number=Padded(Decimal(len(days))), days=Padded(Decimal((today - oldest).days)))
        yield commune, Reason(Rule.PROPOSAL, oldest, said)


def returned(returns: Mapping[tuple[int, str], Sequence[datetime]]) -> Found:
    """Whose report, not accepted since, came back twice or more; by commune and key of the quarter."""
    text = gettext_noop("report of %(period)s returned %(times)s times")
    for (commune, period), moments in returns.items():
        if len(moments) >= LEAST_RETURNS:
            said = say(text, period=PeriodName(period), times=Padded(Decimal(len(moments))))
            yield commune, Reason(Rule.RETURNED, local_day(max(moments)), said, period)
