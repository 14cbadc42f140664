"""Two who send at the same moment: one submission; the other gets its receipt or is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from bg_portal import audit
from communes.actions import reviewing, sending
from communes.actions.sending import Clearance
from communes.models import Passage, Report, Submission, User
from communes.refusals import Overtaken, Refused
from communes.vocabulary import MoveName, ReportState
from tests import factories as f
from tests.races import at_once, one_and_told

pytestmark = pytest.mark.django_db(transaction=True)
SLUGS = ("da-mai", "song-khe")


def send(report: Report, by: User, clearance: Clearance = f.CLEARANCE) -> Callable[[], Submission]:
    """The sending of the report as its check page shows it now, to be done at once with others."""
    checked = f.checked(report)
    return partial(sending.submit_report, report=report, checked=checked, clearance=clearance, by=by)


def moves(report: Report) -> list[str]:
    return list(Passage.objects.filter(report=report).values_list("move", flat=True))


def test_the_same_report_sent_twice_at_once_is_one_submission_with_one_receipt() -> None:
    for place in map(f.commune, SLUGS):
        alice, ann = f.officer(place), f.officer(place)
        with f.on("2018-10-02"):
            report = f.written(place, by=alice)
            one, other = at_once(send(report, alice), send(report, ann))
        assert not isinstance(one, Refused)
        assert one == other == Submission.objects.get(report=report)
        assert moves(report) == ["submit"]
    assert audit.verify() is None


def test_of_two_different_sendings_at_once_one_arrives_and_the_other_is_told() -> None:
    for place in map(f.commune, SLUGS):
        alice, signed = f.officer(place), replace(f.CLEARANCE, name="Trần Thị Bình")
        with f.on("2018-10-02"):
            report = f.written(place, by=alice)
            results = at_once(send(report, alice), send(report, alice, signed))
        won, _told = one_and_told(results, Overtaken)
        assert list(Submission.objects.filter(report=report)) == [won]
        assert moves(report) == ["submit"]


def test_a_report_sent_again_while_it_is_returned_stays_returned() -> None:
    """Whoever is first, the return stands, and the second click never sends over it."""
    for place in map(f.commune, SLUGS):
        alice, bob = f.officer(place), f.reviewer()
        with f.on("2018-10-02"):
            report = f.written(place, by=alice)
            sending_again = send(report, alice)
            sent = sending_again()
            returning = partial(reviewing.return_submission, submission=sent, by=bob, comment="LD01")
            again, returned = at_once(sending_again, returning)
        assert again == sent or isinstance(again, Overtaken)
        assert isinstance(returned, Passage)
        report.refresh_from_db()
        assert report.state == ReportState.RETURNED
        assert moves(report) == [MoveName.SUBMIT, MoveName.RETURN]
        assert Submission.objects.filter(report=report).count() == 1


def test_a_second_click_after_the_return_is_told_and_a_new_check_lets_it_through() -> None:
    place = f.commune()
    alice, bob = f.officer(place), f.reviewer()
    with f.on("2018-10-02"):
        report = f.written(place, by=alice)
        sending_again = send(report, alice)
        reviewing.return_submission(submission=sending_again(), by=bob, comment="LD01")
        with pytest.raises(Overtaken):
            sending_again()
        assert send(report, alice)().number == 2
