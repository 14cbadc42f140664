"""The desk of those who write and clear: what waits, until when, what it lacks."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from communes.actions import reviewing
from communes.actions.periods import grant_extension
from communes.models import Membership
from communes.roles import Role
from plans.models import Plan
from tests import factories as f
from tests.city import DAY, address, browser, page

pytestmark = pytest.mark.django_db
DESK = "/lam-viec/"


def test_a_report_not_begun_says_until_when_and_offers_to_begin() -> None:
    text = page(f.officer(), DESK)
    assert "Hạn gửi: thứ Sáu, 05/10/2018, còn 02 ngày làm việc" in text
    assert f'action="{address("report-start", f.commune())}"' in text
    assert "Chưa lập" in text


def test_an_overdue_report_says_by_how_many_working_days() -> None:
    text = page(f.officer(), DESK, "2018-10-12")
    assert "Hạn gửi: thứ Sáu, 05/10/2018, quá hạn 05 ngày làm việc" in text


def test_the_due_day_itself_lasts_until_midnight() -> None:
    assert "hôm nay, đến 24:00" in page(f.officer(), DESK, "2018-10-05", 23)


def test_an_extension_moves_the_due_date_on_the_desk() -> None:
    with f.on(DAY):
        until = date(2018, 10, 12)
        grant_extension(
            commune=f.commune(), period=f.period(), until=until, reason="Mưa lũ.", by=f.reviewer()
        )
    assert "Hạn gửi: thứ Sáu, 12/10/2018" in page(f.officer(), DESK)


def test_a_returned_report_shows_the_reason_and_leads_to_the_form() -> None:
    alice = f.officer()
    with f.on(DAY):
        sent = f.submitted(f.commune(), by=alice)
        reviewing.return_submission(submission=sent, by=f.reviewer(), comment="TT02 cần giải trình.")
    text = page(alice, DESK)
    assert "TT02 cần giải trình." in text
    assert address("report-edit", f.commune()) in text


def test_a_sent_report_lacks_its_document_number_until_it_is_entered() -> None:
    alice = f.officer()
    with f.on(DAY):
        report = f.submitted(f.commune(), by=alice).report
    reminder = "Chưa cập nhật số văn bản: báo cáo quý III/2018"
    assert reminder in page(alice, DESK)
    report.document_number = "45/BC-UBND"
    report.save()
    assert reminder not in page(alice, DESK)


def test_an_earlier_report_that_was_never_sent_still_waits() -> None:
    text = page(f.officer(), DESK)
    assert "Báo cáo quý II/2018" in text
    assert "quá hạn" in text


def test_the_leader_clears_where_the_plan_asks_for_it() -> None:
    alice = f.officer()
    leader = f.person("Chi", Role.COMMUNE_LEADER, f.commune())
    with f.on(DAY):
        f.written(f.commune(), by=alice)
    clearing = "Kiểm tra và duyệt"
    assert clearing not in page(leader, DESK)
    Plan.objects.update(clearance_required=True)
    assert clearing in page(leader, DESK)
    assert clearing not in page(alice, DESK)


def test_an_officer_of_two_communes_has_both_and_one_main_button() -> None:
    alice = f.officer()
    Membership.objects.create(
        user=alice,
        role=Role.OFFICER.value,
        commune=f.commune("song-khe"),
        starts_on=date(2016, 11, 7),
        granted_at=alice.memberships.get().granted_at,
    )
    text = page(alice, DESK)
    assert "Phường Đa Mai" in text
    assert "Xã Song Khê" in text
    assert text.count("button--main") == 1


def test_the_administrator_finds_people_and_no_reports() -> None:
    text = page(f.person("Lan", Role.ADMINISTRATOR), DESK)
    assert reverse("people") in text
    assert "Báo cáo chờ xem xét" not in text


def test_only_reading_is_answered_here() -> None:
    with f.on(DAY):
        assert browser(f.officer()).post(DESK).status_code == 405
