"""Nobody accepts what they wrote, be it a figure, the words, or the sending."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communes.actions import drafting, reviewing, sending
from communes.refusals import Refused
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_a_reviewer_who_saved_the_words_of_a_draft_does_not_accept_it() -> None:
    place, alice, bob = f.commune(), f.officer(), f.reviewer()
    with f.on("2018-10-02"):
        report = f.written(place, by=alice)
        content = replace(f.full_content(report), limitations="Kinh phí còn hạn chế.")
        report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=bob)
        sent = sending.submit_report(
            report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice
        )
        with pytest.raises(Refused):
            reviewing.accept_submission(submission=sent, by=bob)
        reviewing.accept_submission(submission=sent, by=f.reviewer())


def test_nor_does_who_changed_only_words_before_somebody_else_saved_last() -> None:
    place, alice, bob = f.commune(), f.officer(), f.reviewer()
    with f.on("2018-10-02"):
        report = f.written(place, by=alice)
        worded = replace(f.full_content(report), limitations="Kinh phí còn hạn chế.")
        report = drafting.save_draft(report=report, content=worded, version=report.draft_version, by=bob)
        again = replace(worded, next_tasks="Tiếp tục tuyên truyền.")
        report = drafting.save_draft(report=report, content=again, version=report.draft_version, by=alice)
        sent = sending.submit_report(
            report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice
        )
        with pytest.raises(Refused):
            reviewing.accept_submission(submission=sent, by=bob)


def test_a_report_entered_from_paper_is_marked_and_recorded() -> None:
    bob = f.reviewer()
    with f.on("2018-10-02"):
        sent = f.submitted(f.commune(), by=bob)
    assert sent.on_paper
    assert sent.entered_by == bob
