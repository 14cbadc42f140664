"""Places, people, reports: one module each."""

from __future__ import annotations

from .commune import Commune
from .course import Extension, Passage, PeriodMove
from .people import Invitation, Membership, User
from .report import Account, Figure, Proposal, Report
from .submission import Submission

__all__ = [
    "Account",
    "Commune",
    "Extension",
    "Figure",
    "Invitation",
    "Membership",
    "Passage",
    "PeriodMove",
    "Proposal",
    "Report",
    "Submission",
    "User",
]
