"""Why a figure is what it is: a tree from the figure over each commune down to every answer behind it.

The figure can be computed again from the leaves alone; `plans.explanation_rows` writes them as a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from plans.book import Book
from plans.document import Indicator
from plans.figures import Figure, Part
from plans.indicators import figure as figure_of
from plans.objectives import CommuneResult, ObjectiveResult, result
from plans.progress import Series
from plans.protection import Form, Shown
from plans.ranges import Range
from plans.reasons import indicator_rules, objective_rules, reason, rule
from plans.sayings import PeriodName, Saying, gettext_noop, say
from plans.spans import Span, quarters_until, year_to_date
from plans.vocabulary import Frequency, IndicatorKind, Window
from plans.windows import LOOK_BACK, Judged, Verdict


class Role(StrEnum):
    """What an answer does in a figure."""

    COUNTED = "counted"
    MISSING = "missing"
    """It is due and not there."""
    WITHHELD = "withheld"
    """It is there and not published."""
    EXCLUDED = "excluded"
    """It is there and does not count, for the reason given."""
    PART = "part"
    """One of the answers that a computed figure is the sum of."""


@dataclass(frozen=True)
class Source:
    """One answer, or the place of one that lacks."""

    indicator: str
    commune: int
    period: str
    role: Role | None
    """None where a criterion found nothing to look at."""
    shown: Shown | None = None
    """What stands accepted, as the reader may see it, with its document and entry."""
    why: Saying | None = None
    """Why it does not count."""


@dataclass(frozen=True)
class Contribution:
    """What one commune adds to an indicator's figure."""

    commune: int
    part: Part | None
    """None where nothing is due of the commune."""
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CriterionExplained:
    """The verdict on one criterion of one commune, with its reason and every answer in the window."""

    judged: Judged
    rule: Saying
    reason: Saying
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CommuneExplained:
    """One commune's row of an objective."""

    row: CommuneResult
    criteria: tuple[CriterionExplained, ...]


@dataclass(frozen=True)
class IndicatorExplanation:
    """The figure, the rules it follows, and what each commune adds to it."""

    figure: Figure
    commune: int | None
    """None for the city's figure."""
    rules: tuple[Saying, ...]
    contributions: tuple[Contribution, ...]

    @property
    def value(self) -> Range | None:
        return self.figure.bounds

    @property
    def sources(self) -> Iterator[Source]:
        """Every answer, in the order of the communes."""
        return (source for one in self.contributions for source in one.sources)


@dataclass(frozen=True)
class ObjectiveExplanation:
    """The value, the rules it follows, and each commune's verdict with what it rests on."""

    result: ObjectiveResult
    rules: tuple[Saying, ...]
    communes: tuple[CommuneExplained, ...]

    @property
    def value(self) -> Range | None:
        return self.result.value


def explain_indicator(
    book: Book, code: str, span: Span, *, commune: int | None = None
) -> IndicatorExplanation:
    """The figure of the city or one commune with everything behind it."""
    indicator = book.document.indicator(code)
    known = figure_of(book, indicator, span, commune)
    parts = {part.commune: part for part in known.parts}
    communes = [commune] if commune is not None else sorted({*parts, *known.outside})
    rules = indicator_rules(indicator, span, city=commune is None)
    told = tuple(
        Contribution(one, parts.get(one), tuple(_sources(book, indicator, one, span, parts.get(one))))
        for one in ([] if book.withheld(indicator) else communes)
    )
    return IndicatorExplanation(known, commune, rules, told)


def explain_objective(book: Book, code: str, period: str) -> ObjectiveExplanation:
    """The objective in a quarter or a year with everything behind it."""
    found = result(book, code, period)
    rows = tuple(
        CommuneExplained(row, tuple(_criterion(book, found, cell) for cell in row.cells))
        for row in found.communes
    )
    return ObjectiveExplanation(found, objective_rules(found), rows)


