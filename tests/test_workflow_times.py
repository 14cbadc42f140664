"""When a report may be begun, sent and decided on: not before its day, and not anew in a closed period."""

from __future__ import annotations

import pytest

from communes.actions import reviewing, sending
from communes.actions.periods import close_period
from communes.models import Report, Submission
from communes.refusals import Refused
from communes.vocabulary import ReportState
from plans.models import Participation
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_a_report_is_begun_on_the_first_day_of_its_period_and_not_before() -> None:
    alice = f.officer()
    with f.on("2018-06-30", hour=23, minute=59), pytest.raises(Refused):
        f.started(f.commune(), by=alice)
    assert not Report.objects.exists()
    with f.on("2018-07-01", hour=0):
        assert f.started(f.commune(), by=alice).state == ReportState.DRAFT


def test_a_report_is_written_but_not_sent_until_the_cut_off_is_over() -> None:
    alice = f.officer()
    with f.on("2018-09-30", hour=23, minute=59):
        report = f.written(f.commune(), by=alice)
        with pytest.raises(Refused):
            sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
    assert not Submission.objects.exists()
    with f.on("2018-10-01", hour=0):
        sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
    assert Submission.objects.count() == 1


def test_a_paper_report_waits_for_the_cut_off_too() -> None:
    with f.on("2018-09-30"), pytest.raises(Refused):
        f.submitted(f.commune(), by=f.reviewer())


def test_no_report_is_begun_in_a_closed_period() -> None:
    alice, bob = f.officer(), f.reviewer()
    with f.on("2018-10-02"):
        close_period(period=f.period(), comment="Đã tổng hợp.", by=bob)
        with pytest.raises(Refused):
            f.started(f.commune(), by=alice)
    assert not Report.objects.exists()


def test_what_was_sent_before_the_closing_is_still_decided_on() -> None:
    alice, bob = f.officer(), f.reviewer()
    with f.on("2018-10-02"):
        submission = f.submitted(f.commune(), by=alice)
        close_period(period=f.period(), comment="Đã tổng hợp.", by=bob)
        report = reviewing.return_submission(submission=submission, by=bob, comment="LD01").report
        with pytest.raises(Refused):
            sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(
    ("part", "key"), [({"from_period": "2018-Q4"}, "2018-Q3"), ({"to_period": "2018-Q2"}, "2018-Q3")]
)
def test_a_commune_that_does_not_take_part_then_owes_and_begins_nothing(
    part: dict[str, str], key: str
) -> None:
    place = f.commune()
    Participation.objects.filter(commune=place).update(**part)
    with f.on("2018-10-02"), pytest.raises(Refused):
        f.started(place, key, by=f.officer(place))


def test_a_unit_of_2025_begins_no_report_of_a_plan_it_never_was_part_of() -> None:
    place = f.commune("da-mai-2025")
    with f.on("2018-10-02"), pytest.raises(Refused):
        f.started(place, by=f.officer(place))
