"""The accepted figures beside a question: last two, year to date, same period last year, target."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from bg_portal.dates import format_date
from bg_portal.periods import Quarter
from bg_portal.pieces import Row
from communes.history import History
from communes.models import Commune
from communes.presenting.wording import yes_or_no
from plans.document import Indicator, PlanDocument
from plans.presenting.wording import capital, number
from plans.progress import (
    Total,
    by_indicator,
    last_two,
    same_quarter_last_year,
    with_computed,
    year_to_date,
)
from plans.protection import Cell, Form, Paper, Shown, unprotected
from plans.vocabulary import IndicatorKind
from plans.words import label_of

ONLY_ONE = 0
"""The rules of progress speak of several communes; here there is one, whose key does not matter."""


class Comparison:
    """One commune's past, as its officers may see it: without protection."""

    def __init__(self, document: PlanDocument, history: History, period: str, commune: Commune) -> None:
        self.document = document
        self.period = period
        self.year = Quarter.parse(period).year
        self.commune = commune
        self.quarters = {row.key: row.year for row in document.quarters}
        shown = with_computed(unprotected(_cells(history)), document)
        self.figures = by_indicator(shown, ONLY_ONE)

    def rows(self, indicator: Indicator) -> list[Row]:
        """The rows beside one question, in their fixed order; what does not exist is left out."""
        return [
            *self._last(indicator),
            *self._year(indicator),
            *self._same(indicator),
            *self._target(indicator),
        ]

    def _last(self, indicator: Indicator) -> Iterator[Row]:
        for figure in last_two(self.figures.get(indicator.code, {}), self.period):
            yield Row(capital(label_of(figure.period)), figure_words(indicator, figure))

    def _year(self, indicator: Indicator) -> Iterator[Row]:
        before = [key for key, year in self.quarters.items() if year == self.year and key < self.period]
        if not before or indicator.kind is IndicatorKind.YES_NO:
            return
        total = year_to_date(indicator, self.figures.get(indicator.code, {}), before)
        if total is not None:
            term = _("Year to date, up to %(quarter)s") % {"quarter": short_quarter(before[-1])}
            yield Row(term, total_words(total))

    def _same(self, indicator: Indicator) -> Iterator[Row]:
        earlier = Quarter.parse(self.period).year_before().key
        if earlier not in self.quarters or indicator.kind is IndicatorKind.YES_NO:
            return
        figure = same_quarter_last_year(self.figures.get(indicator.code, {}), self.period)
        words = figure_words(indicator, figure) if figure else _("no data yet")
        yield Row(_("Same period, %(quarter)s") % {"quarter": label_of(earlier)}, words)

    def _target(self, indicator: Indicator) -> Iterator[Row]:
        target = self.document.target(
            indicator.code,
            self.year,
            commune=self.commune.code,
            commune_valid_from=self.commune.valid_from,
        )
        if target is not None:
            yield Row(_("Target of %(year)s") % {"year": self.year}, number(target.value))


def _cells(history: History) -> list[Cell]:
    return [
        Cell(
            indicator=code,
            commune=ONLY_ONE,
            period=past.quarter,
            value=answer.value,
            reason=answer.reason,
            paper=Paper(number=answer.document_number, dated_on=answer.document_date),
        )
        for past in history.accepted
        for code, answer in past.answers.items()
    ]


def short_quarter(key: str) -> str:
    """A quarter where its year is plain."""
    return _("quarter %(roman)s") % {"roman": Quarter.parse(key).roman}


def figure_words(indicator: Indicator, figure: Shown) -> str:
    """An accepted figure in a narrow column."""
    if figure.form is Form.NOT_APPLICABLE:
        return _("outside the scope")
    if figure.value is None:
        return _("no figures")
    if indicator.kind is not IndicatorKind.YES_NO:
        return number(figure.value)
    words = yes_or_no(figure.value)
    return f"{words}, {format_date(figure.paper.dated_on)}" if figure.paper.dated_on else words


def total_words(total: Total) -> str:
    """The year so far with its coverage: of how many periods it is made."""
    coverage = _("%(known)d/%(expected)d periods") % {"known": total.known, "expected": total.expected}
    value = _("no data yet") if total.value is None else number(total.value)
    return f"{value} ({coverage})"
