"""How an indicator's figure comes about: its formula, and what each commune adds with its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import get_language, gettext, ngettext

from plans.answering.lines import Formula, Line, Lines, line
from plans.book import Book
from plans.document import Indicator
from plans.explanation import Contribution, IndicatorExplanation, Role
from plans.figures import Figure, Nothing, Part
from plans.presenting import written
from plans.provenance import Acceptances
from plans.queries import Place
from plans.ranges import ZERO, Range
from plans.sayings import gettext_noop
from plans.vocabulary import IndicatorKind
from plans.words import PLACE_KINDS

MOST_TERMS: Final = 20
"""So many terms of a sum are written out; more would hide it."""
NOTHING: Final = {
    Nothing.NOT_APPLICABLE: gettext_noop("The indicator does not apply in this time, or concerns nobody."),
    Nothing.NOT_ADDED: gettext_noop("Its periods, or its communes, make no figure together."),
    Nothing.NO_DATA: gettext_noop("Nothing has been accepted yet of what is due."),
    Nothing.RESTRICTED: gettext_noop(
        "It is not published by commune or by quarter, to protect people: with small numbers even a range "
        "would say that somebody is there. Only the city's figure of a closed year is public."
    ),
}


@dataclass(frozen=True)
class CommuneAdds:
    """What one commune adds to the figure."""

    place: Place
    text: str
    note: str
    """How much of what is due lacks."""
    lines: Lines
    short: tuple[Line, ...]
    """The answers that a row of all communes has room for: without parts and decisions out of force."""


def formula(told: IndicatorExplanation, places: Sequence[Place]) -> Formula:
    """The figure with what it is worked out from; what is known, without what lacks."""
    known, city = told.figure, told.commune is None
    if known.reported is None:
        return Formula("–", "", "")
    whole_year = gettext("all communes together, the whole year")
    terms = whole_year if known.city_year else _terms(known, places, city=city)
    return Formula(written(known.reported), _unit(known.indicator, city=city), terms)


def explanation(book: Book, known: Figure) -> str:
    """Why there is no figure, or only one of the city; empty where neither is so."""
    why = Nothing.RESTRICTED if book.withheld(known.indicator) else known.nothing
    return gettext(NOTHING[why]) if why else ""


def _unit(indicator: Indicator, *, city: bool) -> str:
    """What is counted: of the city's yes the communes that say so."""
    if indicator.kind in (IndicatorKind.YES_NO, IndicatorKind.STANDING):
        return gettext("communes and wards") if city else gettext("(1: yes, 0: no)")
    return (indicator.unit_en if get_language() == "en" else "") or indicator.unit_vi


def _terms(known: Figure, places: Sequence[Place], *, city: bool) -> str:
    """The sum written out where it is not too long: communes in the order of their rows, or quarters."""
    parts = {part.commune: part for part in known.parts}
    own = [parts[place.id] for place in _in_rows(places) if place.id in parts]
    terms: list[tuple[Decimal | None, Decimal | None]]
    if city:
        terms = [(part.low, part.high) for part in own if part.low is not None]
    else:
        terms = [(shown.low, shown.high) for part in own for shown in part.counted]
    if len(terms) < 2:
        return ""
    if len(terms) <= MOST_TERMS:
        return " + ".join(_term(*term) for term in terms)
    return gettext("the sum of %(n)s communes") % {"n": len(terms)}


def _in_rows(places: Sequence[Place]) -> list[Place]:
    """Wards first, then communes, as the table has them."""
    kinds = list(PLACE_KINDS)
    return sorted(places, key=lambda place: kinds.index(place.kind))


def _term(low: Decimal | None, high: Decimal | None) -> str:
    own = Range(low or ZERO, high)
    return written(own) if own.exact else f"({written(own, gettext(' to '))})"


def open_end(known: Figure) -> str:
    """All the figure can be, where something in it lacks or is not published."""
    if known.complete or known.bounds is None:
        return ""
    if known.bounds.high is None:
        return gettext("With what is missing it can be more: at least %(low)s.") % {
            "low": written(Range(known.bounds.low, known.bounds.low))
        }
    return gettext("With what is missing it can be from %(low)s to %(high)s.") % {
        "low": written(Range(known.bounds.low, known.bounds.low)),
        "high": written(Range(known.bounds.high, known.bounds.high)),
    }


def coverage(known: Figure, *, city: bool) -> str:
    """How much of what is due is in it: communes, or periods of one commune; empty where nothing is due."""
    if known.city_year:
        shares, text = (known.known, known.expected), gettext("%(n)s/%(of)s figures of communes and periods")
    elif city:
        shares, text = (known.known, known.expected), gettext("figures of %(n)s/%(of)s communes and wards")
    else:
        due = sum(part.due for part in known.parts)
        lacking = sum(len(part.lacking) + len(part.withheld) for part in known.parts)
        shares, text = (due - lacking, due), gettext("figures of %(n)s/%(of)s periods")
    return text % {"n": shares[0], "of": shares[1]} if shares[1] else ""


def communes(
    book: Book, told: IndicatorExplanation, places: Sequence[Place], sources: Acceptances
) -> Iterator[CommuneAdds]:
    """What each commune adds, in the order of the places; those of whom nothing is due add nothing."""
    rows = {one.commune: one for one in told.contributions}
    standing = told.figure.indicator.kind is IndicatorKind.STANDING
    for place in places:
        if place.id in rows:
            yield _commune(book, rows[place.id], place, sources, standing=standing)


def _commune(
    book: Book, told: Contribution, place: Place, sources: Acceptances, *, standing: bool
) -> CommuneAdds:
    hidden = {Role.PART, Role.EXCLUDED} if standing else {Role.PART}
    rows = [(source.role, line(book, source, sources)) for source in told.sources]
    return CommuneAdds(
        place=place,
        text=_added(told.part),
        note=_lacking(told.part),
        lines=Lines(tuple(row for _role, row in rows)),
        short=tuple(row for role, row in rows if role not in hidden),
    )


def _added(part: Part | None) -> str:
    if part is None:
        return gettext("not due")
    if part.low is None:
        return gettext("not published") if part.withheld else gettext("no data yet")
    return written(Range(part.low, part.high))


def _lacking(part: Part | None) -> str:
    if part is None or part.low is None or part.complete:
        return ""
    number = len(part.lacking) + len(part.withheld)
    return ngettext("%(n)s period lacks", "%(n)s periods lack", number) % {"n": number}
