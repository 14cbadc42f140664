"""The illustrative story as a book: every answer whose report was accepted, and every decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from communes.answers import Answer
from communes.illustration.city_years import NAMED, Recognising, city_steps
from communes.illustration.course import LAST, NEVER_SENT, TELLERS
from communes.illustration.figures import QUIET, answers_of
from communes.vocabulary import RecognitionStep
from plans.book import Book, public
from plans.document import Named, Participation, PlanDocument
from plans.protection import Cell, Paper
from plans.vocabulary import AcrossQuarters
from tests.documents import plan_125
from tests.progress_books import inside

DONE: Final = ("LG12", "LG22", "LG32", "TT00")
"""What is carried out in a quarter, and is not in a quiet one."""
PLACES: Final[dict[str, Participation]] = dict(
    zip((teller.slug for teller in TELLERS), plan_125().participation, strict=True)
)
IDS: Final = {slug: number for number, slug in enumerate(PLACES, start=1)}


@cache
def document() -> PlanDocument:
    """Plan 125 that names twelve communes for its second objective."""
    named = tuple(
        Named(
            commune=PLACES[slug].commune,
            commune_valid_from=PLACES[slug].commune_valid_from,
            from_year=2016,
            document="minh họa",
        )
        for slug in NAMED
    )
    first, second = plan_125().objectives
    return replace(plan_125(), objectives=(first, replace(second, named=named)))


def reported() -> Iterator[Cell]:
    """What each commune said, where its report was accepted."""
    for period in document().quarters:
        for teller in TELLERS:
            if (teller.slug, period.key) in NEVER_SENT:
                continue
            if period.key == "2020-Q4" and teller.slug not in LAST["accepted"]:
                continue
            for answer in answers_of(teller, period).values():
                yield _answer(teller.slug, period.key, answer)


def _answer(slug: str, key: str, answer: Answer) -> Cell:
    flow = document().indicator(answer.code).across_quarters is AcrossQuarters.SUM
    quiet = (slug, key) in QUIET and (flow or answer.code in DONE)
    paper = Paper(answer.document_number, answer.document_date, answer.valid_until)
    value, reason = (Decimal(0), "") if quiet else (answer.value, answer.reason)
    return Cell(answer.code, IDS[slug], key, value, reason, paper)


def recorded() -> Iterator[Cell]:
    """The decisions of each year."""
    words = {RecognitionStep.RECOGNISE: 1, RecognitionStep.REFUSE: 0}
    for step in city_steps():
        if isinstance(step, Recognising) and step.step in words and step.document:
            day = step.document.dated_on
            paper = Paper("QĐ", day, None, day)
            for slug in step.slugs:
                yield Cell("DM01", IDS[slug], str(step.year), Decimal(words[step.step]), "", paper)


def cells() -> tuple[Cell, ...]:
    return (*reported(), *recorded())


def communes() -> dict[str, int]:
    """Ids by key."""
    return {part.key.rsplit(" ", 1)[0]: IDS[slug] for slug, part in PLACES.items()}


@cache
def story() -> Book:
    """The book of those who may see everything."""
    return inside(document(), cells(), communes())


@cache
def public_story() -> Book:
    """The public's, once the city has closed all but the last year."""
    closed = [period.key for period in document().quarters if period.year < 2020]
    return public(document(), cells(), communes(), closed=closed)
