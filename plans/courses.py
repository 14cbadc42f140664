"""An objective over the quarters of the plan, in numbers: what its chart and table are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from plans.book import Book, once
from plans.calendar import Period
from plans.objectives import result
from plans.ranges import Range
from plans.standing import Standing, line_of, standing_of


@dataclass(frozen=True)
class Step:
    """The objective in one quarter."""

    quarter: Period
    shown: Range | None
    """The value as it is displayed."""
    met: int
    not_met: int
    unknown: int
    told: Standing
    target: Decimal | None
    """What was decided for the year."""
    reference: Decimal | None
    """Where the reference line is on the last day, which nobody decided."""

    @property
    def known(self) -> bool:
        """Whether there is a verdict on anybody."""
        return self.met + self.not_met > 0


@once
def course(book: Book, code: str) -> tuple[Step, ...]:
    """The objective in every quarter. Raises KeyError where the plan has none of it."""
    line = line_of(book, code)
    return tuple(
        Step(
            quarter=quarter,
            shown=found.shown,
            met=found.met,
            not_met=found.not_met,
            unknown=found.unknown,
            told=standing_of(book, found),
            target=target.value if (target := book.document.target(code, quarter.year)) else None,
            reference=line.at(quarter.ends_on) if line else None,
        )
        for quarter in book.document.quarters
        for found in [result(book, code, quarter.key)]
    )
