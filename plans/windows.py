"""Whether a commune meets one criterion in a quarter: yes, no or unknown, each with what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from plans.book import Book
from plans.calendar import Period
from plans.document import Criterion, Indicator
from plans.progress import Course, over
from plans.protection import Paper, Shown
from plans.recognition import in_force
from plans.spans import last_quarter, quarters_until, year_to_date
from plans.vocabulary import Asks, Window

LOOK_BACK: Final = {Window.STANDING: 5, Window.LAST_FOUR_QUARTERS: 4}
"""How many quarters, the judged one included, a window reaches."""


class Verdict(StrEnum):
    """Three values, and the case in which the criterion does not concern the commune."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Reason(StrEnum):
    """What a verdict rests on."""

    DOCUMENT_VALID = "document_valid"
    ANSWERED_NO = "answered_no"
    DOCUMENT_NOT_NAMED = "document_not_named"
    """A yes without the number or the day of its document."""
    DOCUMENT_LATER = "document_later"
    """Issued after the quarter's last day."""
    DOCUMENT_EXPIRED = "document_expired"
    DONE = "done"
    """A yes in one of the quarters."""
    NOT_DONE = "not_done"
    """A no in each of the quarters."""
    RECOGNISED = "recognised"
    NOT_RECOGNISED = "not_recognised"
    ENOUGH = "enough"
    """The year so far reaches the least value."""
    NOT_ENOUGH = "not_enough"
    NO_FIGURES = "no_figures"
    """What lacks could change it either way."""
    NO_DECISION = "no_decision"
    NOT_ASKED = "not_asked"
    """The indicator does not exist in the quarter."""
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one criterion, commune and quarter, with everything it rests on."""

    criterion: Criterion
    commune: int
    period: str
    """Key of the quarter."""
    verdict: Verdict
    reason: Reason
    reading: Shown | None = None
    """The figure that decided."""
    looked_at: tuple[Shown, ...] = ()
    """The figures of the window that count, oldest first."""
    missing: tuple[str, ...] = ()
    """Keys of the quarters in the window without a figure."""

    @property
    def paper(self) -> Paper:
        """The document behind the figure that decided."""
        return self.reading.paper if self.reading else Paper()


@dataclass(frozen=True, slots=True)
class _Question:
    """One criterion of one commune in one quarter, with what the window offers."""

    book: Book
    criterion: Criterion
    indicator: Indicator
    commune: int
    quarter: Period

    def answer(
        self,
        verdict: Verdict,
        reason: Reason,
        reading: Shown | None = None,
        looked_at: Sequence[Shown] = (),
        missing: Sequence[str] = (),
    ) -> Judged:
        own = (self.criterion, self.commune, self.quarter.key)
        return Judged(*own, verdict, reason, reading, tuple(looked_at), tuple(missing))

    def window(self) -> tuple[list[Shown], list[str]] | None:
        """The figures of the quarters looked back at, and the quarters without one; None if none is due."""
        keys = quarters_until(self.book.document, self.quarter.key, LOOK_BACK[self.criterion.window])
        due = self.book.due(self.indicator, self.commune, keys)
        if not due:
            return None
        known = [figure for figure in due.values() if figure and figure.known]
        return known, [key for key, figure in due.items() if not (figure and figure.known)]

    def reaches(self, figure: Shown) -> bool:
        return figure.low is not None and figure.low >= self.criterion.minimum


def judge(book: Book, criterion: Criterion, commune: int, quarter: str) -> Judged:
    """The verdict on a participating commune in a quarter."""
    indicator = book.document.indicator(criterion.indicator)
    question = _Question(book, criterion, indicator, commune, last_quarter(book.document, quarter))
    if not indicator.applies_in(question.quarter.key):
        return question.answer(Verdict.NOT_APPLICABLE, Reason.NOT_ASKED)
    return _WINDOWS[criterion.window](question)


def verdict_of(verdicts: Iterable[Verdict]) -> Verdict:
    """All criteria together: one not met is not met, else one unknown is unknown, else met.

    Criteria that do not concern the commune say nothing; where none does, neither does the objective.
    """
    found = Counter(verdicts)
    for verdict in (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET):
        if found[verdict]:
            return verdict
    return Verdict.NOT_APPLICABLE


def since(book: Book, judged: Judged) -> str:
    """The quarter since which the verdict has been the same without a break, while the commune took part."""
    held = judged.period
    for key in reversed(quarters_until(book.document, judged.period)[:-1]):
        if not book.takes_part(judged.commune, key):
            break
        if judge(book, judged.criterion, judged.commune, key).verdict is not judged.verdict:
            break
        held = key
    return held


def _standing(question: _Question) -> Judged:
    """The last answer decides, its document still valid on the quarter's last day."""
    window = question.window()
    if window is None:
        return question.answer(Verdict.NOT_APPLICABLE, Reason.OUT_OF_SCOPE)
    known, missing = window
    if not known:
        return question.answer(Verdict.UNKNOWN, Reason.NO_FIGURES, missing=missing)
    last = known[-1]
    later = [key for key in missing if key > last.period]
    reason = _document(question, last)
    verdict = Verdict.MET if reason is Reason.DOCUMENT_VALID else Verdict.NOT_MET
    return question.answer(verdict, reason, last, [last], later)


