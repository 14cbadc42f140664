"""An objective over time: in every quarter, and at the end of every year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext

from plans import objectives, standing
from plans.addresses import why_objective
from plans.book import Book
from plans.document import Period as PeriodRow
from plans.models import Objective, Period, Plan
from plans.moments import Moment
from plans.presenting.conclusions import MARKS, value_text
from plans.saying_words import sentence
from plans.spans import last_quarter
from plans.stated import stated
from plans.words import period_label


@dataclass(frozen=True)
class CourseRow:
    """The objective in one period."""

    label: str
    href: str
    why: str
    current: bool
    value: str
    met: int
    not_met: int
    unknown: int
    mark: str
    word: str
    reason: str
    """Why nothing better can be said."""


def course(book: Book, plan: Plan, objective: Objective, moment: Moment) -> Iterator[CourseRow]:
    """The objective in every quarter that has begun by the moment's period, the latest first."""
    until = last_quarter(book.document, moment.period.key).key
    for quarter in reversed(book.document.quarters):
        if quarter.key <= until:
            yield _course_row(book, plan, objective, moment, quarter)


def course_by_year(book: Book, plan: Plan, objective: Objective, moment: Moment) -> Iterator[CourseRow]:
    """The objective at the end of every year that is over by the moment's period, the latest first."""
    until = last_quarter(book.document, moment.period.key).key
    for year in reversed(book.document.years):
        if last_quarter(book.document, year.key).key <= until:
            yield _course_row(book, plan, objective, moment, year)


def _course_row(book: Book, plan: Plan, objective: Objective, moment: Moment, period: PeriodRow) -> CourseRow:
    found = objectives.result(book, objective.code, period.key)
    told = standing.standing_of(book, found)
    then = replace(moment, period=stated(period, Period))
    return CourseRow(
        label=period_label(period.year, period.quarter),
        href=reverse("objective", args=[plan.slug, objective.code]) + then.query(),
        why=why_objective(plan, objective.code, then),
        current=period.key == moment.period.key,
        value=value_text(found),
        met=found.met,
        not_met=found.not_met,
        unknown=found.unknown,
        mark=MARKS[told.word],
        word=gettext(told.label),
        reason=sentence(told.reason, book.document) if told.reason else "",
    )
