"""The report of a quarter in which nothing occurred: zeros for what flows, and one sentence to stand by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from bg_portal.vietnamese import gettext_noop
from communes.answers import Answer
from plans.document import Indicator

CONFIRMATION: Final = gettext_noop(
    "Nothing that this report counts occurred in the period, and the figures as at its end have been checked."
)
"""The sentence that whoever sends a whole report of nothing has to confirm."""


def nil_answers(
    questions: Iterable[Indicator], answers: Mapping[str, Answer], *, measure: int | None = None
) -> dict[str, Answer]:
    """The zeros to be added, for one measure or for all: only what is summed, only where nothing was typed.

    Stocks are left to be confirmed and yes or no to be answered: nothing occurred does not say them.
    """
    return {
        question.code: Answer(question.code, Decimal(0))
        for question in questions
        if question.nil_fills and measure in (None, question.measure) and _empty(answers.get(question.code))
    }


def is_nil(questions: Iterable[Indicator], answers: Mapping[str, Answer]) -> bool:
    """Whether the report may be called one of nothing: each required flow is 0, and no other flow is not.

    A flow without figures is not a zero.
    """
    flows = [question for question in questions if question.nil_fills]
    return bool(flows) and all(_nil(question, answers.get(question.code)) for question in flows)


def _nil(question: Indicator, answer: Answer | None) -> bool:
    if _empty(answer):
        return not question.required
    return answer is not None and answer.ready and answer.value == 0


def _empty(answer: Answer | None) -> bool:
    return answer is None or not (answer.given or answer.unread)
