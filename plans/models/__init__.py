"""The rows of a plan and of its ledger, in the order of the house's sentence."""

from __future__ import annotations

from .ledger import Entry, Head, Reading
from .objective import Criterion, Named, Objective, Target
from .period import Holiday, Participation, Period
from .plan import Indicator, Measure, Plan

__all__ = [
    "Criterion",
    "Entry",
    "Head",
    "Holiday",
    "Indicator",
    "Measure",
    "Named",
    "Objective",
    "Participation",
    "Period",
    "Plan",
    "Reading",
    "Target",
]
