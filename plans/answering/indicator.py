"""How an indicator's figure comes about: its formula, and what each commune adds with its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext

from plans.answering.lines import Formula, Line, Lines, line
from plans.book import Book
from plans.document import Indicator
from plans.explanation import Contribution, IndicatorExplanation, Role
from plans.figures import Figure, Nothing, Part
from plans.presenting.figures import Said, figure_said, own_figure_said
from plans.presenting.wording import in_language, written
from plans.provenance import Acceptances
from plans.queries import Place
from plans.ranges import Range
from plans.sayings import gettext_noop
from plans.vocabulary import AcrossQuarters, IndicatorKind
from plans.words import PLACE_KINDS

MISSING: Final = "…"
"""No figures, as in every table."""
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
    said: Said
    lines: Lines
    short: tuple[Line, ...]
    """The answers that a row of all communes has room for: without parts and decisions out of force."""


def formula(told: IndicatorExplanation, places: Sequence[Place]) -> Formula:
    """The figure as pages show it, with what it is worked out from."""
    known, city = told.figure, told.commune is None
    said = figure_said(known) if city else own_figure_said(known)
    if known.reported is None:
        return Formula(said.text or "–", "", "")
    whole_year = gettext("all communes together, the whole year")
    terms = whole_year if known.city_year else _sum(told, places)
    return Formula(said.text, _unit(known.indicator, city=city), terms)


def explanation(book: Book, known: Figure) -> str:
    """Why there is no figure, or only one of the city; empty where neither is so."""
    why = Nothing.RESTRICTED if book.withheld(known.indicator) else known.nothing
    return gettext(NOTHING[why]) if why else ""


def _unit(indicator: Indicator, *, city: bool) -> str:
    """What is counted: of a yes or no the communes that say so, and of one commune's nothing."""
    if indicator.kind in (IndicatorKind.YES_NO, IndicatorKind.STANDING):
        return gettext("communes and wards") if city else ""
    return in_language(indicator, "unit")


def _sum(told: IndicatorExplanation, places: Sequence[Place]) -> str:
    """The sum written out where it is not too long: communes in the order of their rows, or quarters."""
    terms = _of_communes(told, places) if told.commune is None else _of_quarters(told)
    if len(terms) < 2:
        return ""
    return (
        " + ".join(terms)
        if len(terms) <= MOST_TERMS
        else gettext("the sum of %(n)s communes") % {"n": len(terms)}
    )


def _of_communes(told: IndicatorExplanation, places: Sequence[Place]) -> list[str]:
    parts = {part.commune: part for part in told.figure.parts}
    kinds = list(PLACE_KINDS)
    rows = sorted(places, key=lambda place: kinds.index(place.kind))
    return [_term(parts[place.id].bounds, parts[place.id].low) for place in rows if place.id in parts]


def _of_quarters(told: IndicatorExplanation) -> list[str]:
    """Only what adds up over quarters is a sum of them."""
    if told.figure.indicator.across_quarters is not AcrossQuarters.SUM:
        return []
    return [
        _term(Range(source.shown.low, source.shown.high), source.shown.low)
        if source.shown and source.shown.low is not None
        else MISSING
        for source in told.sources
        if source.role in (Role.COUNTED, Role.MISSING, Role.WITHHELD)
    ]


def _term(known: Range, low: Decimal | None) -> str:
    """A number, a range in brackets, or the sign for none."""
    if low is None:
        return MISSING
    between = written(known, gettext(" to "))
    return between if known.exact else f"({between})"


def open_end(known: Figure) -> str:
    """All the figure can be, where something in it lacks or is not published."""
    if known.complete or known.bounds is None:
        return ""
    if known.bounds.high is None:
        return gettext("With what is missing or not published it can be more: at least %(low)s.") % {
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
    for place in places:
        if place.id in rows:
            yield _commune(book, told.figure, rows[place.id], place, sources)


def _commune(
    book: Book, known: Figure, told: Contribution, place: Place, sources: Acceptances
) -> CommuneAdds:
    hidden = {Role.PART, Role.EXCLUDED} if known.indicator.kind is IndicatorKind.STANDING else {Role.PART}
    rows = [(source.role, line(book, source, sources)) for source in told.sources]
    return CommuneAdds(
        place=place,
        said=_said(known, told.part),
        lines=Lines(tuple(row for _role, row in rows)),
        short=tuple(row for role, row in rows if role not in hidden),
    )


def _said(known: Figure, part: Part | None) -> Said:
    """What the commune's own figure is: a part of the city's is the whole of it."""
    if part is None:
        return Said("–", note=gettext("outside the scope, or not asked in this period"))
    nothing = Nothing.NO_DATA if part.low is None else None
    return own_figure_said(Figure(known.indicator, known.span, (part,), nothing))
