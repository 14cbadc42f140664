"""What figures say over time: the year to date, the same quarter last year, sums of parts.

Computed from figures as a reader may see them, so that for the public nothing here depends on more than what
is public: a protected figure goes through as its range.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from bg_portal.periods import Quarter
from plans.document import Indicator, PlanDocument
from plans.protection import Form, Shown
from plans.vocabulary import AcrossQuarters

Series: TypeAlias = Mapping[str, Shown]
"""One indicator of one commune, by quarter key."""

ZERO: Final = Decimal(0)


@dataclass(frozen=True)
class Total:
    """A figure over several quarters, as a range, with how many of those due are in it."""

    low: Decimal | None
    high: Decimal | None
    known: int
    expected: int

    @property
    def value(self) -> Decimal | None:
        """The number, where the range is one number; it lacks what is not known unless complete."""
        return self.low if self.low == self.high else None

    @property
    def complete(self) -> bool:
        return self.known == self.expected


def by_indicator(figures: Iterable[Shown], commune: int) -> dict[str, dict[str, Shown]]:
    """The commune's figures by indicator code and quarter key."""
    found: dict[str, dict[str, Shown]] = {}
    for figure in figures:
        if figure.commune == commune:
            found.setdefault(figure.indicator, {})[figure.period] = figure
    return found


@dataclass(frozen=True)
class Course:
    """One commune's figure over quarters: how much it is, and what it is made of."""

    total: Total
    counted: tuple[Shown, ...]
    """The figures in it."""
    lacking: tuple[str, ...]
    """Quarters whose figure is due and not there."""
    withheld: tuple[str, ...]
    """Quarters whose figure is there and not published."""

    @property
    def complete(self) -> bool:
        return not self.lacking and not self.withheld


def year_to_date(indicator: Indicator, own: Series, quarters: Sequence[str]) -> Total | None:
    """The year so far, over its quarters in order; None where no such thing exists.

    A flow adds up. What is counted since the start of the year is its own latest value. A stock or a state
    of one quarter has no year to date: it is never added up.
    """
    if indicator.across_quarters in (AcrossQuarters.SUM, AcrossQuarters.CUMULATIVE):
        return over(indicator, own, quarters).total
    return None


def over(indicator: Indicator, own: Series, quarters: Sequence[str]) -> Course:
    """The indicator over quarters of one year in order, those that do not concern it left out.

    A flow adds up, over more than a year too. What is counted since the start of the year is its own latest
    value. Of a stock or a state only the last of the quarters says anything.
    """
    if indicator.across_quarters is AcrossQuarters.SUM:
        return _course(own, _due_in(indicator, own, quarters))
    if indicator.across_quarters is AcrossQuarters.CUMULATIVE:
        return _latest(own, _due_in(indicator, own, quarters))
    return _course(own, _due_in(indicator, own, quarters[-1:]))


def _due_in(indicator: Indicator, own: Series, quarters: Sequence[str]) -> list[str]:
    return [quarter for quarter in quarters if _due(indicator, own, quarter)]


def _due(indicator: Indicator, own: Series, quarter: str) -> bool:
    figure = own.get(quarter)
    outside = figure is not None and figure.form is Form.NOT_APPLICABLE
    return indicator.applies_in(quarter) and not outside


def _course(own: Series, due: Sequence[str]) -> Course:
    """All the quarters together."""
    figures = [own.get(quarter) for quarter in due]
    known = tuple(figure for figure in figures if figure and figure.known)
    return Course(_sum(figures), known, *_gaps(own, due))


def _latest(own: Series, due: Sequence[str]) -> Course:
    """The last quarter that has a number; those after it are what lacks."""
    for place in range(len(due), 0, -1):
        figure = own.get(due[place - 1])
        if figure and figure.known:
            total = Total(figure.low, figure.high, place, len(due))
            return Course(total, (figure,), *_gaps(own, due[place:]))
    return Course(Total(None, None, 0, len(due)), (), *_gaps(own, due))


def _gaps(own: Series, quarters: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those without a figure, and those whose figure is not published."""
    hidden = {key for key in quarters if (figure := own.get(key)) and figure.form is Form.NOT_PUBLISHED}
    lacking = [key for key in quarters if key not in hidden and not ((f := own.get(key)) and f.known)]
    return tuple(lacking), tuple(key for key in quarters if key in hidden)


def _sum(figures: Sequence[Shown | None]) -> Total:
    known = [figure for figure in figures if figure and figure.known]
    if not known:
        return Total(None, None, 0, len(figures))
    low = sum((figure.low for figure in known if figure.low is not None), ZERO)
    high = sum((figure.high for figure in known if figure.high is not None), ZERO)
    return Total(low, high, len(known), len(figures))


def same_quarter_last_year(own: Series, quarter: str) -> Shown | None:
    """The figure of the same quarter one year earlier; None where none was accepted."""
    return own.get(Quarter.parse(quarter).year_before().key)


def last_two(own: Series, quarter: str) -> tuple[Shown, ...]:
    """The two figures accepted last for quarters before this one, the newer one first."""
    earlier = sorted((key for key in own if key < quarter), reverse=True)
    return tuple(own[key] for key in earlier[:2])


def computed(indicator: Indicator, parts: Sequence[Shown | None], commune: int, period: str) -> Shown:
    """The sum of an indicator's parts; missing where any part is, not published where any part is not.

    A part outside the scope adds nothing; where all are, so is the sum.
    """
    due = [part for part in parts if part is None or part.form is not Form.NOT_APPLICABLE]
    if parts and not due:
        return Shown(indicator.code, commune, period, Form.NOT_APPLICABLE)
    if any(part is None or part.form is Form.MISSING for part in due):
        return Shown(indicator.code, commune, period, Form.MISSING)
    total = _sum(due)
    if not total.complete or total.low is None:
        return Shown(indicator.code, commune, period, Form.NOT_PUBLISHED)
    form = Form.EXACT if total.low == total.high else Form.BAND
    entry = max((part.entry for part in due if part and part.entry is not None), default=None)
    return Shown(indicator.code, commune, period, form, total.low, total.high, entry=entry)


def with_computed(figures: Iterable[Shown], document: PlanDocument) -> tuple[Shown, ...]:
    """The figures, and the sums of parts that the plan computes and nobody reports."""
    known = tuple(figures)
    places = {(figure.indicator, figure.commune, figure.period): figure for figure in known}
    sums = [
        computed(
            indicator, [places.get((part, commune, period)) for part in indicator.sum_of], commune, period
        )
        for indicator in document.indicators
        if indicator.sum_of
        for commune, period in sorted(
            {(f.commune, f.period) for f in known if f.indicator in indicator.sum_of}
        )
    ]
    return (*known, *sums)
