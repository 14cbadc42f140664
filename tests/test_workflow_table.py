"""The table of moves: which verbs lead where, who may, and what each plan's table leaves out."""

from __future__ import annotations

import pytest

from communes.vocabulary import MoveName, ReportState
from communes.workflow import WRITABLE, moves, moves_from, moves_named

STATES = tuple(ReportState)
BOTH = pytest.mark.parametrize("clearance", [False, True])


PAPER = "communes.enter_paper_report"


def names(state: ReportState, *, clearance: bool) -> set[MoveName]:
    """The verbs open in a state, but for a reviewer who types in what came on paper."""
    found = moves_from(state, clearance_required=clearance)
    return {move.name for move in found if move.permission != PAPER}


def test_without_clearance_a_draft_is_sent_by_the_officer() -> None:
    assert names(ReportState.DRAFT, clearance=False) == {MoveName.SUBMIT}
    assert moves_named(MoveName.CLEAR, clearance_required=False) == ()
    assert moves_named(MoveName.RECALL, clearance_required=False) == ()


def test_with_clearance_a_draft_is_cleared_first() -> None:
    assert names(ReportState.DRAFT, clearance=True) == {MoveName.CLEAR}
    assert names(ReportState.CLEARED, clearance=True) == {MoveName.RECALL, MoveName.SUBMIT}


def test_with_clearance_a_returned_or_reopened_report_is_cleared_again() -> None:
    assert names(ReportState.RETURNED, clearance=True) == {MoveName.CLEAR}
    assert names(ReportState.REOPENED, clearance=True) == {MoveName.CLEAR}


@BOTH
def test_what_was_sent_is_accepted_or_returned_and_nothing_else(clearance: bool) -> None:
    assert names(ReportState.SUBMITTED, clearance=clearance) == {MoveName.ACCEPT, MoveName.RETURN}


@BOTH
def test_what_was_accepted_can_only_be_reopened(clearance: bool) -> None:
    assert names(ReportState.ACCEPTED, clearance=clearance) == {MoveName.REOPEN}


@BOTH
def test_going_back_needs_a_comment_and_going_on_does_not(clearance: bool) -> None:
    needing = {move.name for move in moves(clearance_required=clearance) if move.needs_comment}
    assert needing == {MoveName.RETURN, MoveName.REOPEN}


@BOTH
def test_the_city_reviews_and_the_commune_sends(clearance: bool) -> None:
    table = moves(clearance_required=clearance)
    by_name = {name: {move.permission for move in table if move.name == name} for name in MoveName}
    assert by_name[MoveName.SUBMIT] == {"communes.submit_report", PAPER}
    for name in (MoveName.ACCEPT, MoveName.RETURN, MoveName.REOPEN):
        assert by_name[name] == {"communes.review_report"}


@BOTH
def test_what_came_signed_on_paper_is_sent_without_clearance_in_the_portal(clearance: bool) -> None:
    (paper,) = [move for move in moves(clearance_required=clearance) if move.permission == PAPER]
    assert paper.sources == WRITABLE
    assert paper.target is ReportState.SUBMITTED


@BOTH
def test_each_verb_occurs_once_for_each_permission_and_leads_somewhere_else(clearance: bool) -> None:
    table = moves(clearance_required=clearance)
    assert len({(move.name, move.permission) for move in table}) == len(table)
    assert all(move.target not in move.sources for move in table)


@BOTH
def test_a_verb_is_found_by_its_name(clearance: bool) -> None:
    table = moves(clearance_required=clearance)
    for move in table:
        assert move in moves_named(move.name, clearance_required=clearance)
    assert sum(len(moves_named(name, clearance_required=clearance)) for name in MoveName) == len(table)


def test_every_state_has_a_way_on_and_is_reached_where_clearance_is_asked() -> None:
    assert all(names(state, clearance=True) for state in STATES)
    reached = {move.target for move in moves(clearance_required=True)}
    assert reached == set(STATES)


def test_where_no_clearance_is_asked_nothing_becomes_cleared() -> None:
    assert ReportState.CLEARED not in {move.target for move in moves(clearance_required=False)}


def test_the_draft_is_open_to_typing_only_while_it_is_with_the_commune() -> None:
    assert {ReportState.DRAFT, ReportState.RETURNED, ReportState.REOPENED} == WRITABLE
