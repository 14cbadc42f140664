"""What a sending freezes, what it asks for, and which sending is decided on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from communes import answers
from communes.actions import drafting, reviewing, sending
from communes.actions.numbering import number_report
from communes.answers import Answer
from communes.models import Report, Submission, User
from communes.queries.drafts import draft_answers
from communes.refusals import Overtaken, Refused
from communes.vocabulary import ReportKind
from plans.queries import version_of
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice() -> User:
    return f.officer()


def sent(report: Report, by: User) -> Submission:
    checked = f.checked(report)
    return sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=by)


def saved(report: Report, by: User, **changed: int) -> Report:
    report.refresh_from_db()
    content = f.full_content(report, **changed)
    return drafting.save_draft(report=report, content=content, version=report.draft_version, by=by)


def test_a_sending_keeps_what_it_said_whatever_is_typed_afterwards(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-02"):
        submission = f.submitted(f.commune(), by=alice, LD01=3)
        reviewing.return_submission(submission=submission, by=bob, comment="LD01")
        second = sent(saved(submission.report, alice, LD01=4), alice)
    kept = {s.number: answers.read(s.answers).answers["LD01"].value for s in second.report.submissions.all()}
    assert kept == {1: 3, 2: 4}
    assert all(answers.checksum(s.answers) == s.checksum for s in second.report.submissions.all())
    assert len({s.reference for s in second.report.submissions.all()}) == 2


@pytest.mark.parametrize("hole", [Answer("LD01"), Answer("LD01", Decimal(3), confirmed=False)])
def test_nothing_is_sent_while_an_answer_is_missing_or_waits_to_be_confirmed(
    hole: Answer, alice: User
) -> None:
    with f.on("2018-10-02"):
        report = f.started(f.commune(), by=alice)
        full = f.full_content(report)
        content = replace(full, answers={**full.answers, "LD01": hole})
        report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=alice)
        with pytest.raises(Refused):
            sent(report, alice)
    assert not Submission.objects.exists()


def test_a_draft_changed_after_the_check_is_not_sent(alice: User) -> None:
    with f.on("2018-10-02"):
        report = f.written(f.commune(), by=alice, LD01=3)
        checked = f.checked(report)
        saved(report, alice, LD01=4)
        with pytest.raises(Overtaken):
            sending.submit_report(report=report, checked=checked, clearance=f.CLEARANCE, by=alice)
    assert not Submission.objects.exists()


def test_a_sending_that_a_newer_one_replaced_is_neither_accepted_nor_returned(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-02"):
        first = f.submitted(f.commune(), by=alice)
        reviewing.return_submission(submission=first, by=bob, comment="LD01")
        second = sent(saved(first.report, alice, LD01=4), alice)
        with pytest.raises(Overtaken):
            reviewing.accept_submission(submission=first, by=bob)
        with pytest.raises(Overtaken):
            reviewing.return_submission(submission=first, by=bob, comment="LD01")
        reviewing.accept_submission(submission=second, by=bob)


def test_who_is_officer_and_reviewer_at_once_does_not_accept_their_own_report() -> None:
    """Two roles of one person do not add up to deciding on oneself."""
    place = f.commune()
    both, other = f.reviewer(), f.officer(place)
    other.memberships.update(user=both)
    both = User.objects.get(pk=both.pk)
    with f.on("2018-10-02"):
        submission = f.submitted(place, by=both)
        assert not submission.on_paper
        with pytest.raises(Refused):
            reviewing.accept_submission(submission=submission, by=both)


def test_nothing_to_report_is_frozen_as_such_and_one_figure_makes_it_ordinary(alice: User) -> None:
    with f.on("2018-10-02"):
        report = f.started(f.commune(), by=alice)
        report = drafting.fill_nil(report=report, measure=None, version=report.draft_version, by=alice)
        assert report.kind == ReportKind.NIL
        zeros = {code: 0 for code, answer in draft_answers(report).items() if answer.value == 0}
        report = saved(report, alice, **zeros)
        assert sent(report, alice).kind == ReportKind.NIL
        other = f.started(f.commune("song-khe"), by=f.officer(f.commune("song-khe")))
        by = f.officer(f.commune("song-khe"))
        other = drafting.fill_nil(report=other, measure=None, version=other.draft_version, by=by)
        assert sent(saved(other, by, **{**zeros, "LD01": 1}), by).kind == ReportKind.ORDINARY


def test_after_reopening_a_replacement_is_sent(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-02"):
        report = f.accepted(f.commune(), by=alice, reviewer=bob).report
        reviewing.reopen_report(report=report, by=bob, comment="LD01")
        replacement = sent(saved(report, alice, LD01=4), alice)
    assert (replacement.number, replacement.kind) == (2, ReportKind.REPLACEMENT)


def test_the_clerks_number_is_added_without_a_new_sending_or_version(alice: User) -> None:
    with f.on("2018-10-02"):
        submission = f.submitted(f.commune(), by=alice)
        version = version_of(f.plan_loaded())
        number = partial(number_report, report=submission.report, document_number="45/BC-UBND")
        number = partial(number, document_date=date(2018, 10, 2), signer="An", signer_title="Chủ tịch")
        report = number(by=alice)
        with pytest.raises(Refused):
            number(by=f.stranger())
    assert report.document_number == "45/BC-UBND"
    assert version_of(f.plan_loaded()) == version
    assert list(report.submissions.all()) == [submission]
