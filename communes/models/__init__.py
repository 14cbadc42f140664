"""Places, people, reports: one module each."""

from __future__ import annotations

from communes.models.commune import Commune
from communes.models.course import Extension, Passage, PeriodMove
from communes.models.instructions import Instruction, InstructionMove
from communes.models.opinion import Opinion
from communes.models.people import Invitation, Membership, User
from communes.models.proposals import ProposalAnswer, SentProposal
from communes.models.recognition import Recognition
from communes.models.report import Account, Figure, Proposal, Report
from communes.models.submission import Submission

__all__ = [
    "Account",
    "Commune",
    "Extension",
    "Figure",
    "Instruction",
    "InstructionMove",
    "Invitation",
    "Membership",
    "Opinion",
    "Passage",
    "PeriodMove",
    "Proposal",
    "ProposalAnswer",
    "Recognition",
    "Report",
    "SentProposal",
    "Submission",
    "User",
]
