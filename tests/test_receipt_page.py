"""The receipt: reference, checksum, when, by whom, in time or late; of each sending, at any later time."""

from __future__ import annotations

import pytest

from communes.actions.reviewing import accept_submission, return_submission
from communes.models import Submission, User
from tests import factories as f
from tests.factories_reports import address, signed_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice() -> User:
    return f.officer(f.commune())


def receipt(user: User, submission: Submission, number: int = 1) -> str:
    """The words of a receipt."""
    return text_of(signed_in(user).get(address("receipt", submission.report, number)).content)


def test_it_says_what_the_city_has_and_since_when(alice: User) -> None:
    with f.on("2018-10-05", 15, 32):
        submission = f.submitted(f.commune(), by=alice)
        words = receipt(alice, submission)
    assert "đã được ghi nhận lúc 15:32, thứ Sáu, 05/10/2018" in words
    assert submission.reference in words
    assert submission.checksum in words.replace(" ", "")
    assert "Gửi đúng hạn" in words
    assert "35/35 chỉ tiêu bắt buộc; 12 chỉ tiêu nếu có" in words
    assert "Nguyễn Văn An, Phó Chủ tịch, 01/10/2018" in words
    assert "Ủy ban nhân dân phường Đa Mai" in words


def test_a_late_one_says_by_how_many_working_days(alice: User) -> None:
    with f.on("2018-10-09"):
        words = receipt(alice, f.submitted(f.commune(), by=alice))
    assert "Muộn 02 ngày làm việc" in words


def test_each_sending_keeps_its_receipt_and_the_first_decides_whether_it_was_late(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-02"):
        first = f.submitted(f.commune(), by=alice)
        return_submission(submission=first, by=bob, comment="LD01")
    with f.on("2018-10-12"):
        second = f.submitted(f.commune(), by=alice, LD01=4)
        one, two = receipt(alice, first, 1), receipt(alice, second, 2)
    assert first.reference in one
    assert "báo cáo đã được gửi lại sau lần này" in one
    assert second.reference in two
    assert "Gửi đúng hạn" in two
    assert first.checksum in one.replace(" ", "")


def test_the_city_reads_it_and_a_stranger_does_not(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-02"):
        submission = f.submitted(f.commune(), by=alice)
        assert submission.reference in receipt(bob, submission)
        stranger = signed_in(f.stranger()).get(address("receipt", submission.report, 1))
    assert stranger.status_code == 404


def test_what_comes_next_is_said_only_while_it_waits(alice: User) -> None:
    bob = f.reviewer()
    with f.on("2018-10-02"):
        submission = f.submitted(f.commune(), by=alice)
        waiting = receipt(alice, submission)
        accept_submission(submission=submission, by=bob)
        accepted = receipt(alice, submission)
    assert "Việc tiếp theo" in waiting
    assert "Việc tiếp theo" not in accepted
    assert "Đã chấp nhận" in accepted
