"""The city's desk: the queue oldest first, what went back, who is missing; only reviewers decide."""

from __future__ import annotations

import pytest
from django.urls import reverse

from communes.actions import reviewing
from communes.models import Submission, User
from communes.roles import Role
from tests import factories as f
from tests.city import DAY, address, page
from tests.crowd import many_more, reported_by_all

pytestmark = pytest.mark.django_db
DESK = "/lam-viec/"


def sent(slug: str, day: str, *, by: User | None = None) -> Submission:
    place = f.commune(slug)
    with f.on(day):
        return f.submitted(place, by=by or f.officer(place))


def test_the_queue_is_oldest_first() -> None:
    sent("le-loi", "2018-10-03")
    sent("da-mai", "2018-10-02")
    text = page(f.reviewer(), DESK, "2018-10-04")
    assert text.index("Phường Đa Mai, quý III/2018") < text.index("Phường Lê Lợi, quý III/2018")


def test_of_a_long_queue_the_first_are_shown_and_the_whole_number_is_told() -> None:
    many_more(10)
    with f.on("2018-10-03"):
        reported_by_all("2018-Q3", by=f.reviewer(), accepted=False)
    text = page(f.reviewer(), DESK)
    queue = text[text.index('id="queue"') : text.index('id="period"')]
    assert queue.count('<li class="task') == 20
    assert "20 báo cáo đầu trong tổng số 26" in queue
    assert f'href="{reverse("board", args=["125-kh-ubnd"])}"' in queue


def test_what_a_reviewer_entered_from_paper_waits_for_another() -> None:
    bob = f.reviewer()
    sent("da-mai", "2018-10-02", by=bob)
    heading = "Do tài khoản này nhập từ bản giấy"
    assert heading in page(bob, DESK)
    assert heading not in page(f.reviewer(), DESK)


def test_a_returned_report_stands_with_its_reason() -> None:
    submission = sent("da-mai", "2018-10-02")
    with f.on(DAY):
        reviewing.return_submission(submission=submission, by=f.reviewer(), comment="TT02 cần giải trình.")
    text = page(f.reviewer(), DESK)
    assert "Trả lại, đơn vị đang chỉnh lý" in text
    assert "TT02 cần giải trình." in text


def test_who_is_missing_is_named_by_kind() -> None:
    sent("da-mai", "2018-10-02")
    text = page(f.reviewer(), DESK)
    assert "các xã: Dĩnh Trì, Đồng Sơn, Song Khê, Song Mai, Tân Mỹ, Tân Tiến" in text
    assert "<strong>15</strong> chưa gửi" in text


def test_earlier_periods_still_missing_lead_to_their_boards() -> None:
    text = page(f.reviewer(), DESK)
    assert (
        f'<a href="{address("period-desk", key="2018-Q2")}">Quý II/2018: còn 16 đơn vị chưa gửi</a>' in text
    )


@pytest.mark.parametrize("role", [Role.LEADER, Role.INSPECTOR])
def test_leader_and_inspector_read_and_chase_nobody(role: Role) -> None:
    sent("da-mai", "2018-10-02")
    text = page(f.person("Minh", role), DESK)
    assert "Phường Đa Mai, quý III/2018" in text
    assert "Nội dung đôn đốc" not in text
    main = text[text.index("<main") :]
    assert "<form" not in main
