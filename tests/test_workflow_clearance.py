"""Where the plan asks for it, what the leader cleared is what is sent; typing anew ends the clearance."""

from __future__ import annotations

from datetime import date

import pytest

from communes.actions import drafting, reviewing, sending
from communes.actions.sending import Clearance
from communes.models import Report, Submission, User
from communes.refusals import Overtaken, Refused
from communes.roles import Role
from communes.vocabulary import ReportState
from plans.models import Plan
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_plan_asks_for_clearance() -> None:
    f.plan_loaded()
    Plan.objects.update(clearance_required=True)


@pytest.fixture
def alice() -> User:
    return f.officer()


@pytest.fixture
def chi() -> User:
    return f.person("Chi", Role.COMMUNE_LEADER, f.commune())


def cleared(report: Report, by: User) -> Report:
    report.refresh_from_db()
    return sending.clear_report(report=report, checked=f.checked(report), by=by).report


def sent(report: Report, by: User, clearance: Clearance | None = None) -> Submission:
    checked = f.checked(report)
    return sending.submit_report(report=report, checked=checked, clearance=clearance, by=by)


def test_the_submission_names_the_leader_and_the_day_of_the_clearing_move(alice: User, chi: User) -> None:
    with f.on("2018-10-02"):
        report = cleared(f.written(f.commune(), by=alice), chi)
    with f.on("2018-10-03"):
        submission = sent(report, alice)
    assert submission.reported_by.startswith("Chi")
    assert '"cleared_on":"2018-10-02"' in submission.answers


def test_no_form_says_otherwise_than_the_clearing_move(alice: User, chi: User) -> None:
    with f.on("2018-10-02"):
        submission = sent(cleared(f.written(f.commune(), by=alice), chi), alice, f.CLEARANCE)
    assert submission.reported_by.startswith("Chi")
    assert f.CLEARANCE.name not in submission.answers


def test_a_cleared_draft_is_closed_to_typing(alice: User, chi: User) -> None:
    with f.on("2018-10-02"):
        report = cleared(f.written(f.commune(), by=alice), chi)
        version = report.draft_version
        with pytest.raises(Overtaken):
            drafting.save_draft(
                report=report, content=f.full_content(report, LD01=9), version=version, by=alice
            )


def test_typing_needs_a_recall_and_then_a_clearance_of_its_own(alice: User, chi: User) -> None:
    with f.on("2018-10-02"):
        report = cleared(f.written(f.commune(), by=alice), chi)
        report = sending.recall_report(report=report, by=alice).report
        assert (report.cleared_by_name, report.cleared_by_title, report.cleared_on) == ("", "", None)
        content, version = f.full_content(report, LD01=9), report.draft_version
        report = drafting.save_draft(report=report, content=content, version=version, by=alice)
        with pytest.raises(Refused):
            sent(report, alice)
        assert sent(cleared(report, chi), alice).number == 1


def test_a_returned_and_a_reopened_report_is_cleared_again(alice: User, chi: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-02"):
        report = cleared(f.written(f.commune(), by=alice), chi)
        back = reviewing.return_submission(submission=sent(report, alice), by=bob, comment="LD01")
        assert back.report.cleared_on is None
        again = sent(cleared(back.report, chi), alice)
        reviewing.accept_submission(submission=again, by=bob)
        reopened = reviewing.reopen_report(report=again.report, by=bob, comment="LD01").report
        assert reopened.cleared_on is None
        with pytest.raises(Refused):
            sent(reopened, alice, f.CLEARANCE)


def test_a_lapsed_clearance_does_not_sign_a_paper_report(alice: User, chi: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-02"):
        report = cleared(f.written(f.commune(), by=alice), chi)
        report = sending.recall_report(report=report, by=alice).report
        with pytest.raises(Refused):
            sent(report, bob)
        assert sent(report, bob, f.CLEARANCE).on_paper


def test_only_what_was_checked_and_is_complete_is_cleared(alice: User, chi: User) -> None:
    with f.on("2018-10-02"):
        report = f.started(f.commune(), by=alice)
        with pytest.raises(Refused):
            cleared(report, chi)
        checked = f.checked(report)
        content, version = f.full_content(report), report.draft_version
        report = drafting.save_draft(report=report, content=content, version=version, by=alice)
        with pytest.raises(Overtaken):
            sending.clear_report(report=report, checked=checked, by=chi)
        assert cleared(report, chi).state == ReportState.CLEARED


def test_a_leader_of_another_commune_clears_nothing_here(alice: User) -> None:
    other = f.person("Chi", Role.COMMUNE_LEADER, f.commune("song-khe"))
    with f.on("2018-10-02"), pytest.raises(Refused):
        cleared(f.written(f.commune(), by=alice), other)


def test_where_the_plan_does_not_ask_the_sender_says_who_cleared_it(alice: User) -> None:
    Plan.objects.update(clearance_required=False)
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice)
        for clearance in (
            None,
            Clearance("", "Chủ tịch", date(2018, 10, 1)),
            Clearance("An", "", date(2018, 10, 1)),
        ):
            with pytest.raises(Refused):
                sent(report, alice, clearance)
        assert sent(report, alice, f.CLEARANCE).reported_by == f"{f.CLEARANCE.name}, {f.CLEARANCE.title}"
