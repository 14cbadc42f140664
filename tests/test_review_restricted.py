"""Restricted figures: the commune's own people see them; others ask for them, and that is recorded."""

from __future__ import annotations

import pytest

from bg_portal.audit.models import Event
from communes.actions import drafting, reviewing, sending
from communes.models import User
from communes.roles import Role
from tests import factories as f
from tests.city import DAY, address, browser, page, words

pytestmark = pytest.mark.django_db
SECRET = "4321"


def sent() -> User:
    alice = f.officer()
    with f.on(DAY):
        f.submitted(f.commune(), by=alice, MB02=int(SECRET))
    return alice


def asked(by: User) -> list[Event]:
    return list(Event.objects.filter(kind="restricted.seen", actor_id=by.pk))


def test_the_commune_s_own_people_see_their_figures() -> None:
    alice = sent()
    text = page(alice, address("report", f.commune()))
    assert "4.321" in text
    assert "Xem số liệu hạn chế công bố" not in text
    assert not asked(alice)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.LEADER, Role.INSPECTOR])
def test_everybody_else_asks_for_them_and_it_is_recorded(role: Role) -> None:
    sent()
    reader = f.person("Minh", role)
    text = page(reader, address("report", f.commune()))
    assert "4.321" not in text
    assert "đang ẩn" in text
    with f.on(DAY):
        response = browser(reader).post(address("restricted", f.commune()) + "?lan=1")
    assert "4.321" in words(response)
    (event,) = asked(reader)
    assert event.data == {"scope": "1"}


def test_who_may_not_read_the_report_asks_in_vain() -> None:
    sent()
    for who in (f.stranger(), f.person("Ad", Role.ADMINISTRATOR)):
        with f.on(DAY):
            assert browser(who).post(address("restricted", f.commune())).status_code == 404
        assert not asked(who)


def test_looking_is_a_post_and_never_a_get() -> None:
    sent()
    with f.on(DAY):
        assert browser(f.reviewer()).get(address("restricted", f.commune())).status_code == 405


def test_corrections_hide_them_too() -> None:
    alice, bob = f.officer(), f.reviewer()
    with f.on(DAY):
        report = f.accepted(f.commune(), by=alice, reviewer=bob, MB02=int(SECRET)).report
        reviewing.reopen_report(report=report, by=bob, comment="Chỉnh lý MB02.")
        report.refresh_from_db()
        content = f.full_content(report, MB02=4322)
        report = drafting.save_draft(report=report, content=content, version=report.draft_version, by=alice)
        sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
    text = page(bob, address("report", f.commune()))
    assert "Thuyết minh nội dung chỉnh lý" in text
    assert "4.321" not in text
    assert "4.322" not in text
