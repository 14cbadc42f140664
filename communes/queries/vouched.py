"""The rows that the audit vouches for, each kind for the events of its kind; see settings.AUDIT_WITNESSES."""

from __future__ import annotations

from collections.abc import Iterator

from bg_portal.audit import rows
from communes.models import (
    Extension,
    Instruction,
    InstructionMove,
    Passage,
    PeriodMove,
    ProposalAnswer,
    Recognition,
    Submission,
)

Vouched = Iterator[tuple[str, str]]
"""Subjects with the digests that their rows have now."""


def submissions() -> Vouched:
    """Everything that was sent: the answers, and who sent them when."""
    return rows.witness(Submission.objects.all())


def passages() -> Vouched:
    """Every move of a report, with its comment."""
    return rows.witness(Passage.objects.all())


def extensions() -> Vouched:
    """Every later due date that was granted, with its reason."""
    return rows.witness(Extension.objects.all())


def closings() -> Vouched:
    """Every closing of a period, with its reason."""
    return rows.witness(PeriodMove.objects.filter(closed=True))


def openings() -> Vouched:
    """Every opening of a closed period, with its reason."""
    return rows.witness(PeriodMove.objects.filter(closed=False))


def recognitions() -> Vouched:
    """Every step of a recognition, with its document."""
    return rows.witness(Recognition.objects.all())


def proposal_answers() -> Vouched:
    """Every answer of the city to a proposal."""
    return rows.witness(ProposalAnswer.objects.all())


def instructions() -> Vouched:
    """Every instruction as it was given."""
    return rows.witness(Instruction.objects.all())


def instruction_moves() -> Vouched:
    """Every answer to an instruction, and that it was done."""
    return rows.witness(InstructionMove.objects.all())
