"""Which answers a report owes, how many are there, and which ones the form can offer beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bg_portal.periods import Quarter
from communes.answers import Answer
from communes.findings import Finding, refusals, unexplained
from communes.history import History
from plans.document import Indicator, PlanDocument
from plans.vocabulary import AcrossQuarters, Frequency

Answers = Mapping[str, Answer]


def asked(document: PlanDocument, quarter: str) -> tuple[Indicator, ...]:
    """The indicators that a commune answers in the quarter of that key, in the plan's order."""
    return tuple(
        indicator
        for indicator in document.indicators
        if indicator.asked and indicator.frequency is Frequency.QUARTER and indicator.applies_in(quarter)
    )


def missing(questions: Iterable[Indicator], answers: Answers) -> list[str]:
    """The codes that still want somebody's hand: required without a ready answer, or not yet confirmed.

    An offered answer that nobody confirmed is never sent, also where it is not required.
    """
    return [question.code for question in questions if _wanting(question, answers.get(question.code))]


def _wanting(question: Indicator, answer: Answer | None) -> bool:
    if answer is None or not answer.given:
        return question.required
    return not answer.confirmed or (question.required and not answer.ready)


@dataclass(frozen=True)
class Progress:
    """How many of the required answers are ready."""

    done: int
    total: int

    @property
    def complete(self) -> bool:
        return self.done == self.total


def progress(questions: Iterable[Indicator], answers: Answers) -> dict[int, Progress]:
    """Progress of each measure by its number; a measure that asks nothing in the quarter is left out."""
    found: dict[int, Progress] = {}
    for question in questions:
        before = found.get(question.measure, Progress(0, 0))
        done = question.required and _ready(answers.get(question.code))
        found[question.measure] = Progress(before.done + done, before.total + question.required)
    return found


def overall(measures: Mapping[int, Progress]) -> Progress:
    """Progress of the whole report."""
    return Progress(
        sum(part.done for part in measures.values()), sum(part.total for part in measures.values())
    )


def _ready(answer: Answer | None) -> bool:
    return answer is not None and answer.ready


def prefill(questions: Iterable[Indicator], history: History, quarter: str) -> dict[str, Answer]:
    """The accepted answers that probably still hold, each to be confirmed by whoever reports.

    A stock and a standing answer come from the last quarter that has a value; a yes counted for the year
    only from that same year. What was typed to explain or describe the old answer does not come along.
    """
    offers = (_offer(question, history, Quarter.parse(quarter).year) for question in questions)
    return {offer.code: offer for offer in offers if offer}


def _offer(question: Indicator, history: History, year: int) -> Answer | None:
    found = history.latest(question.code) if question.prefilled else None
    if found is None:
        return None
    past, value = found
    of_the_year = question.across_quarters is AcrossQuarters.CUMULATIVE
    if of_the_year and (past.year != year or value != 1):
        return None
    return replace(
        past.answers[question.code], reason_text="", activity="", note="", confirmed=False, unread={}
    )


@dataclass(frozen=True)
class Readiness:
    """What stands between a draft and its sending."""

    missing: tuple[str, ...]
    refused: tuple[Finding, ...]
    unexplained: tuple[Finding, ...]

    @property
    def ready(self) -> bool:
        return not (self.missing or self.refused or self.unexplained)


def readiness(questions: Iterable[Indicator], answers: Answers, findings: Sequence[Finding]) -> Readiness:
    """Whether the draft can be sent as it is, and if not, why."""
    return Readiness(
        tuple(missing(questions, answers)),
        tuple(refusals(findings)),
        tuple(unexplained(findings, answers)),
    )
