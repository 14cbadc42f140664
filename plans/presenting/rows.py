"""One indicator as a row under the heads that every official knows: in the period, the year so far, the
year's plan, against the plan, against the same period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext

from plans.comparison import compare
from plans.document import Indicator
from plans.figures import Figure, Nothing
from plans.indicators import AgainstTarget, accumulates, against_target, figure
from plans.presenting.conclusions import MARKS
from plans.presenting.figures import NOTHING, Said, figure_said, own_figure_said, percent_said
from plans.presenting.scope import Reach, Scope
from plans.presenting.wording import answer, in_language, number
from plans.saying_words import sentence
from plans.spans import Span, year_to_date
from plans.standing import of_indicator
from plans.vocabulary import IndicatorKind


@dataclass(frozen=True)
class TargetSaid:
    """What was decided for the year, by which document; of the city also what its communes' targets make."""

    text: str = ""
    document: str = ""
    communes_sum: str = ""
    communes: int = 0


@dataclass(frozen=True)
class StandingSaid:
    """The word against the year's target, with its shape; the reason where nobody can tell."""

    mark: str
    word: str
    reason: str


@dataclass(frozen=True)
class ComparisonSaid:
    """The sentence against the same period of the year before, with what a reader must know beside it."""

    text: str = ""
    notes: tuple[str, ...] = ()


YES_NO: Final = (IndicatorKind.YES_NO, IndicatorKind.STANDING)
NO_TARGET: Final = TargetSaid()
NO_COMPARISON: Final = ComparisonSaid()


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator of the city or of a commune in a period."""

    indicator: Indicator
    name: str
    unit: str
    href: str
    part: bool
    """Whether it is a part of the indicator above it."""
    restricted: bool
    """Whether only the city's closed year is published."""
    period: Said = NOTHING
    year: Said = NOTHING
    target: TargetSaid = NO_TARGET
    percent: Said = NOTHING
    standing: StandingSaid | None = None
    comparison: ComparisonSaid = NO_COMPARISON


def indicator_row(scope: Scope, indicator: Indicator) -> IndicatorRow:
    """The row of the indicator in the scope's period."""
    row = IndicatorRow(
        indicator=indicator,
        name=in_language(indicator, "name"),
        unit=unit_of(scope, indicator),
        href=scope.indicator(indicator.code),
        part=is_part(scope, indicator),
        restricted=scope.book.withheld(indicator),
    )
    if row.restricted:
        own = figure(scope.book, indicator, scope.span, scope.commune)
        return replace(row, period=figure_text(scope, own))
    own, year, against = measured(scope, indicator)
    return replace(
        row,
        period=figure_text(scope, own),
        year=figure_text(scope, year, Reach.YEAR) if year else NOTHING,
        target=target_said(scope, indicator, against),
        percent=against_said(scope, indicator, against),
        standing=standing_said(scope, indicator),
        comparison=comparison_said(scope, indicator, own),
    )


def measured(scope: Scope, indicator: Indicator) -> tuple[Figure, Figure | None, AgainstTarget]:
    """The figure in the period, the year so far where there is one, and both against the target."""
    book, commune = scope.book, scope.commune
    own = figure(book, indicator, scope.span, commune)
    so_far = year_to_date(book.document, scope.quarter)
    year = figure(book, indicator, so_far, commune) if accumulates(indicator) else None
    return own, year, against_target(book, indicator, scope.year, year or own, commune)


def figure_text(scope: Scope, found: Figure, reach: Reach = Reach.PERIOD) -> Said:
    """A figure of the scope with the way to its why."""
    href = scope.why(found.indicator.code, reach)
    return own_figure_said(found, href=href) if scope.place else figure_said(found, href=href)


def against_said(scope: Scope, indicator: Indicator, against: AgainstTarget) -> Said:
    """The percentage of the year's target that all it can be makes; none where nothing is known."""
    if against.percent is None:
        return NOTHING
    return percent_said(against.possible, href=scope.why(indicator.code, Reach.YEAR))


def target_said(scope: Scope, indicator: Indicator, against: AgainstTarget) -> TargetSaid:
    """The year's target; of the city beside it the sum of its communes' own."""
    target = against.target
    text = ""
    if target:
        text = answer(indicator, target.value) if scope.place else number(target.value)
    added = "" if against.communes_sum is None else number(against.communes_sum)
    return TargetSaid(text, target.document if target else "", added, against.communes_with)


def standing_said(scope: Scope, indicator: Indicator) -> StandingSaid | None:
    """How far it is against what was decided; None where nothing was."""
    told = of_indicator(scope.book, indicator.code, scope.quarter, commune=scope.commune)
    if told is None:
        return None
    reason = sentence(told.reason, scope.book.document) if told.reason else ""
    return StandingSaid(MARKS[told.word], gettext(told.label), reason)


def comparison_said(
    scope: Scope, indicator: Indicator, own: Figure, *, span: Span | None = None, alone: bool = False
) -> ComparisonSaid:
    """The period, or another span, against the same of the year before; nothing of what concerns nobody.

    Among others of one period it leaves out how cut-off days differ, which the page says once.
    """
    document = scope.book.document
    if own.nothing is Nothing.NOT_APPLICABLE:
        return NO_COMPARISON
    found = compare(scope.book, indicator.code, span or scope.span, commune=scope.commune)
    if scope.place and found.before is not None and indicator.kind in YES_NO:
        return ComparisonSaid(
            gettext("same period: %(answer)s") % {"answer": answer(indicator, found.before)}
        )
    notes = (note for note in found.notes if alone or "compared" in note.params)
    return ComparisonSaid(sentence(found.saying, document), tuple(sentence(note, document) for note in notes))


def unit_of(scope: Scope, indicator: Indicator) -> str:
    """What is counted: of a yes or no, and of a decision, the city counts communes."""
    if indicator.kind in YES_NO:
        return "" if scope.place else gettext("communes and wards")
    return in_language(indicator, "unit")


def is_part(scope: Scope, indicator: Indicator) -> bool:
    """Whether it stands beneath a whole: a part of it, or one of the parts that make it."""
    return bool(indicator.part_of) or any(
        indicator.code in other.sum_of for other in scope.book.document.indicators_of(indicator.measure)
    )
