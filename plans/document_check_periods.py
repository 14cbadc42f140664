"""What must hold for periods, holidays and participation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final

from plans.calendar import ONE_DAY, SATURDAY, Holiday, Period, year_of
from plans.document import Participation, PlanDocument
from plans.document_problems import Problem, gettext_noop
from plans.document_rows import PLAN, place_of
from plans.vocabulary import HolidayKind, PeriodKind

_COMMUNE: Final = re.compile(r"[0-9]{5}")


def period_problems(document: PlanDocument) -> Iterator[Problem]:
    """Problems of periods one by one and as a sequence, of holidays, and of participation."""
    for period in document.periods:
        yield from _period(document, period)
    for earlier, later in pairwise(document.quarters):
        yield from _sequence(earlier, later)
    yield from _years(document)
    yield from chain.from_iterable(map(_holiday, document.holidays))
    yield from _participation(document)


def _period(document: PlanDocument, period: Period) -> Iterator[Problem]:
    place = _place(period)
    if not document.first_year <= period.year <= document.last_year:
        yield Problem(place, "year", gettext_noop("Write a year of the plan."))
    if period.ends_on < period.starts_on:
        yield Problem(place, "ends_on", gettext_noop("It ends before it begins."))
    if period.kind is PeriodKind.YEAR:
        if period.quarter:
            yield Problem(place, "quarter", gettext_noop("A year has no number of a quarter."))
        if period.due_on:
            yield Problem(place, "due_on", gettext_noop("Reports belong to quarters; a year is never due."))
    elif not 1 <= period.quarter <= 4:
        yield Problem(place, "quarter", gettext_noop("Write 1, 2, 3 or 4."))
    elif period.due_on is None:
        yield Problem(place, "due_on", gettext_noop("A quarter needs a day until which reports are sent."))
    elif period.due_on <= period.ends_on:
        yield Problem(place, "due_on", gettext_noop("Reports are due after the cut-off."))


def _sequence(earlier: Period, later: Period) -> Iterator[Problem]:
    """Two of one number are left to the rule against duplicates."""
    step = (later.year - earlier.year) * 4 + later.quarter - earlier.quarter
    params = {"earlier": earlier.key}
    if step > 1:
        text = gettext_noop("At least one quarter is missing between %(earlier)s and this one.")
        yield Problem(_place(later), "", text, params)
    elif step == 1 and later.starts_on <= earlier.ends_on:
        text = gettext_noop("It begins before %(earlier)s has ended.")
        yield Problem(_place(later), "starts_on", text, params)
    elif step == 1 and later.starts_on > earlier.ends_on + ONE_DAY:
        text = gettext_noop("Days between %(earlier)s and this one belong to no quarter.")
        yield Problem(_place(later), "starts_on", text, params)


def _years(document: PlanDocument) -> Iterator[Problem]:
    stated = {period.year: period for period in document.years}
    reported = {period.year for period in document.quarters}
    for year in sorted(reported - stated.keys()):
        text = gettext_noop("The year has quarters and needs a row of its own.")
        yield Problem(place_of(PLAN, "period", str(year)), "", text)
    for year, period in stated.items():
        if year not in reported:
            yield Problem(_place(period), "year", gettext_noop("The year has no quarters."))
            continue
        whole = year_of(document.quarters, year)
        for name in ("starts_on", "ends_on"):
            if getattr(period, name) != getattr(whole, name):
                text = gettext_noop("A year spans its quarters: write %(day)s.")
                yield Problem(_place(period), name, text, {"day": getattr(whole, name).isoformat()})


def _holiday(holiday: Holiday) -> Iterator[Problem]:
    if holiday.kind is HolidayKind.WORKING_DAY and holiday.day.weekday() < SATURDAY:
        text = gettext_noop("A make-up working day is a Saturday or a Sunday.")
        yield Problem(place_of(PLAN, "holiday", holiday.key), "kind", text)


def _participation(document: PlanDocument) -> Iterator[Problem]:
    quarters = {period.key for period in document.quarters}
    by_commune: dict[str, list[Participation]] = defaultdict(list)
    for part in document.participation:
        by_commune[part.commune].append(part)
        place = place_of(PLAN, "participation", part.key)
        if not _COMMUNE.fullmatch(part.commune):
            yield Problem(place, "commune", gettext_noop("Write the official code of five digits."))
        for name in ("from_period", "to_period"):
            key = getattr(part, name)
            if key and key not in quarters:
                yield Problem(place, name, gettext_noop("There is no quarter %(key)s."), {"key": key})
        if part.to_period and part.to_period < part.from_period:
            yield Problem(place, "to_period", gettext_noop("It ends before it begins."))
    for parts in by_commune.values():
        yield from _overlaps(sorted(parts, key=lambda part: part.from_period))


def _overlaps(parts: list[Participation]) -> Iterator[Problem]:
    """Two that begin together with the same first day are left to the rule against duplicates."""
    for earlier, later in pairwise(parts):
        if earlier.key != later.key and (not earlier.to_period or later.from_period <= earlier.to_period):
            text = gettext_noop("The commune already takes part in these quarters.")
            yield Problem(place_of(PLAN, "participation", later.key), "from_period", text)


def _place(period: Period) -> str:
    return place_of(PLAN, "period", period.key)
