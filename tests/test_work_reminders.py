"""Reminders of reports that are due: at three and one working days, and just after; each of them once."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from bg_portal.outbox.models import Message
from communes.actions.periods import close_period, grant_extension
from communes.reminders import put_reminders
from tests import factories as f

pytestmark = pytest.mark.django_db


def reminders() -> list[Message]:
    return list(Message.objects.filter(key__startswith="reminder:").order_by("pk"))


def put(day: str) -> int:
    """Put the reminders of a day; how many mails that made."""
    before = len(reminders())
    with f.on(day):
        put_reminders()
    return len(reminders()) - before


@pytest.mark.parametrize(
    ("day", "mails"),
    [
        ("2018-09-30", 0),  # the cut-off itself: nothing can be sent yet
        ("2018-10-01", 0),  # a Monday, four working days before
        ("2018-10-02", 1),
        ("2018-10-05", 1),
        ("2018-10-08", 1),  # the first working day after
        ("2018-10-10", 1),
        ("2018-10-11", 0),  # later, mails no longer help
    ],
)
def test_on_which_days_there_is_one(day: str, mails: int) -> None:
    f.officer()
    assert put(day) == mails


def test_a_whole_quarter_s_delay_makes_three_mails() -> None:
    f.officer()
    for number in range(1, 32):
        put(f"2018-10-{number:02}")
    kinds = Counter(message.key.split(":")[5] for message in reminders())
    assert kinds == {"early": 1, "soon": 1, "overdue": 1}


def test_it_says_what_is_due_when_and_where() -> None:
    alice = f.officer()
    put("2018-10-03")
    (message,) = reminders()
    assert message.to == alice.email
    assert message.subject == "KH 125: báo cáo quý III/2018, phường Đa Mai: còn 02 ngày làm việc"
    assert "Hạn gửi: thứ Sáu, 05/10/2018" in message.body
    assert "https://portal.example.vn/lam-viec/125-kh-ubnd/2018-Q3/da-mai/" in message.body


def test_who_reads_english_is_reminded_in_english() -> None:
    alice = f.officer()
    alice.language = "en"
    alice.save()
    put("2018-10-03")
    (message,) = reminders()
    assert message.subject.endswith("2 working days left")
    assert "/en/lam-viec/" in message.body


def test_who_has_sent_is_left_alone() -> None:
    alice = f.officer()
    with f.on("2018-10-02"):
        f.submitted(f.commune(), by=alice)
    assert put("2018-10-03") == 0


def test_a_closed_period_reminds_nobody() -> None:
    f.officer()
    with f.on("2018-10-02"):
        close_period(period=f.period(), comment="Đã tổng hợp.", by=f.reviewer())
    assert put("2018-10-03") == 0


def test_more_time_means_a_new_reminder() -> None:
    f.officer()
    assert put("2018-10-04") == 1
    with f.on("2018-10-04"):
        until = date(2018, 10, 12)
        grant_extension(commune=f.commune(), period=f.period(), until=until, reason="Mưa.", by=f.reviewer())
    assert put("2018-10-05") == 0
    assert put("2018-10-11") == 1
