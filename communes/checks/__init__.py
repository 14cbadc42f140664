"""The checks of a report: refusals that keep it from being sent, and hints that ask for a reason."""

from __future__ import annotations

from communes.checks.report import check, check_texts
from communes.findings import Finding, Level, Name, Param, hints, refusals, unexplained

__all__ = [
    "Finding",
    "Level",
    "Name",
    "Param",
    "check",
    "check_texts",
    "hints",
    "refusals",
    "unexplained",
]
