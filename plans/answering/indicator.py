"""How an indicator's figure comes about: its formula, and what each commune adds with its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import get_language, gettext

from plans.answering.lines import Formula, Line, line
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
    complete: bool
    lines: tuple[Line, ...]


def formula(told: IndicatorExplanation) -> Formula:
    """The figure with what it is worked out from; what is known, without what lacks."""
    known, city = told.figure, told.commune is None
    if known.reported is None:
        return Formula("–", "", "")
    whole_year = gettext("all communes together, the whole year")
    terms = whole_year if known.city_year else _terms(known, city=city)
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


def _terms(known: Figure, *, city: bool) -> str:
    """The sum written out, of communes or of quarters, where it is not too long."""
    terms: list[tuple[Decimal | None, Decimal | None]]
    if city:
        terms = [(part.low, part.high) for part in known.parts if part.low is not None]
    else:
        terms = [(shown.low, shown.high) for part in known.parts for shown in part.counted]
    if len(terms) < 2:
        return ""
    if len(terms) <= MOST_TERMS:
        return " + ".join(_term(*term) for term in terms)
    return gettext("the sum of %(n)s communes") % {"n": len(terms)}


def _term(low: Decimal | None, high: Decimal | None) -> str:
    own = Range(low or ZERO, high)
    return written(own) if own.exact else f"({written(own)})"


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


def communes(
    book: Book, told: IndicatorExplanation, places: Sequence[Place], sources: Acceptances
) -> Iterator[CommuneAdds]:
    """What each commune adds, in the order of the places; those of whom nothing is due add nothing."""
    rows = {one.commune: one for one in told.contributions}
    for place in places:
        if place.id in rows:
            yield _commune(book, rows[place.id], place, sources)


def _commune(book: Book, told: Contribution, place: Place, sources: Acceptances) -> CommuneAdds:
    part = told.part
    return CommuneAdds(
        place=place,
        text=_added(part),
        complete=bool(part and part.complete),
        lines=tuple(line(book, source, sources) for source in told.sources if source.role is not Role.PART),
    )


def _added(part: Part | None) -> str:
    if part is None:
        return gettext("not due")
    if part.low is None:
        return gettext("not published") if part.withheld else gettext("no data yet")
    text = written(Range(part.low, part.high))
    return text if part.complete else gettext("at least %(low)s") % {"low": text}
