"""How an objective's value comes about: its formula, each criterion's rule, each commune with its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from plans.answering.lines import Formula, Lines, line
from plans.book import Book
from plans.explanation import CommuneExplained, CriterionExplained, ObjectiveExplanation
from plans.objectives import ObjectiveResult
from plans.presenting import COMMUNE_WORDS, VERDICT_MARKS, VERDICT_WORDS, short_name, written
from plans.provenance import Acceptances
from plans.queries import Place
from plans.reasons import rule
from plans.saying_words import sentence
from plans.vocabulary import MeasureOfSuccess
from plans.windows import Verdict


@dataclass(frozen=True)
class CriterionRule:
    """What one criterion asks for in the period."""

    code: str
    name: str
    rule: str


@dataclass(frozen=True)
class CriterionSaid:
    """The verdict on one criterion with its reason, and the report that decided."""

    code: str
    name: str
    mark: str
    word: str
    reason: str
    href: str
    sent: date | None
    accepted: date | None
    lines: Lines


@dataclass(frozen=True)
class CommuneSaid:
    """What one commune adds to the value."""

    place: Place
    mark: str
    word: str
    counted: bool
    met: int
    criteria: tuple[CriterionSaid, ...]

    @property
    def open(self) -> bool:
        """Whether there is something to be seen at once: a criterion that is not met."""
        return self.met < len(self.criteria)


def formula(found: ObjectiveResult) -> Formula:
    """The value with what it is worked out from."""
    if found.count is None or found.shown is None:
        return Formula("–", "", gettext("no commune is to be counted"))
    terms = {"met": written(found.count, gettext(" to ")), "expected": found.expected}
    if found.objective.success is MeasureOfSuccess.SHARE:
        text = gettext("%(met)s communes that meet it : %(expected)s communes counted × 100")
        return Formula(f"{written(found.shown)}%", "", text % terms)
    text = gettext("communes that meet every criterion, of %(expected)s counted")
    return Formula(written(found.shown), gettext("communes and wards"), text % terms)


def coverage(found: ObjectiveResult) -> str:
    """Of how many there are figures of the quarter."""
    text = gettext("figures of %(n)s/%(of)s communes and wards")
    return text % {"n": len(found.reported), "of": len(found.communes)}


def criterion_rules(book: Book, found: ObjectiveResult) -> Iterator[CriterionRule]:
    """Each criterion's rule with the days and periods of this quarter."""
    for criterion in found.objective.criteria:
        indicator = book.document.indicator(criterion.indicator)
        said = sentence(rule(criterion, found.quarter), book.document)
        yield CriterionRule(indicator.code, short_name(indicator), said)


def communes(
    book: Book, told: ObjectiveExplanation, places: Sequence[Place], sources: Acceptances
) -> Iterator[CommuneSaid]:
    """Each commune's verdict with what it rests on, in the order of the places."""
    rows = {one.row.commune: one for one in told.communes}
    for place in places:
        if place.id in rows:
            yield _commune(book, rows[place.id], place, sources)


def _commune(book: Book, told: CommuneExplained, place: Place, sources: Acceptances) -> CommuneSaid:
    verdict = told.row.verdict
    return CommuneSaid(
        place=place,
        mark=VERDICT_MARKS[verdict],
        word=str(COMMUNE_WORDS[verdict]),
        counted=told.row.counted and verdict is not Verdict.NOT_APPLICABLE,
        met=sum(cell.verdict is Verdict.MET for cell in told.row.cells),
        criteria=tuple(_criterion(book, one, sources) for one in told.criteria),
    )


def _criterion(book: Book, told: CriterionExplained, sources: Acceptances) -> CriterionSaid:
    judged = told.judged
    decided = judged.reading
    accepted = sources.get((judged.commune, decided.period)) if decided else None
    return CriterionSaid(
        code=judged.criterion.indicator,
        name=short_name(book.document.indicator(judged.criterion.indicator)),
        mark=VERDICT_MARKS[judged.verdict],
        word=str(VERDICT_WORDS[judged.verdict]),
        reason=sentence(told.reason, book.document),
        href=reverse("source", args=[accepted.reference]) if accepted else "",
        sent=accepted.sent if accepted else None,
        accepted=accepted.on if accepted else None,
        lines=Lines(tuple(line(book, source, sources) for source in told.sources)),
    )
