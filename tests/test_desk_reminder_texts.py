"""The ready texts that reviewers copy: word for word what offices write, nobody reminded who need not be."""

from __future__ import annotations

from datetime import date

import pytest

from communes.actions import reviewing
from communes.actions.periods import grant_extension
from communes.models import Commune
from tests import factories as f
from tests.city import DAY, page

pytestmark = pytest.mark.django_db
DESK = "/lam-viec/"
THREE = ("da-mai", "song-khe", "tan-my")


def send_all_but(*missing: str) -> None:
    """Let every other commune send its report."""
    f.plan_loaded()
    for place in Commune.objects.filter(valid_to__isnull=False).exclude(slug__in=missing):
        with f.on("2018-10-02"):
            f.submitted(place, by=f.officer(place))


def test_the_group_is_told_who_is_missing_and_until_when() -> None:
    send_all_but(*THREE)
    assert (
        "Phòng Lao động - Thương binh và Xã hội thành phố thông báo: đến 09:00 ngày 03/10/2018 còn 03 đơn vị "
        "chưa gửi báo cáo quý III/2018 thực hiện Kế hoạch 125/KH-UBND: phường Đa Mai; các xã: Song Khê, "
        "Tân Mỹ. Hạn gửi: thứ Sáu, ngày 05/10/2018. Đề nghị UBND các xã, phường hoàn thành đúng hạn. "
        "Trường hợp không phát sinh, đề nghị gửi báo cáo không phát sinh. "
        "Địa chỉ: https://portal.example.vn"
    ) in page(f.reviewer(), DESK)


def test_after_the_due_date_nobody_is_asked_to_be_in_time() -> None:
    text = page(f.reviewer(), DESK, "2018-10-08")
    assert "Báo cáo đã quá hạn gửi: thứ Sáu, ngày 05/10/2018." in text
    assert "hoàn thành đúng hạn" not in text


def test_who_was_given_more_time_is_not_among_them() -> None:
    with f.on(DAY):
        until = date(2018, 10, 12)
        grant_extension(
            commune=f.commune(), period=f.period(), until=until, reason="Mưa lũ.", by=f.reviewer()
        )
    text = page(f.reviewer(), DESK)
    assert "còn 15 đơn vị chưa gửi báo cáo quý III/2018" in text
    reminder = text[text.index('id="reminder"') :]
    assert "Đa Mai" not in reminder


def test_a_returned_report_has_a_text_of_its_own() -> None:
    with f.on(DAY):
        sent = f.submitted(f.commune(), by=f.officer())
        reviewing.return_submission(submission=sent, by=f.reviewer(), comment="TT02 cần giải trình.")
    assert (
        "Báo cáo quý III/2018 của phường Đa Mai được trả lại ngày 03/10/2018 để chỉnh lý, bổ sung: TT02 cần "
        "giải trình. Đề nghị gửi lại trước ngày 05/10/2018."
    ) in page(f.reviewer(), DESK)


def test_before_the_cut_off_nobody_is_chased() -> None:
    assert "Nội dung đôn đốc" not in page(f.reviewer(), DESK, "2016-12-20")
