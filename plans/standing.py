"""How far an objective or an indicator is, said in words that the authority of its yardstick permits."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from plans.book import Book, once
from plans.calendar import Period
from plans.document import Indicator, Target
from plans.figures import Figure, Nothing
from plans.indicators import accumulates, figure, indicator_result, target_of
from plans.objectives import DECIMALS, ObjectiveResult, is_complete, result
from plans.ranges import Range, Why
from plans.recognition import Pending
from plans.sayings import Padded, Saying, gettext_noop, say
from plans.spans import last_day_of_year, last_quarter, of_quarter
from plans.vocabulary import AcrossCommunes, Direction
from plans.yardsticks import (
    LABELS,
    Line,
    Word,
    Yardstick,
    earlier_target,
    line_now,
    line_to,
    share_of_year,
)

__all__ = ["LABELS", "Line", "Standing", "Word", "Yardstick", "line_of", "of_indicator", "of_objective"]

_HIDDEN: Final = gettext_noop("small numbers are not published, to protect people")
_INCOMPLETE: Final = gettext_noop("its figures are not complete yet")
"""Of one commune: how many periods lack stands beside the figure."""


@dataclass(frozen=True)
class Standing:
    """A word, what it was judged by, and why nothing better can be said."""

    word: Word
    value: Range | None
    """As it is displayed: the word was judged by this."""
    yardstick: Yardstick
    reason: Saying | None = None
    """Why nobody can tell; None where a word can be said."""

    @property
    def label(self) -> str:
        """The msgid of the word."""
        return LABELS[self.word]

    @property
    def number(self) -> Decimal | None:
        """What the value was held against, as it is displayed."""
        return self.yardstick.number(self.word)

    @property
    def line(self) -> Line | None:
        return self.yardstick.line


def of_objective(book: Book, code: str, period: str) -> Standing:
    """The objective's standing in a quarter or a year. Raises KeyError where the plan has none of it."""
    return standing_of(book, result(book, code, period))


def standing_of(book: Book, found: ObjectiveResult) -> Standing:
    """The standing of a result that is there already."""
    yardstick = _for_objective(book, found)
    shown = found.shown
    if shown is None:
        text = gettext_noop("no commune takes part")
        return Standing(Word.CANNOT_TELL, None, yardstick, say(text))
    if found.pending:
        return Standing(Word.CANNOT_TELL, shown, yardstick, _pending(found.pending))
    if _behind_for_now(found, yardstick):
        return Standing(Word.CANNOT_TELL, shown, yardstick, _awaited(found))
    return _judged(shown, yardstick, _missing(found.unknown, found.expected))


@once
def line_of(book: Book, code: str) -> Line | None:
    """The reference line of an objective to be reached; None without a goal or a complete value."""
    goal = book.document.goal(code)
    if goal is None or book.document.objective(code).direction is Direction.KEEP:
        return None
    end = last_day_of_year(book.document, goal.year)
    return line_to(book, lambda key: _complete_value(book, code, key), end, goal.value)


def of_indicator(book: Book, code: str, quarter: str, *, commune: int | None = None) -> Standing | None:
    """The standing of the city's or a commune's indicator against the year's target; None without one."""
    indicator = book.document.indicator(code)
    period = last_quarter(book.document, quarter)
    target = target_of(book, indicator, period.year, commune)
    if target is None:
        return None
    known = indicator_result(book, code, period.key, commune=commune).towards_target
    yardstick = _for_indicator(book, indicator, period, target, commune)
    if known.bounds is None or known.nothing is not None:
        return Standing(Word.CANNOT_TELL, None, yardstick, _nothing(known, commune))
    return _judged(known.bounds.rounded(_decimals(indicator)), yardstick, _gap(known, commune))


def _behind_for_now(found: ObjectiveResult, yardstick: Yardstick) -> bool:
    """Whether it is behind by last answers of earlier periods, which reports still to come may change."""
    if not found.shown or not found.awaited or yardstick.judge(found.shown) is not Word.BEHIND:
        return False
    return yardstick.word(found.best) is not Word.BEHIND


