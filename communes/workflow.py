"""The course of a report as one table; buttons, permissions, addresses, notices and tests derive from it.

A returned report was not right; a reopened one was accepted and is not the commune's fault: it leads to a
replacement report. Where the plan asks for the commune leader's clearance, a draft that was returned or
reopened is cleared again before it is sent.
"""

from __future__ import annotations

from dataclasses import dataclass

from communes.vocabulary import MoveName, ReportState

WRITABLE = frozenset({ReportState.DRAFT, ReportState.RETURNED, ReportState.REOPENED})
"""States in which the commune's draft may be typed into."""


@dataclass(frozen=True)
class Move:
    """One verb: from which states, to which state, who may, and whether it must say why."""

    name: MoveName
    sources: frozenset[ReportState]
    target: ReportState
    permission: str
    needs_comment: bool = False


CLEAR = Move(MoveName.CLEAR, WRITABLE, ReportState.CLEARED, "communes.clear_report")
RECALL = Move(MoveName.RECALL, frozenset({ReportState.CLEARED}), ReportState.DRAFT, "communes.write_report")
"""A slip found after clearance is mended in the draft, which is then cleared again."""
SUBMIT = Move(MoveName.SUBMIT, WRITABLE, ReportState.SUBMITTED, "communes.submit_report")
SUBMIT_CLEARED = Move(
    MoveName.SUBMIT, frozenset({ReportState.CLEARED}), ReportState.SUBMITTED, "communes.submit_report"
)
PAPER = Move(MoveName.SUBMIT, WRITABLE, ReportState.SUBMITTED, "communes.enter_paper_report")
"""A reviewer types in what came signed on paper: its clearance is the signature."""
RETURN = Move(
    MoveName.RETURN,
    frozenset({ReportState.SUBMITTED}),
    ReportState.RETURNED,
    "communes.review_report",
    needs_comment=True,
)
ACCEPT = Move(
    MoveName.ACCEPT, frozenset({ReportState.SUBMITTED}), ReportState.ACCEPTED, "communes.review_report"
)
REOPEN = Move(
    MoveName.REOPEN,
    frozenset({ReportState.ACCEPTED}),
    ReportState.REOPENED,
    "communes.review_report",
    needs_comment=True,
)


def moves(*, clearance_required: bool) -> tuple[Move, ...]:
    """The table that holds for a plan, in the order of a report's life."""
    sending = (CLEAR, RECALL, SUBMIT_CLEARED) if clearance_required else (SUBMIT,)
    return (*sending, PAPER, RETURN, ACCEPT, REOPEN)


def moves_named(name: MoveName, *, clearance_required: bool) -> tuple[Move, ...]:
    """The plan's moves of this name: none, or one for each permission that leads to it."""
    return tuple(m for m in moves(clearance_required=clearance_required) if m.name == name)


def moves_from(state: ReportState, *, clearance_required: bool) -> tuple[Move, ...]:
    """What can be done with a report in this state, by whoever may."""
    return tuple(m for m in moves(clearance_required=clearance_required) if state in m.sources)
