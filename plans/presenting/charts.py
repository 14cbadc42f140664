"""Progress as charts draw it: an objective and an indicator over the periods, by year, by commune.

Everything is drawn from the book of the page, so a chart never shows more than its reader may see. What the
book withholds has no chart.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from bg_portal.charts.course import Course, Point
from bg_portal.charts.scale import Scale, percents, scale_for
from bg_portal.periods import Quarter
from plans.book import Book
from plans.calendar import Period
from plans.courses import Step, course
from plans.document import Objective
from plans.objectives import ObjectiveResult
from plans.presenting.wording import language, number, written
from plans.vocabulary import MeasureOfSuccess
from plans.words import period_label


def objective_chart(book: Book, found: ObjectiveResult) -> Course:
    """An objective over the periods until that of the result."""
    objective, until = found.objective, found.quarter.key
    corrected = book.corrected({criterion.indicator for criterion in objective.criteria})
    unit = "%" if objective.success is MeasureOfSuccess.SHARE else ""
    points = [
        _point(step, unit, coming=step.quarter.key > until, corrected=step.quarter.key in corrected)
        for step in course(book, objective.code)
    ]
    scale = percents() if unit else scale_for(_ends(points))
    return Course(points, scale, ticks_of(scale, unit), target_words(points, unit))


def objective_title(objective: Objective, number: int) -> str:
    """What the chart shows, over so many periods."""
    facts = {"order": objective.order, "n": number}
    if objective.success is MeasureOfSuccess.SHARE:
        return _("Share of communes and wards that meet objective %(order)s, over %(n)s periods (%%)") % facts
    return _("Number of communes and wards that meet objective %(order)s, over %(n)s periods") % facts


def _point(step: Step, unit: str, *, coming: bool, corrected: bool) -> Point:
    shown = None if coming or not step.known else step.shown
    return Point(
        *column(step.quarter),
        low=shown.low if shown else None,
        high=shown.high if shown else None,
        words=written(shown) + unit if shown else "",
        corrected=corrected,
        coming=coming,
        target=step.target,
        reference=step.reference,
    )


def column(quarter: Period) -> tuple[str, str, str]:
    """A quarter in full, under the axis, and the year under that."""
    value = Quarter(quarter.year, quarter.quarter)
    label = period_label(quarter.year, quarter.quarter)
    return label, str(value.number) if language() == "en" else value.roman, str(quarter.year)


def ticks_of(scale: Scale, unit: str = "") -> list[str]:
    """The words at the ticks, the unit at the top alone."""
    found = [number(tick) for tick in scale.ticks]
    return [*found[:-1], found[-1] + unit]


def _ends(points: Iterable[Point]) -> Iterable[Decimal]:
    for point in points:
        for end in (point.low, point.high, point.target, point.reference):
            if end is not None:
                yield end


def target_words(points: Iterable[Point], unit: str = "") -> str:
    """What is written at the last decided target."""
    decided = [point for point in points if point.target is not None]
    if not decided or decided[-1].target is None:
        return ""
    text = _("Assigned target %(year)s: %(value)s")
    return text % {"year": decided[-1].group, "value": number(decided[-1].target) + unit}
