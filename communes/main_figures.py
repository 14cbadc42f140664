"""Which figure speaks for a measure where there is room for one, and which may be shown; plain Python."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from plans.document import Indicator, Objective, PlanDocument
from plans.protection import LEAST_SHOWN, ZERO
from plans.vocabulary import IndicatorKind, Protection

_COUNTED: Final = (IndicatorKind.COUNT, IndicatorKind.AMOUNT)


def main_figure(document: PlanDocument, measure: int) -> Indicator | Objective | None:
    """What of a measure is the most telling, the first of its kind in the plan's order.

    An open count that every report gives, or that is added up from such; else the objective that is judged by
    the measure's indicators alone; else any open answer that every report gives; else a sensitive count.
    Never a restricted one.
    """
    own = document.indicators_of(measure)

    def given(one: Indicator) -> bool:
        parts = [document.indicator(code) for code in one.sum_of]
        return one.required or (bool(parts) and all(part.required for part in parts))

    def first(test: Callable[[Indicator], bool]) -> Indicator | None:
        return next((one for one in own if test(one)), None)

    return (
        first(lambda one: not one.protected and one.kind in _COUNTED and given(one))
        or _objective_of(document, {one.code for one in own})
        or first(lambda one: not one.protected and given(one))
        or first(lambda one: one.protection is Protection.SMALL and one.kind in _COUNTED and given(one))
    )


def _objective_of(document: PlanDocument, codes: set[str]) -> Objective | None:
    judged = ((one, {row.indicator for row in one.criteria}) for one in document.objectives)
    return next((one for one, by in judged if by and by <= codes), None)


def hidden(indicator: Indicator, number: Decimal | None) -> bool:
    """Whether a number of a sensitive indicator is too small to stand on a page that is passed around."""
    return indicator.protected and number is not None and ZERO < number < LEAST_SHOWN
