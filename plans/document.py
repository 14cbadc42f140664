"""A plan as one value: everything its document states, in the form that files, pages and progress read.

What the source does not say stays empty. The order in which rows are written carries no meaning beyond
their own `order`: two documents that say the same are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, Final

from plans.calendar import Holiday, Period, covers
from plans.document_goals import Criterion, Named, Objective, Target
from plans.document_indicators import Indicator, Measure
from plans.document_rows import YEARS, arrange, at_most, commune_key, rows, unread
from plans.vocabulary import Direction, PeriodKind, PlanState

__all__ = [
    "Criterion",
    "Holiday",
    "Indicator",
    "Measure",
    "Named",
    "Objective",
    "Participation",
    "Period",
    "PlanDocument",
    "Target",
]

_ORDERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "measures": attrgetter("order"),
    "indicators": attrgetter("measure", "order", "code"),
    "objectives": attrgetter("order", "code"),
    "targets": attrgetter("objective", "indicator", "year", "key"),
    "periods": attrgetter("year", "quarter"),
    "holidays": attrgetter("day"),
    "participation": attrgetter("key"),
}


@dataclass(frozen=True, kw_only=True)
class Participation:
    """A commune's part in the plan, from a quarter to a quarter: it owes the reports between them."""

    commune: str = field(metadata=at_most(10))
    commune_valid_from: date
    from_period: str = field(metadata=at_most(8))
    to_period: str = field(default="", metadata=at_most(8))
    """Empty: to the end of the plan."""

    @property
    def key(self) -> str:
        return f"{commune_key(self.commune, self.commune_valid_from)} {self.from_period}"

    def covers(self, period: str) -> bool:
        """Whether the commune takes part in the period of that key; in a year, if in any of its quarters."""
        return covers(self.from_period, self.to_period, period)


@dataclass(frozen=True, kw_only=True)
class PlanDocument:
    """A plan with all it states."""

    number: str = field(metadata=at_most(60))
    """Number and sign, as "125/KH-UBND"."""
    slug: str = field(metadata=at_most(60))
    """Its name in addresses."""
    title_vi: str = field(metadata=at_most(300))
    title_en: str = field(default="", metadata=at_most(300))
    aim_vi: str = field(default="", metadata=at_most(2000, multiline=True))
    aim_en: str = field(default="", metadata=at_most(2000, multiline=True))
    issuer_vi: str = field(metadata=at_most(200))
    issuer_en: str = field(default="", metadata=at_most(200))
    issued_on: date
    first_year: int = field(metadata=unread(YEARS[0]))
    last_year: int = field(metadata=unread(YEARS[-1]))
    legal_basis: str = field(default="", metadata=at_most(2000, multiline=True))
    source: str = field(default="", metadata=at_most(2000, multiline=True))
    """Where this text was taken from."""
    state: PlanState = PlanState.DRAFT
    clearance_required: bool = False
    """Whether a commune's leader clears a report in the portal before it is sent."""
    names_public: bool = False
    """Whether the public sees which communes have not reported; else only how many."""
    second_reader: bool = False
    """Whether somebody else than its last writer publishes an announcement."""
    notes_vi: str = field(default="", metadata=at_most(4000, multiline=True))
    """What a reader of the plan must know, one note a line."""
    notes_en: str = field(default="", metadata=at_most(4000, multiline=True))
    measures: tuple[Measure, ...] = field(default=(), metadata=rows("measure"))
    indicators: tuple[Indicator, ...] = field(default=(), metadata=rows("indicator"))
    objectives: tuple[Objective, ...] = field(default=(), metadata=rows("objective"))
    targets: tuple[Target, ...] = field(default=(), metadata=rows("target"))
    periods: tuple[Period, ...] = field(default=(), metadata=rows("period"))
    holidays: tuple[Holiday, ...] = field(default=(), metadata=rows("holiday"))
    participation: tuple[Participation, ...] = field(default=(), metadata=rows("participation"))

    def __post_init__(self) -> None:
        arrange(self, _ORDERS)

    @cached_property
    def _indicators(self) -> dict[str, Indicator]:
        return {indicator.code: indicator for indicator in self.indicators}

    @cached_property
    def _objectives(self) -> dict[str, Objective]:
        return {objective.code: objective for objective in self.objectives}

    @cached_property
    def _periods(self) -> dict[str, Period]:
        return {period.key: period for period in self.periods}

    @cached_property
    def _targets(self) -> dict[tuple[str, str], dict[int, Target]]:
        found: dict[tuple[str, str], dict[int, Target]] = {}
        for row in self.targets:
            place = commune_key(row.commune, row.commune_valid_from)
            found.setdefault((row.objective or row.indicator, place), {})[row.year] = row
        return found

    @cached_property
    def _taking_part(self) -> dict[str, tuple[Participation, ...]]:
        """By key of a period, of those that were asked for."""
        return {}

    @cached_property
    def quarters(self) -> tuple[Period, ...]:
        return tuple(period for period in self.periods if period.kind is PeriodKind.QUARTER)

    @cached_property
    def quarter_keys(self) -> tuple[str, ...]:
        """The keys of its quarters, in order of time."""
        return tuple(period.key for period in self.quarters)

    @cached_property
    def years(self) -> tuple[Period, ...]:
        return tuple(period for period in self.periods if period.kind is PeriodKind.YEAR)

    def indicator(self, code: str) -> Indicator:
        """The indicator of that code; KeyError where there is none."""
        return self._indicators[code]

    def objective(self, code: str) -> Objective:
        """The objective of that code; KeyError where there is none."""
        return self._objectives[code]

    def period(self, key: str) -> Period:
        """The period of that key, "2018-Q2" or "2018"; KeyError where there is none."""
        return self._periods[key]

    def indicators_of(self, measure: int) -> tuple[Indicator, ...]:
        """The measure's indicators, in its order."""
        return tuple(indicator for indicator in self.indicators if indicator.measure == measure)

    def participants(self, period: str) -> tuple[Participation, ...]:
        """The communes that take part in the period of that key."""
        if period not in self._taking_part:
            self._taking_part[period] = tuple(part for part in self.participation if part.covers(period))
        return self._taking_part[period]

    def target(
        self, code: str, year: int, *, commune: str = "", commune_valid_from: date | None = None
    ) -> Target | None:
        """What was decided for the year, of an objective or an indicator, for a commune or the whole plan.

        An objective to be kept owes every year what was decided for the next year that has a target.
        """
        decided = self._targets.get((code, commune_key(commune, commune_valid_from)), {})
        if year in decided or not self._kept(code):
            return decided.get(year)
        return decided.get(min((later for later in decided if later > year), default=year))

    def goal(self, objective: str) -> Target | None:
        """The objective's target for the whole plan in its last year: what it is finally measured by."""
        return self.target(objective, self.last_year)

    def _kept(self, code: str) -> bool:
        return any(item.code == code and item.direction is Direction.KEEP for item in self.objectives)
