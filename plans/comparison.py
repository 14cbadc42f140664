"""A period against the same period of the year before, over the same communes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plans.book import Book
from plans.comparability import Case, Windows, windows
from plans.document import Indicator, PlanDocument
from plans.figures import Figure, Nothing
from plans.indicators import figure
from plans.objectives import ObjectiveResult, result
from plans.ranges import HUNDRED, rounded
from plans.ranges import total as sum_of
from plans.sayings import Saying, UnitName, gettext_noop, say
from plans.spans import Span, SpanKind, of_period, year_to_date
from plans.vocabulary import AcrossCommunes, AcrossQuarters, MeasureOfSuccess
from plans.windows import Verdict


@dataclass(frozen=True)
class Comparison:
    """The same communes now and a year before, and how to say it."""

    case: Case
    saying: Saying
    notes: tuple[Saying, ...] = ()
    now: Decimal | None = None
    before: Decimal | None = None
    """Both of the communes compared alone; None where nothing is compared."""
    communes: tuple[int, ...] = ()
    """Those with everything known in both periods, by ascending id."""
    expected: int = 0
    """How many are due now."""


def compare(book: Book, code: str, span: Span, *, commune: int | None = None) -> Comparison:
    """An indicator in the span against the same span of the year before, of the city or of one commune."""
    indicator = book.document.indicator(code)
    pair = windows(book.document, _window(book.document, indicator, span))
    now = figure(book, indicator, _window(book.document, indicator, span), commune)
    if pair is None:
        return _unknown_before(now.expected)
    before = figure(book, indicator, pair.before, commune)
    if _suppressed(now) or _suppressed(before):
        text = gettext_noop("not compared: small numbers are not published, to protect people")
        return Comparison(Case.SUPPRESSED, say(text), expected=now.expected)
    return _compare_parts(pair, now, before)


def compare_objective(book: Book, code: str, period: str) -> Comparison:
    """An objective against a year before, over the communes with a verdict in both periods."""
    now = result(book, code, period)
    pair = windows(book.document, of_period(book.document, period))
    if pair is None:
        return _unknown_before(now.expected)
    before = result(book, code, pair.before.last)
    same = tuple(sorted(_judged(now) & _judged(before)))
    if not same:
        return _unknown_before(now.expected) if now.known else _unknown_now(now.expected)
    met, met_before = (Decimal(len({*same} & {*one.having(Verdict.MET)})) for one in (now, before))
    if now.objective.success is MeasureOfSuccess.SHARE:
        whole = Decimal(len(same))
        read = pair.share(rounded(met * HUNDRED / whole, 1), rounded(met_before * HUNDRED / whole, 1))
    else:
        read = pair.number(met, met_before, UnitName())
    return Comparison(*read, pair.notes(len(same), now.expected), met, met_before, same, now.expected)


def _judged(found: ObjectiveResult) -> set[int]:
    return {*found.having(Verdict.MET), *found.having(Verdict.NOT_MET)}


def _compare_parts(pair: Windows, now: Figure, before: Figure) -> Comparison:
    """Over the communes with everything due known as it is in both."""
    old = {part.commune: part for part in before.parts if part.complete}
    same = [part for part in now.parts if part.complete and part.commune in old]
    if not same:
        known = any(part.complete for part in now.parts)
        return _unknown_before(now.expected) if known else _unknown_now(now.expected)
    value = sum_of(part.bounds for part in same).low
    value_before = sum_of(old[part.commune].bounds for part in same).low
    unit = UnitName("" if now.indicator.across_communes is AcrossCommunes.COUNT_YES else now.indicator.code)
    communes = tuple(part.commune for part in same)
    notes = pair.notes(len(same), now.expected)
    read = pair.number(value, value_before, unit)
    return Comparison(*read, notes, value, value_before, communes, now.expected)


def _unknown_before(expected: int) -> Comparison:
    text = gettext_noop("no data of the same period to compare with")
    return Comparison(Case.NOT_KNOWN_BEFORE, say(text), expected=expected)


def _unknown_now(expected: int) -> Comparison:
    return Comparison(Case.NOT_KNOWN_NOW, say(gettext_noop("no data of this period yet")), expected=expected)


def _suppressed(figure: Figure) -> bool:
    """Whether anything in it is not shown as it is."""
    hidden = figure.nothing is Nothing.RESTRICTED or figure.city_year is not None
    return hidden or any(part.withheld or part.low != part.high for part in figure.parts)


def _window(document: PlanDocument, indicator: Indicator, span: Span) -> Span:
    """A quarter's figure that is counted since the start of the year covers the year so far."""
    cumulative = indicator.across_quarters is AcrossQuarters.CUMULATIVE
    return year_to_date(document, span.last) if cumulative and span.kind is SpanKind.QUARTER else span
