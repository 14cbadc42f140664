"""All checks of one report, in the order of its questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from communes.answers import Answer
from communes.checks.alone import check_answer
from communes.checks.between import check_between
from communes.checks.past import check_copied, check_past
from communes.completeness import asked
from communes.findings import Finding
from communes.history import History
from communes.privacy import text_findings
from plans.calendar import Period
from plans.document import Indicator, PlanDocument


def check(
    document: PlanDocument,
    quarter: Period,
    answers: Mapping[str, Answer],
    history: History,
    *,
    today: date,
) -> list[Finding]:
    """What is to be mended or explained in a quarter's answers; what is missing is not found here."""
    questions = asked(document, quarter.key)
    known = {question.code: answers[question.code] for question in questions if question.code in answers}
    year = [row.key for row in document.quarters if row.year == quarter.year and row.key <= quarter.key]
    found = list(check_copied(questions, known, history))
    for question in questions:
        answer = known.get(question.code)
        if answer is not None:
            found += check_answer(question, answer, quarter, today)
            found += _beside_others(document, question, known, history, year)
    order = {question.code: place for place, question in enumerate(questions)}
    return sorted(found, key=lambda finding: order[finding.code])


def _beside_others(
    document: PlanDocument,
    question: Indicator,
    answers: Mapping[str, Answer],
    history: History,
    year: Sequence[str],
) -> Iterator[Finding]:
    yield from check_between(document, question, answers, history)
    value = answers[question.code].value
    if value is not None:
        yield from check_past(question, value, answers, history, year)


def check_texts(
    *, accounts: Mapping[int, str], limitations: str, next_tasks: str, proposals: Sequence[str]
) -> list[Finding]:
    """What is to be mended in the words of a report, none of which may lead to a person."""
    places = {
        **{f"account-{measure}": text for measure, text in sorted(accounts.items())},
        "limitations": limitations,
        "next_tasks": next_tasks,
        **{f"proposal-{index}": text for index, text in enumerate(proposals)},
    }
    return [
        Finding("", found.level, found.message, {"found": found.found}, place=place)
        for place, text in places.items()
        for found in text_findings(text)
    ]
