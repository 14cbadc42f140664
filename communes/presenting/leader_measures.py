"""The eight measures of the leader's page: one figure each, against the year's target and a year before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.templatetags.vietnamese_numbers import number
from communes.main_figures import hidden, main_figure
from communes.presenting.standing_words import Picture
from communes.presenting.wording import measure_title, name_in_list, unit_of
from plans import objectives, standing
from plans.addresses import why_indicator, why_objective
from plans.book import Book, once
from plans.comparison import Comparison, compare, compare_objective
from plans.document import Indicator, Objective
from plans.figures import Figure, Nothing
from plans.indicators import indicator_result
from plans.models import Plan
from plans.moments import Moment
from plans.presenting import Reach, Said
from plans.presenting.conclusions import MARKS
from plans.presenting.wording import capital, in_language, language, small_number, written
from plans.ranges import Range
from plans.saying_words import sentence
from plans.spans import of_quarter
from plans.standing import Standing, Word
from plans.vocabulary import MeasureOfSuccess

NO_TARGET = "–"
MISSING = "…"
_GOOD = frozenset({Word.REACHED, Word.ON_TRACK, Word.KEPT, Word.AT_LINE, Word.ABOVE_LINE})


class MeasureRow(NamedTuple):
    """One measure with the figure that speaks for it."""

    title: str
    href: str
    name: str
    unit: str
    number: Said
    year: Said
    target: str
    percent: Said
    state: Picture | None
    compared: str
    main: Indicator | Objective
    """What the figures are of."""


class MeasureTable(NamedTuple):
    """All measures, and what has to be known of the comparisons."""

    rows: list[MeasureRow]
    notes: list[str]


def measure_table(book: Book, plan: Plan, moment: Moment) -> MeasureTable:
    """The measures that have a figure which may be shown, in the plan's order; made once for each book."""
    made = _table(book, plan.slug, moment.period.key, language())
    return made._replace(rows=[_leading(row, plan, moment) for row in made.rows])


def _leading(row: MeasureRow, plan: Plan, moment: Moment) -> MeasureRow:
    """With the way to how each is worked out: of a sensitive figure, where its numbers stand as reported."""
    code = row.main.code
    if isinstance(row.main, Objective):
        period = year = why_objective(plan, code, moment)
    else:
        inside = row.main.protected
        period = why_indicator(plan, code, moment, inside=inside)
        year = why_indicator(plan, code, moment, Reach.YEAR.value, inside=inside)
    return row._replace(
        number=_to(row.number, period), year=_to(row.year, year), percent=_to(row.percent, year)
    )


def _to(said: Said, href: str) -> Said:
    return said if said.text in ("", NO_TARGET) else replace(said, href=href)


@once
def _table(book: Book, plan: str, period: str, _language: str) -> MeasureTable:
    rows, notes = [], dict[str, None]()
    for measure in book.document.measures:
        main = main_figure(book.document, measure.order)
        if main is None:
            continue
        if isinstance(main, Objective):
            row, compared = _of_objective(book, main, period)
        else:
            row, compared = _of_indicator(book, main, period)
        notes |= dict.fromkeys(capital(sentence(note, book.document)) for note in compared.notes)
        rows.append(
            row._replace(title=measure_title(measure), href=reverse("measure", args=[plan, measure.order]))
        )
    return MeasureTable(rows, list(notes))


def _of_indicator(book: Book, indicator: Indicator, period: str) -> tuple[MeasureRow, Comparison]:
    told = indicator_result(book, indicator.code, period)
    compared = compare(book, indicator.code, of_quarter(book.document, period))
    small = any(hidden(indicator, value) for value in _values(told.quarter, told.year, compared))
    target = told.against.target
    row = MeasureRow(
        title="",
        href="",
        name=name_in_list(indicator),
        unit=unit_of(indicator),
        number=Said(
            _figure(indicator, told.quarter), "" if told.quarter.complete else _coverage(told.quarter)
        ),
        year=Said(_figure(indicator, told.year) if told.year else ""),
        target=number(target.value) if target else NO_TARGET,
        percent=Said(_percent(told.against.percent) if target and not small else NO_TARGET),
        state=_picture(standing.of_indicator(book, indicator.code, period)),
        compared=_("not compared: the numbers are small") if small else _told(compared, book),
        main=indicator,
    )
    return row, compared


def _values(quarter: Figure, year: Figure | None, compared: Comparison) -> Iterable[Decimal | None]:
    """Every number of a row that could be worked back to a small one."""
    yield quarter.reported.low if quarter.reported else None
    yield year.reported.low if year and year.reported else None
    yield from (compared.now, compared.before)


def _figure(indicator: Indicator, figure: Figure) -> str:
    """The number as it stands; that there is none, or that it is too small to be passed around."""
    known = figure.reported
    if known is None:
        return MISSING if figure.nothing is Nothing.NO_DATA else NO_TARGET
    return small_number() if hidden(indicator, known.low) else written(known)


def _coverage(figure: Figure) -> str:
    return f"{figure.known}/{figure.expected}"


def _told(compared: Comparison, book: Book) -> str:
    return sentence(compared.saying, book.document)


def _percent(value: Range | None) -> str:
    """Only where it is one number: from 0 to 133 says nothing."""
    return written(value.rounded(1)) if value and value.exact else NO_TARGET


def _of_objective(book: Book, objective: Objective, period: str) -> tuple[MeasureRow, Comparison]:
    """How far it is stands above in full, so the row does not say it again."""
    found = objectives.result(book, objective.code, period)
    counts = objective.success is MeasureOfSuccess.COUNT
    target = book.document.target(objective.code, found.quarter.year)
    compared = compare_objective(book, objective.code, period)
    row = MeasureRow(
        title="",
        href="",
        name=in_language(objective, "name"),
        unit=_("communes and wards"),
        number=Said(
            written(found.count) if found.count else NO_TARGET,
            "" if not found.unknown else f"{found.known}/{found.expected}",
        ),
        year=Said(""),
        target=_decided(target.value, counts=counts) if target else NO_TARGET,
        percent=Said(
            _percent(found.value.percent_of(target.value))
            if found.value and target and target.value
            else NO_TARGET
        ),
        state=None,
        compared=_told(compared, book),
        main=objective,
    )
    return row, compared


def _decided(value: Decimal, *, counts: bool) -> str:
    return number(value) if counts else f"{number(value)}%"


def _picture(told: Standing | None) -> Picture | None:
    if told is None:
        return None
    return Picture(MARKS[told.word], _(told.label), "good" if told.word in _GOOD else "")
