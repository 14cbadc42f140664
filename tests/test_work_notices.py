"""The mail that each move puts into the outbox: to whose turn it is, in words, once."""

from __future__ import annotations

from datetime import date

import pytest

from bg_portal.outbox.models import Message
from communes.actions import figures, reviewing
from communes.actions.periods import grant_extension
from plans.models import Indicator
from tests import factories as f

pytestmark = pytest.mark.django_db
DAY = "2018-10-03"


def mails(to: str) -> list[Message]:
    return list(Message.objects.filter(to=to).order_by("pk"))


def test_a_sent_report_tells_reviewers_and_a_returned_one_its_officer_with_the_reason() -> None:
    alice, bob = f.officer(), f.reviewer()
    with f.on(DAY):
        sent = f.submitted(f.commune(), by=alice)
        reviewing.return_submission(submission=sent, by=bob, comment="TT02 cần giải trình.")
    (to_bob,), (to_alice,) = mails(bob.email), mails(alice.email)
    assert to_bob.subject.startswith("KH 125: báo cáo quý III/2018, phường Đa Mai:")
    assert "TT02 cần giải trình." in to_alice.body
    assert "https://portal.example.vn/lam-viec/125-kh-ubnd/2018-Q3/da-mai/" in to_alice.body


def test_an_extension_names_the_new_day_and_why() -> None:
    alice = f.officer()
    with f.on(DAY):
        until = date(2018, 10, 12)
        grant_extension(
            commune=f.commune(), period=f.period(), until=until, reason="Mưa lũ.", by=f.reviewer()
        )
    (mail,) = mails(alice.email)
    assert "gia hạn đến 24:00 thứ Sáu, 12/10/2018" in mail.body
    assert "Mưa lũ." in mail.body


def test_a_withdrawal_names_the_figure_and_not_its_value() -> None:
    alice, bob = f.officer(), f.reviewer()
    with f.on(DAY):
        report = f.accepted(f.commune(), by=alice, reviewer=bob, LD01=377).report
        indicator = Indicator.objects.get(code="LD01")
        figures.withdraw_figure(report=report, indicator=indicator, reason="Nhập nhầm.", by=bob)
    mail = mails(alice.email)[-1]
    assert "LD01" in mail.subject
    assert "377" not in mail.body


def test_an_english_page_of_the_actor_does_not_change_the_reader_s_address() -> None:
    alice, bob = f.officer(), f.reviewer()
    bob.language = "en"
    bob.save()
    with f.on(DAY):
        f.submitted(f.commune(), by=alice)
    (mail,) = mails(bob.email)
    assert "/en/lam-viec/" in mail.body
    assert "now stands at" in mail.body