def _judged(shown: Range, yardstick: Yardstick, gap: Saying) -> Standing:
    word = yardstick.judge(shown)
    if word is not Word.CANNOT_TELL:
        return Standing(word, shown, yardstick)
    if not shown.exact:
        return Standing(word, shown, yardstick, gap)
    text = gettext_noop("nothing was decided that it could be held against")
    if yardstick.target or yardstick.line:
        text = gettext_noop("no earlier period has complete data from which a reference line could start")
    return Standing(word, shown, yardstick, say(text))


def _for_objective(book: Book, found: ObjectiveResult) -> Yardstick:
    objective, quarter = found.objective, found.quarter
    target = book.document.target(objective.code, quarter.year)
    due = quarter.ends_year
    if objective.direction is Direction.KEEP:
        return Yardstick(target, due, keep=True)
    pace = None
    if target and not due:
        earlier = earlier_target(lambda year: book.document.target(objective.code, year), book, quarter.year)
        pace = earlier.value if earlier else None
    if target and (due or pace is not None):
        return Yardstick(target, due, pace)
    line = line_of(book, objective.code)
    return Yardstick(target, due, pace, line, line_now(line, quarter.ends_on, DECIMALS[objective.success]))


def _complete_value(book: Book, code: str, quarter: str) -> Decimal | None:
    value = result(book, code, quarter).value if is_complete(book, code, quarter) else None
    return value.value if value else None


def _for_indicator(
    book: Book, indicator: Indicator, quarter: Period, target: Target, commune: int | None
) -> Yardstick:
    due = quarter.ends_year
    if due:
        return Yardstick(target, due)
    decimals = _decimals(indicator)
    if accumulates(indicator):
        return Yardstick(target, due, share_of_year(book, quarter, target.value, decimals))
    earlier = earlier_target(lambda year: target_of(book, indicator, year, commune), book, quarter.year)
    if earlier:
        return Yardstick(target, due, earlier.value)
    line = _line_of_stock(book, indicator, quarter, target, commune)
    return Yardstick(target, due, None, line, line_now(line, quarter.ends_on, decimals))


def _line_of_stock(
    book: Book, indicator: Indicator, quarter: Period, target: Target, commune: int | None
) -> Line | None:
    def value(key: str) -> Decimal | None:
        return figure(book, indicator, of_quarter(book.document, key), commune).value

    return line_to(book, value, last_day_of_year(book.document, quarter.year), target.value)


def _decimals(indicator: Indicator) -> int:
    return 0 if indicator.across_communes is AcrossCommunes.COUNT_YES else indicator.decimals


def _pending(open_: Pending) -> Saying:
    text = gettext_noop(
        "the decisions of %(year)s are not complete; communes still without one: %(communes)s"
    )
    return say(text, year=str(open_.year), communes=Padded(Decimal(len(open_.communes))))


def _awaited(found: ObjectiveResult) -> Saying:
    text = gettext_noop("no data of this period yet of %(unknown)s of %(expected)s communes")
    unknown = Decimal(len(found.awaited) + found.unknown)
    return say(text, unknown=Padded(unknown), expected=Padded(Decimal(found.expected)))


def _missing(unknown: int, expected: int) -> Saying:
    text = gettext_noop("no complete data of %(unknown)s of %(expected)s communes")
    return say(text, unknown=Padded(Decimal(unknown)), expected=Padded(Decimal(expected)))


def _gap(known: Figure, commune: int | None) -> Saying:
    if known.bounds and Why.MISSING in known.bounds.why:
        return _missing(len(known.lacking), known.expected) if commune is None else say(_INCOMPLETE)
    return say(_HIDDEN)


def _nothing(known: Figure, commune: int | None) -> Saying:
    if known.nothing is Nothing.RESTRICTED:
        return say(_HIDDEN)
    if known.nothing is Nothing.NO_DATA:
        return _missing(len(known.parts), known.expected) if commune is None else say(_INCOMPLETE)
    return say(gettext_noop("the indicator does not apply in this period"))