def _document(question: _Question, answer: Shown) -> Reason:
    if not question.reaches(answer):
        return Reason.ANSWERED_NO
    paper, asks, day = answer.paper, question.indicator.asks, question.quarter.ends_on
    if (Asks.NUMBER in asks and not paper.number) or (Asks.DATE in asks and paper.dated_on is None):
        return Reason.DOCUMENT_NOT_NAMED
    if paper.dated_on is not None and paper.dated_on > day:
        return Reason.DOCUMENT_LATER
    return Reason.DOCUMENT_EXPIRED if (paper.valid_until or date.max) < day else Reason.DOCUMENT_VALID


def _last_four(question: _Question) -> Judged:
    """One yes is enough; a no needs all of them."""
    window = question.window()
    if window is None:
        return question.answer(Verdict.NOT_APPLICABLE, Reason.OUT_OF_SCOPE)
    known, missing = window
    done = [figure for figure in known if question.reaches(figure)]
    if done:
        return question.answer(Verdict.MET, Reason.DONE, done[-1], known, missing)
    if missing:
        return question.answer(Verdict.UNKNOWN, Reason.NO_FIGURES, None, known, missing)
    return question.answer(Verdict.NOT_MET, Reason.NOT_DONE, known[-1], known)


def _in_force(question: _Question) -> Judged:
    own = question.book.series(question.indicator.code, question.commune)
    decision = in_force(own, question.quarter.ends_on)
    if decision is None:
        return question.answer(Verdict.UNKNOWN, Reason.NO_DECISION)
    if question.reaches(decision):
        return question.answer(Verdict.MET, Reason.RECOGNISED, decision, [decision])
    return question.answer(Verdict.NOT_MET, Reason.NOT_RECOGNISED, decision, [decision])


def _the_year(question: _Question) -> Judged:
    """The year so far can only rise: enough is enough, while too little needs every quarter."""
    course = _course_of_year(question)
    if not course.total.expected:
        return question.answer(Verdict.NOT_APPLICABLE, Reason.OUT_OF_SCOPE)
    last = course.counted[-1] if course.counted else None
    gaps = sorted({*course.lacking, *course.withheld})
    rest = (last, course.counted, gaps)
    if course.total.low is not None and course.total.low >= question.criterion.minimum:
        return question.answer(Verdict.MET, Reason.ENOUGH, *rest)
    high = course.total.high
    if gaps or high is None or high >= question.criterion.minimum:
        return question.answer(Verdict.UNKNOWN, Reason.NO_FIGURES, *rest)
    return question.answer(Verdict.NOT_MET, Reason.NOT_ENOUGH, *rest)


def _course_of_year(question: _Question) -> Course:
    book, commune = question.book, question.commune
    keys = year_to_date(book.document, question.quarter.key).quarters
    own = book.series(question.indicator.code, commune)
    return over(question.indicator, own, [key for key in keys if book.takes_part(commune, key)])


_WINDOWS: Final[Mapping[Window, Callable[[_Question], Judged]]] = {
    Window.STANDING: _standing,
    Window.LAST_FOUR_QUARTERS: _last_four,
    Window.IN_FORCE: _in_force,
    Window.THE_YEAR: _the_year,
}
