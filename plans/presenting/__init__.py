"""Progress in the shapes that pages draw: sentences, rows, grids; nothing is decided here, only written."""

from __future__ import annotations

from plans.presenting.conclusions import (
    COMMUNE_WORDS,
    MARKS,
    VERDICT_MARKS,
    VERDICT_WORDS,
    Conclusion,
    GridCell,
    GridRow,
    conclusion,
    grid,
    short_name,
)
from plans.presenting.course import CourseRow, course, course_by_year
from plans.presenting.figures import Said, figure_said
from plans.presenting.rows import IndicatorRow, indicator_row
from plans.presenting.scope import Reach, Scope
from plans.presenting.wording import written

__all__ = [
    "COMMUNE_WORDS",
    "MARKS",
    "VERDICT_MARKS",
    "VERDICT_WORDS",
    "Conclusion",
    "CourseRow",
    "GridCell",
    "GridRow",
    "IndicatorRow",
    "Reach",
    "Said",
    "Scope",
    "conclusion",
    "course",
    "course_by_year",
    "figure_said",
    "grid",
    "indicator_row",
    "short_name",
    "written",
]
