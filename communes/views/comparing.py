"""Communes against the city's median, up to four of them, or two moments, side by side; for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal import clock
from bg_portal.dates import format_date, parse_day
from bg_portal.etag import public_page
from bg_portal.search import LONGEST
from bg_portal.sorting import Column, Key, Order, order_asked
from bg_portal.vietnamese import sort_key
from communes.presenting.compare_form import Option, form_of
from communes.presenting.side_by_side import ComparedRow, Side, compared_rows
from communes.presenting.verdicts_beside import verdict_rows
from plans.document import PlanDocument
from plans.models import Plan
from plans.moments import last_told, moment_of
from plans.presenting import Reach, Scope
from plans.queries import Place, places_of
from plans.stated import period_stated
from plans.views.asking import book_of, of_a_plan
from plans.words import full_name, label_of

MOST: Final = 4
"""Communes beside each other."""
REACHES: Final[dict[Reach, Promise]] = {
    Reach.PERIOD: _("The period alone"),
    Reach.YEAR: _("The year so far"),
    Reach.PLAN: _("The plan so far"),
}


@public_page
@of_a_plan
def compare(request: HttpRequest, plan: Plan) -> HttpResponse:
    """What is asked for, beside each other: `xa` once to four times, `ky` and `voi`, a period or a day."""
    asked = request.GET
    base = _base(plan, asked)
    everybody = places_of(base.book.document)
    places = _places(everybody, asked)
    other = _other(base, asked, places)
    sides = list(_sides(base, other, places[:MOST]))
    reach = _reach(asked)
    order = order_asked(asked, _columns(sides))
    alone, changes = len(places) == 1 and other is None, other is not None and len(sides) == 2
    context = {
        "plan": plan,
        "moment": base.moment,
        "chosen": bool(asked),
        "sides": sides,
        "columns": 3 + len(sides) + (other is None) + alone + changes,
        "too_many": len(places) > MOST,
        "most": MOST,
        "with_city": other is None,
        "alone": alone,
        "changes": changes,
        "note": _lengths(base, other) if other else "",
        "verdicts": list(verdict_rows(sides, with_city=other is None and bool(places))),
        "order": order,
        "longest": LONGEST,
        "undo": gettext("In the order of the plan") if order.undone else "",
        "groups": _groups(order, list(compared_rows(sides, reach))),
        "form": form_of(base, other, everybody, places[:MOST]),
        "reaches": [Option(r.value, str(text), r is reach) for r, text in REACHES.items()],
    }
    return render(request, "communes/compare.html", context)


def _base(plan: Plan, asked: QueryDict) -> Scope:
    """The moment asked for; without a period the last that most have reported."""
    moment = moment_of(plan, asked)
    book = book_of(plan, moment)
    if not asked.get("ky"):
        told = period_stated(book.document, last_told(book, moment.day or clock.today()))
        moment = replace(moment, period=told) if told else moment
    return Scope(book, plan, moment)


def _places(everybody: Sequence[Place], asked: QueryDict) -> list[Place]:
    """Those asked for, each once. Raises Http404 for one that does not take part."""
    known = {place.slug: place for place in everybody}
    slugs = [slug for slug in dict.fromkeys(asked.getlist("xa")) if slug]
    if not set(slugs) <= set(known):
        raise Http404
    return [known[slug] for slug in slugs]


def _other(base: Scope, asked: QueryDict, places: Sequence[Place]) -> Scope | None:
    """The second moment: a period, or a day for the same period; of nothing asked, the year before."""
    text = next(filter(None, reversed(asked.getlist("voi"))), "")  # a day that was typed goes first
    if not text and (places or asked.get("ky") or asked.get("ngay")):
        return None
    if not text:
        before = _before(base.book.document, base.key)
        return base.at(before) if before else None
    if _is_day(text):
        moment = moment_of(base.plan, {"ky": base.key, "ngay": text})
        return Scope(book_of(base.plan, moment), base.plan, moment)
    day = base.moment.day.isoformat() if base.moment.day else ""
    moment_of(base.plan, {"ky": text, "ngay": day})  # refuses nonsense
    return base.at(text)


def _is_day(text: str) -> bool:
    try:
        return bool(parse_day(text))
    except ValueError:
        return False


def _before(document: PlanDocument, key: str) -> str:
    """The same quarter of the year before, else the quarter before; empty in the plan's first."""
    year, _sign, number = key.partition("-Q")
    keys = [row.key for row in document.periods]
    same = f"{int(year) - 1}-Q{number}" if number else str(int(year) - 1)
    if same in keys:
        return same
    quarters = document.quarter_keys
    place = quarters.index(key) if key in quarters else 0
    return quarters[place - 1] if place else ""


def _sides(base: Scope, other: Scope | None, places: Sequence[Place]) -> Iterator[Side]:
    moments = [(scope, _moment_words(base, scope, other)) for scope in (base, other) if scope]
    for place in places or (None,):
        title = capfirst(full_name(place)) if place else gettext("The whole city")
        for scope, note in moments:
            yield Side(title, note, scope.of(place))


def _moment_words(base: Scope, scope: Scope, other: Scope | None) -> str:
    """What tells the two moments apart: the period, or the day of what was known."""
    if other is None:
        return ""
    if base.moment.day == other.moment.day:
        return label_of(scope.key)
    day = scope.moment.day
    return (
        gettext("as known at the end of %(day)s") % {"day": format_date(day)}
        if day
        else gettext("as known now")
    )


def _lengths(base: Scope, other: Scope) -> str:
    """Periods of different lengths say so; nothing is scaled."""
    now, before = base.span.days, other.span.days
    if now == before:
        return ""
    text = gettext("%(period)s has %(days)s days, %(other)s %(before)s. Nothing is scaled by days.")
    names = {"period": capfirst(label_of(base.key)), "other": label_of(other.key)}
    return text % {"days": now, "before": before, **names}


def _reach(asked: QueryDict) -> Reach:
    try:
        return Reach(asked.get("khoang") or Reach.PERIOD.value)
    except ValueError:
        raise Http404 from None


def _columns(sides: Sequence[Side]) -> dict[str, Column]:
    """What the table of indicators can be sorted by."""
    found = {"ten": Column(_("Indicator")), "ma": Column(_("Code")), "dvt": Column(_("Unit"))}
    for place, side in enumerate(sides):
        words = f"{side.title}, {side.note}" if side.note else side.title
        found[f"so{place + 1}"] = Column(words, number=True)
    return found


def _groups(order: Order, rows: list[ComparedRow]) -> list[tuple[str, list[ComparedRow]]]:
    """By measure, or in the one order that is asked for."""
    kept = order.kept(rows, lambda row: row.words)
    if order.column:
        return [("", order.arranged(kept, _keys(len(rows[0].values))))] if kept else []
    titles = dict.fromkeys(row.measure for row in kept)
    return [(title, [row for row in kept if row.measure == title]) for title in titles]


def _keys(sides: int) -> dict[str, Key]:
    """What each column compares; figures by the least and then the most they can be."""
    own: dict[str, Key] = {
        "ten": lambda row: sort_key(row.name),
        "ma": lambda row: row.indicator.code,
        "dvt": lambda row: sort_key(row.unit),
    }
    return own | {f"so{place + 1}": _value(place) for place in range(sides)}


def _value(place: int) -> Key:
    return lambda row: row.values[place]
