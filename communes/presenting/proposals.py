"""Proposals in the shapes that pages draw: one line each, with how long it waits or what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bg_portal.dates import format_date
from bg_portal.periods import Quarter
from bg_portal.pieces import Passage, Task
from bg_portal.templatetags.vietnamese_numbers import padded
from communes import words
from communes.deadlines import local_day
from communes.models import ProposalAnswer
from communes.queries.proposals import Told
from communes.vocabulary import AnswerKind
from plans.presenting.wording import capital
from plans.words import full_name


class Proposed(NamedTuple):
    """One proposal beside the report that made it, with its last answer."""

    text: str
    href: str
    mark: str
    word: str
    note: str


def waiting_tasks(told: Sequence[Told], today: date) -> list[Task]:
    """Those without an answer, with the days since they were sent."""
    return [_waiting(one, today) for one in told]


def _waiting(one: Told, today: date) -> Task:
    return Task(
        text=one.text,
        href=reverse("proposal", args=[one.pk]),
        mark="ring",
        note=place_and_period(one),
        until=since_sent((today - local_day(one.sent_at)).days),
    )


def answered_tasks(told: Sequence[Told]) -> list[Task]:
    """Those with an answer: which, and when."""
    return [_answered(one) for one in told]


def _answered(one: Told) -> Task:
    answer = proposed(one)
    day = local_day(one.answered_at) if one.answered_at else None
    note = ". ".join(filter(None, (place_and_period(one), answer.note)))
    return Task(
        text=one.text,
        href=answer.href,
        mark=answer.mark,
        word=answer.word,
        note=note,
        until=format_date(day) if day else "",
    )


def proposed(one: Told) -> Proposed:
    """A proposal with what was answered last, or that nothing was."""
    href = reverse("proposal", args=[one.pk])
    if not one.answer:
        return Proposed(one.text, href, "ring", _("no answer yet"), "")
    kind = AnswerKind(one.answer)
    note = ": ".join(filter(None, (one.body, one.reply)))
    return Proposed(one.text, href, words.ANSWER_MARKS[kind], str(words.LABELS[kind]), note)


def place_and_period(one: Told) -> str:
    """ "Phường Đa Mai, quý III/2018"."""
    period = Quarter(one.year, one.quarter).label(get_language() or "vi")
    return f"{capital(full_name(one))}, {period}"


def since_sent(days: int) -> str:
    """How long it has waited."""
    number = str(days) if get_language() == "en" else padded(days)
    if not days:
        return _("sent today")
    return ngettext("sent %(n)s day ago", "sent %(n)s days ago", days) % {"n": number}


def course(answers: Sequence[ProposalAnswer], *, names: bool) -> list[Passage]:
    """Everything that was answered, the first answer first."""
    return [
        Passage(
            at=answer.at,
            word=f"{words.LABELS[AnswerKind(answer.kind)]}{f': {answer.body}' if answer.body else ''}",
            mark=words.ANSWER_MARKS[AnswerKind(answer.kind)],
            by=answer.by.name if names else "",
            comment=answer.text,
        )
        for answer in answers
    ]


def unanswered_line(days: Sequence[int]) -> str:
    """How many wait, and the oldest for how long."""
    oldest = max(days)
    text = ngettext(
        "Proposals without an answer: %(n)s (the oldest for %(days)s day)",
        "Proposals without an answer: %(n)s (the oldest for %(days)s days)",
        oldest,
    )
    return text % {"n": padded(len(days)), "days": padded(oldest)}
