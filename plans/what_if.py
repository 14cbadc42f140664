"""What everybody would be shown otherwise if a plan stated another document; nothing of it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plans.document import PlanDocument
from plans.figure_moves import FigureMove, counted_anew, figure_moves
from plans.models import Plan
from plans.moments import last_told
from plans.objective_moves import ObjectiveMove, told_otherwise
from plans.overview import book_at, book_if
from plans.queries import version_of


@dataclass(frozen=True)
class ShownOtherwise:
    """The objectives and the city's figures that would read otherwise."""

    period: str
    """The quarter that is told now, for which the figures are compared."""
    objectives: tuple[tuple[str, ObjectiveMove], ...]
    """By objective, in the quarter that is told, the last one over, and the last year of the plan."""
    figures: tuple[FigureMove, ...]


def shown_otherwise(plan: Plan, document: PlanDocument, today: date) -> ShownOtherwise:
    """By the same functions as every page, over the figures that are accepted now."""
    version = version_of(plan)
    before, after = book_at(plan, version, public=True), book_if(plan, version, document)
    told = last_told(before, today)
    if told not in document.quarter_keys:
        told = next(reversed(document.quarter_keys), "")
    over = [row.key for row in document.quarters if row.ends_on < today]
    periods = tuple(dict.fromkeys([told, *over[-1:], str(document.last_year)]))
    codes = dict.fromkeys(row.code for book in (after, before) for row in book.document.objectives)
    return ShownOtherwise(
        period=told,
        objectives=tuple(one for code in codes for one in told_otherwise(before, after, code, periods)),
        figures=figure_moves(before, after, told, counted_anew(before.document, document)),
    )