def _criterion(book: Book, found: ObjectiveResult, judged: Judged) -> CriterionExplained:
    indicator = book.document.indicator(judged.criterion.indicator)
    own = book.series(indicator.code, judged.commune)
    counted = {figure.period for figure in judged.looked_at}
    sources = []
    for key in sorted({*_looked_at(book, judged, own), *judged.missing}):
        place = (indicator.code, judged.commune, key)
        if key in counted:
            sources.append(Source(*place, Role.COUNTED, own[key]))
        elif key in judged.missing:
            sources.append(Source(*place, Role.MISSING, own.get(key)))
        elif key in own:
            why = _outside_window(book, indicator, judged, own[key], found)
            sources.append(Source(*place, Role.EXCLUDED, own[key], why))
    if sources and judged.verdict is Verdict.UNKNOWN and all(s.role is Role.EXCLUDED for s in sources):
        # What would have told is in no period: a decision that was never recorded.
        sources.append(Source(indicator.code, judged.commune, "", Role.MISSING))
    return CriterionExplained(judged, rule(judged.criterion, found.quarter), reason(judged), tuple(sources))


def _looked_at(book: Book, judged: Judged, own: Series) -> tuple[str, ...]:
    """The periods of the window: all decisions, or the quarters it reaches."""
    window = judged.criterion.window
    if window is Window.IN_FORCE:
        return tuple(own)
    if window is Window.THE_YEAR:
        return year_to_date(book.document, judged.period).quarters
    return quarters_until(book.document, judged.period, LOOK_BACK[window])


def _outside_window(
    book: Book, indicator: Indicator, judged: Judged, shown: Shown, found: ObjectiveResult
) -> Saying:
    if judged.criterion.window is Window.IN_FORCE:
        return _other_decision(shown, found.quarter.ends_on)
    if judged.reading and shown.known and judged.criterion.window is Window.STANDING:
        return say(_LATER_ANSWER, period=PeriodName(judged.reading.period))
    return _not_counted(book, indicator, shown)


def _other_decision(shown: Shown, day: date) -> Saying:
    if not shown.known:
        return say(gettext_noop("no decision was recorded"))
    later = shown.paper.effective_on is None or shown.paper.effective_on > day
    return say(_NOT_YET if later else _LATER_DECISION)


def _sources(
    book: Book, indicator: Indicator, commune: int, span: Span, part: Part | None
) -> Iterator[Source]:
    """Every answer of the span, and every place that lacks one, in order of time."""
    counted = {figure.period for figure in part.counted} if part else set()
    gaps = dict.fromkeys(part.lacking if part else (), Role.MISSING)
    gaps |= dict.fromkeys(part.withheld if part else (), Role.WITHHELD)
    own = book.series(indicator.code, commune)
    for key in sorted({*_keys(indicator, span, own), *gaps}):
        shown = own.get(key)
        if key in counted:
            yield Source(indicator.code, commune, key, Role.COUNTED, shown)
            yield from _parts(book, indicator, commune, key)
        elif key in gaps:
            yield Source(indicator.code, commune, key, gaps[key], shown)
        elif shown is not None:
            decided = indicator.kind is IndicatorKind.STANDING
            why = _other_decision(shown, span.ends_on) if decided else _not_counted(book, indicator, shown)
            yield Source(indicator.code, commune, key, Role.EXCLUDED, shown, why)


def _keys(indicator: Indicator, span: Span, own: Series) -> tuple[str, ...]:
    if indicator.kind is IndicatorKind.STANDING:
        return tuple(own)
    return (str(span.year),) if indicator.frequency is Frequency.YEAR else span.quarters


def _parts(book: Book, indicator: Indicator, commune: int, key: str) -> Iterator[Source]:
    for code in indicator.sum_of:
        shown = book.figure(code, commune, key)
        if shown is not None:
            yield Source(code, commune, key, Role.PART, shown)


def _not_counted(book: Book, indicator: Indicator, shown: Shown) -> Saying:
    if not book.takes_part(shown.commune, shown.period):
        return say(gettext_noop("the commune did not take part in the plan then"))
    if not indicator.applies_in(shown.period):
        return say(gettext_noop("the indicator does not apply in this period"))
    if shown.form is Form.NOT_APPLICABLE:
        return say(gettext_noop("outside the scope of the indicator"))
    return say(gettext_noop("a later figure covers it"))


_NOT_YET: Final = gettext_noop("the decision was not in force on the period's last day")
_LATER_DECISION: Final = gettext_noop("a decision for a later year is in force")
_LATER_ANSWER: Final = gettext_noop("the answer for %(period)s came later and decides")
