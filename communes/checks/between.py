"""What answers of one report say about each other: parts and wholes, contacts per event, deeds and papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bg_portal.vietnamese import gettext_noop
from communes.answers import Answer
from communes.findings import Finding, Level, Name
from communes.history import History
from plans.document import Indicator, PlanDocument

Answers = Mapping[str, Answer]

_MORE_THAN_WHOLE: Final = gettext_noop(
    "This number (%(value)s) is greater than %(other)s (%(limit)s). Check one number or the other."
)


@dataclass(frozen=True)
class Per:
    """So much of one thing for each of another: events and their attendances, loans and their amount."""

    amount: str
    events: str
    least: int
    most: int
    outside: str


@dataclass(frozen=True)
class Pair:
    """Two answers that rarely stand side by side."""

    code: str
    other: str
    odd: Callable[[Decimal, Decimal], bool]
    message: str


PER: Final = (
    Per(
        "TT02",
        "TT01",
        10,
        1000,
        gettext_noop(
            "A session usually has %(least)s to %(most)s attendances; "
            "here there are %(value)s in %(limit)s sessions. Check both numbers."
        ),
    ),
    Per(
        "SK02",
        "SK01",
        1,
        200,
        gettext_noop(
            "A loan is usually of %(least)s to %(most)s million đồng; here %(limit)s loans make %(value)s. "
            "Check the unit: the amount is in million đồng."
        ),
    ),
)

PAIRS: Final = (
    Pair(
        "TT02",
        "TT01",
        lambda people, sessions: people > 0 and sessions == 0,
        gettext_noop("There are attendances (%(value)s), but no sessions (%(other)s). Check both numbers."),
    ),
    Pair(
        "TT02",
        "TT01",
        lambda people, sessions: people == 0 and sessions > 0,
        gettext_noop("There are sessions (%(other)s: %(limit)s), but no attendances. Check both numbers."),
    ),
    Pair(
        "SK02",
        "SK01",
        lambda amount, loans: amount > 0 and loans == 0,
        gettext_noop(
            "An amount was lent (%(value)s), but there are no loans (%(other)s). Check both numbers."
        ),
    ),
    Pair(
        "KT07",
        "KT06",
        lambda handled, received: handled > received,
        gettext_noop(
            "More was handled (%(value)s) than received (%(limit)s). "
            "Say whether matters of earlier quarters are among it."
        ),
    ),
    *(
        Pair(
            f"LG{programme}2",
            f"LG{programme}1",
            lambda done, written: done == 1 and written == 0,
            gettext_noop(
                "The activity was carried out, but no document provides for it. Check both answers."
            ),
        )
        for programme in (1, 2, 3)
    ),
)

GROUPS_OF: Final = "TT02"


def number(document: PlanDocument, answers: Answers, code: str) -> Decimal | None:
    """The value of an answer, or the sum where it is computed; None where any part has none."""
    parts = next((indicator.sum_of for indicator in document.indicators if indicator.code == code), ())
    values = [answer.value if (answer := answers.get(part)) else None for part in parts or (code,)]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None


def check_between(
    document: PlanDocument, question: Indicator, answers: Answers, history: History
) -> Iterator[Finding]:
    """Everything to be said about one answer beside the others of its report."""
    value = number(document, answers, question.code)
    if value is None:
        return
    yield from _whole(document, question, value, answers)
    odd = list(_pairs(document, question.code, value, answers))
    yield from odd or _per(document, question.code, value, answers)
    yield from _inhabitants(document, question.code, answers, history)


def _whole(
    document: PlanDocument, question: Indicator, value: Decimal, answers: Answers
) -> Iterator[Finding]:
    limit = number(document, answers, question.part_of) if question.part_of else None
    if limit is not None and value > limit:
        yield _finding(question.code, question.part_of, Level.REFUSAL, _MORE_THAN_WHOLE, value, limit)


def _pairs(document: PlanDocument, code: str, value: Decimal, answers: Answers) -> Iterator[Finding]:
    for pair in PAIRS:
        limit = number(document, answers, pair.other) if pair.code == code else None
        if limit is not None and pair.odd(value, limit):
            yield _finding(code, pair.other, Level.HINT, pair.message, value, limit)


def _per(document: PlanDocument, code: str, value: Decimal, answers: Answers) -> Iterator[Finding]:
    for per in PER:
        events = number(document, answers, per.events) if per.amount == code else None
        if events and not per.least * events <= value <= per.most * events:
            found = _finding(code, per.events, Level.HINT, per.outside, value, events)
            yield Finding(
                found.code,
                found.level,
                found.message,
                {**found.params, "least": per.least, "most": per.most},
                found.other_codes,
            )


def _inhabitants(document: PlanDocument, code: str, answers: Answers, history: History) -> Iterator[Finding]:
    if code != GROUPS_OF or not history.population_2009:
        return
    groups = [indicator.code for indicator in document.indicators if indicator.part_of == code]
    total = sum((number(document, answers, group) or Decimal(0) for group in groups), Decimal(0))
    if total > history.population_2009:
        yield Finding(
            code,
            Level.HINT,
            gettext_noop(
                "The groups together (%(total)s) are more than the inhabitants "
                "(%(population)s, census of 2009). Check the numbers of the groups."
            ),
            {"total": total, "population": history.population_2009},
            tuple(groups),
        )


def _finding(code: str, other: str, level: Level, message: str, value: Decimal, limit: Decimal) -> Finding:
    return Finding(code, level, message, {"value": value, "limit": limit, "other": Name(other)}, (other,))
