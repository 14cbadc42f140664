"""Tile maps: who meets an objective or a criterion, or an indicator's amount in words, on the grid of places.

The title says what is met; no shade stands for an amount.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from bg_portal.pieces import Link, Tile, Words
from plans.book import Book
from plans.document import Indicator
from plans.models import Objective
from plans.moments import Moment
from plans.objectives import CommuneResult, ObjectiveResult
from plans.presenting.conclusions import COMMUNE_WORDS, VERDICT_MARKS, VERDICT_WORDS, short_name
from plans.presenting.indicator import CommuneRow
from plans.presenting.moment_bar import Address, in_query, moment_bar
from plans.presenting.wording import in_language, language
from plans.queries import Place
from plans.vocabulary import IndicatorKind
from plans.windows import Verdict
from plans.words import PLACE_WORDS, label_of

STATES = {
    Verdict.MET: "met",
    Verdict.NOT_MET: "unmet",
    Verdict.UNKNOWN: "none",
    Verdict.NOT_APPLICABLE: "na",
}
ANCHOR = "ban-do"
"""The name of the map on its page, and of what it shows in the address."""


@dataclass(frozen=True)
class TileMap:
    """The map, what it may show instead, and the periods beside it."""

    title: str
    tiles: list[Tile]
    counts: list[tuple[str, int, Words]]
    """Mark, number and word of each state; none where tiles hold amounts."""
    choices: list[Link]
    previous: Link | None
    following: Link | None


def objective_map(
    book: Book,
    objective: Objective,
    found: ObjectiveResult,
    places: Iterable[Place],
    moment: Moment,
    *,
    criterion: str = "",
    address: Callable[[str, date | None, str], str] | None = None,
) -> TileMap:
    """Who meets the objective, or a criterion by its indicator's code. Raises KeyError for any other.

    `address` gives the page for a period, a day and a criterion; by default it is the page one is on.
    """
    address = address or _here
    codes = [row.indicator for row in found.objective.criteria]
    if criterion and criterion not in codes:
        raise KeyError(criterion)
    rows = {row.commune: _verdict(row, codes, criterion) for row in found.communes}
    words = VERDICT_WORDS if criterion else COMMUNE_WORDS
    shown = [(place, rows[place.id]) for place in places if place.id in rows]
    bar = moment_bar(book.document, moment, lambda key, day: address(key, day, criterion))
    day = moment.day
    choices = [
        (_("The objective"), ""),
        *((short_name(book.document.indicator(code)), code) for code in codes),
    ]
    return TileMap(
        title=_map_title(book, objective, criterion, moment),
        tiles=[
            _tile(place, STATES[verdict], str(words[verdict]))
            if verdict
            else _tile(place, "na", _("not counted"))
            for place, verdict in shown
        ],
        counts=_counts([verdict for _place, verdict in shown], words),
        choices=[
            Link(text, address(moment.period.key, day, code), code == criterion) for text, code in choices
        ],
        previous=bar.previous,
        following=bar.following,
    )


def _counts(
    shown: Sequence[Verdict | None], words: Mapping[Verdict, Promise]
) -> list[tuple[str, int, Words]]:
    """How many tiles there are of each state."""
    found: list[tuple[str, int, Words]] = [
        (VERDICT_MARKS[each], number, str(words[each])) for each in Verdict if (number := shown.count(each))
    ]
    if None in shown:
        found.append(("na", shown.count(None), _("not named for the objective, so not counted")))
    return found


def _here(key: str, day: date | None, criterion: str) -> str:
    more = f"&{ANCHOR}={criterion}" if criterion else ""
    return f"{in_query(key, day)}{more}#{ANCHOR}"


def _verdict(row: CommuneResult, codes: Sequence[str], criterion: str) -> Verdict | None:
    """On the criterion whoever it is, on the objective of those in its value: None of the others."""
    if criterion:
        return row.cells[codes.index(criterion)].verdict
    return row.verdict if row.counted else None


def _map_title(book: Book, objective: Objective, criterion: str, moment: Moment) -> str:
    period = label_of(moment.period.key)
    if not criterion:
        text = _("Communes and wards that meet objective %(order)s, %(period)s")
        return text % {"order": objective.order, "period": period}
    name = in_language(book.document.indicator(criterion), "name")
    text = _("Communes and wards that meet the criterion “%(name)s”, %(period)s")
    return text % {"name": name, "period": period}


def indicator_map(
    book: Book, indicator: Indicator, rows: Iterable[CommuneRow], moment: Moment, unit: str
) -> TileMap:
    """The indicator of each commune in words; yes or no also as a shape."""
    address: Address = lambda key, day: f"{in_query(key, day)}#{ANCHOR}"  # noqa: E731
    bar = moment_bar(book.document, moment, address)
    yes_no = indicator.kind in (IndicatorKind.YES_NO, IndicatorKind.STANDING)
    return TileMap(
        title=_indicator_title(indicator, moment, yes_no=yes_no),
        tiles=[_indicator_tile(row, unit="" if yes_no else unit, yes_no=yes_no) for row in rows],
        counts=[],
        choices=[],
        previous=bar.previous,
        following=bar.following,
    )


def _indicator_title(indicator: Indicator, moment: Moment, *, yes_no: bool) -> str:
    facts = {"name": in_language(indicator, "name"), "period": label_of(moment.period.key)}
    if yes_no:
        return _("Communes and wards that answered yes: %(name)s, %(period)s") % facts
    return _("%(name)s, %(period)s") % facts


def _indicator_tile(row: CommuneRow, *, unit: str, yes_no: bool) -> Tile:
    known = row.amount.value if yes_no and row.amount else None
    if row.amount is None or (yes_no and known is None):
        return _tile(row.place, "none", row.period.note or row.period.text or _("no data yet"))
    if yes_no:
        return _tile(row.place, "met" if known else "unmet", row.period.text)
    return _tile(row.place, "plain", f"{row.period.text} {unit}".strip())


def _tile(place: Place, state: str, word: Words) -> Tile:
    """A tile that leads to its commune; English names say the kind of place by themselves."""
    return Tile(
        name=place.name,
        kind="" if language() == "en" else str(PLACE_WORDS[place.kind]),
        row=place.grid_row,
        column=place.grid_column,
        state=state,
        word=word,
        href=reverse("commune", args=[place.slug]),
    )
