"""A forecast in the shapes that its page draws: a sentence with its figure, facts, method, back-test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext

from bg_portal.pieces import Row
from plans.addresses import why_indicator
from plans.book import Book
from plans.document import Objective
from plans.models import Plan
from plans.moments import Moment
from plans.presenting.wording import in_language, number, written
from plans.projection import Projected, Tried, mean_miss
from plans.prospects import METHODS, Method, Outlook, Prospect
from plans.ranges import rounded
from plans.saying_words import sentence
from plans.vocabulary import Direction, MeasureOfSuccess, Protection
from plans.words import label_of

MARKS: Final = {
    Prospect.REACHED: "full",
    Prospect.EXPECTED: "up",
    Prospect.AT_RISK: "down",
    Prospect.CANNOT_TELL: "unknown",
    Prospect.MISSED: "unmet",
}
"""The shape beside each word."""
TONES: Final = {Prospect.AT_RISK: "act", Prospect.REACHED: "good"}


@dataclass(frozen=True)
class TriedRow:
    """What would have been said at one past period."""

    period: str
    ahead: int
    said: str
    span: str
    came: str
    miss: str
    held: str
    mark: str


@dataclass(frozen=True)
class Told:
    """One target: what is forecast, how, and how well the same would have done before."""

    id: str
    title: str
    href: str
    figure: str
    unit: str
    note: str
    rest: str
    mark: str
    tone: str
    word: str
    reason: str
    facts: list[Row]
    method: str
    tried: list[TriedRow]
    caption: str
    misses: str
    """How large the misses were, and how often the range held."""


def told(book: Book, plan: Plan, moment: Moment, outlook: Outlook) -> Told:
    """Everything the page says of one target."""
    target, projected = outlook.target, outlook.projected
    reason = sentence(outlook.reason, book.document) if outlook.reason else ""
    return Told(
        id=(target.objective or target.indicator).lower(),
        title=_title(book, outlook),
        href=_address(book, plan, moment, outlook),
        figure=number(projected.point) if projected else "",
        unit=_unit(book, outlook),
        note=_span_note(projected),
        rest=_rest(outlook) % {"period": label_of(outlook.end)},
        mark=MARKS[outlook.prospect],
        tone=TONES.get(outlook.prospect, ""),
        word=gettext(outlook.label),
        reason=capfirst(reason),
        facts=list(_facts(book, outlook)),
        method=gettext(METHODS[outlook.method]),
        tried=[_tried(key, one) for key, one in outlook.tried],
        caption=_caption(outlook) if outlook.tried else "",
        misses=_misses(outlook),
    )


def _rest(outlook: Outlook) -> str:
    if outlook.projected is None:
        return gettext("No forecast for the end of %(period)s.")
    if outlook.left:
        return gettext("are forecast by the end of %(period)s.")
    return gettext("were there at the end of %(period)s.")


def _title(book: Book, outlook: Outlook) -> str:
    target = outlook.target
    if target.objective:
        row = book.document.objective(target.objective)
        name = in_language(row, "name")
        return gettext("Objective %(order)s. %(name)s") % {"order": row.order, "name": name}
    indicator = book.document.indicator(target.indicator)
    return f"{in_language(indicator, 'name')} ({indicator.code}), {target.year}"


def _address(book: Book, plan: Plan, moment: Moment, outlook: Outlook) -> str:
    target = outlook.target
    if target.objective:
        return reverse("objective", args=[plan.slug, target.objective]) + moment.query()
    span = "nam" if outlook.method is Method.SEASON else "ky"
    small = book.document.indicator(target.indicator).protection is Protection.SMALL
    return why_indicator(plan, target.indicator, moment, span, inside=small)


def _unit(book: Book, outlook: Outlook) -> str:
    target = outlook.target
    if target.objective:
        return gettext("communes and wards")
    indicator = book.document.indicator(target.indicator)
    return in_language(indicator, "unit")


def _span_note(projected: Projected | None) -> str:
    if not projected or not projected.span or projected.span.exact or projected.span.high is None:
        return ""
    ends = {"low": number(projected.span.low), "high": number(projected.span.high)}
    return gettext("(from %(low)s to %(high)s)") % ends


def _facts(book: Book, outlook: Outlook) -> Iterator[Row]:
    yield Row(gettext("Target"), _target(book, outlook))
    yield Row(gettext("Decided by"), outlook.target.document)
    if outlook.now is not None:
        reached = gettext("%(value)s by the end of %(period)s")
        value = {"value": number(outlook.now), "period": label_of(outlook.basis)}
        yield Row(gettext("Reached so far"), reached % value)
    if outlook.required is not None:
        yield Row(gettext("Periods still to come"), number(Decimal(outlook.left)))
        yield Row(gettext("Required pace"), _per_period(outlook.required))
    if outlook.projected and outlook.left:
        yield Row(gettext("Present pace"), _per_period(outlook.projected.pace))


def _target(book: Book, outlook: Outlook) -> str:
    """In communes, with the percent that was decided where it was one."""
    target = outlook.target
    wanted = f"{number(outlook.wanted)} ({target.year})"
    if not target.objective:
        return wanted
    objective: Objective = book.document.objective(target.objective)
    if objective.success is MeasureOfSuccess.SHARE:
        return f"{number(target.value)}% = {wanted}"
    if objective.direction is Direction.KEEP:
        return gettext("to keep %(wanted)s") % {"wanted": wanted}
    return wanted


def _per_period(value: Decimal) -> str:
    found = number(rounded(value, 0 if abs(value) >= 100 else 2))
    return gettext("%(number)s each period on average") % {"number": found}


def _tried(key: str, one: Tried) -> TriedRow:
    words = {None: gettext("no range yet"), True: gettext("held"), False: gettext("did not hold")}
    marks = {None: "na", True: "full", False: "unmet"}
    return TriedRow(
        period=label_of(key),
        ahead=one.ahead,
        said=number(one.said.point),
        span=written(one.said.span) if one.said.span else "–",
        came=number(one.came),
        miss=_signed(one.miss),
        held=words[one.held],
        mark=marks[one.held],
    )


def _caption(outlook: Outlook) -> str:
    if outlook.method is Method.SEASON:
        return gettext("What would have been said in earlier years of their ends, and what came")
    text = gettext("What would have been said at earlier periods of %(period)s, and what came")
    return text % {"period": label_of(outlook.basis)}


def _misses(outlook: Outlook) -> str:
    tried = [one for _key, one in outlook.tried]
    mean = mean_miss(tried)
    if mean is None:
        return gettext("No earlier forecast can be held against what came.")
    ranges = [one for one in tried if one.held is not None]
    said = gettext("%(n)s earlier forecasts missed by %(mean)s on average.")
    parts = [said % {"n": len(tried), "mean": number(rounded(mean, 0 if mean >= 100 else 1))}]
    if ranges:
        held = gettext("Of %(n)s ranges %(held)s held.")
        parts.append(held % {"n": len(ranges), "held": sum(bool(one.held) for one in ranges)})
    else:
        parts.append(gettext("None of them could have a range yet."))
    return " ".join(parts)


def _signed(value: Decimal) -> str:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{number(abs(value))}"
