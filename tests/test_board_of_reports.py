"""The board: every commune by every period for the city, the own row for a commune; totals count cells."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from communes.actions import reviewing
from communes.models import User
from communes.roles import Role
from tests import factories as f
from tests.city import browser, words
from tests.stage import Stage

pytestmark = pytest.mark.django_db
BOARD = "/lam-viec/bang-theo-doi/125-kh-ubnd/"
NAMES = ("Dĩnh Kế", "Đa Mai", "Lê Lợi", "Song Khê")


def seen(stage: Stage, who: str) -> str:
    return words(stage.client(who).get(reverse("board", args=["125-kh-ubnd"])))


def row(text: str, name: str) -> list[str]:
    """The cells of a commune's or total's row, as words."""
    found = next(part for part in text.split("<tr>") if re.search(rf'board__unit">{name}</th>', part))
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", found)]


def test_the_city_sees_all_sixteen_by_kind_in_vietnamese_order(stage: Stage) -> None:
    for who in ("reviewer", "leader", "inspector"):
        text = seen(stage, who)
        names = ["Các phường", "Dĩnh Kế", "Đa Mai", "Xương Giang", "Các xã", "Dĩnh Trì", "Tân Tiến"]
        places = [text.index(f">{name}<") for name in names]
        assert places == sorted(places)
        assert text.count('class="cell') == 16 * 17


def test_it_is_sorted_by_name_or_by_who_is_missing_or_late_on_request(stage: Stage) -> None:
    address, client = reverse("board", args=["125-kh-ubnd"]), stage.client("reviewer")
    own, name, least, most = (
        re.findall(r'board__unit">([^<]+)</th><td', words(client.get(f"{address}{query}")))
        for query in ("", "?xep=ten", "?xep=dung-han", "?xep=-dung-han")
    )
    assert own[:2] == ["Dĩnh Kế", "Đa Mai"]
    assert name[:3] == ["Dĩnh Kế", "Dĩnh Trì", "Đa Mai"]
    assert least == most == name, "nobody was in time, so nobody comes before another"
    with f.on("2018-10-02"):
        f.submitted(f.commune("song-khe"), "2018-Q3", by=f.officer(f.commune("song-khe")))
    with f.on("2018-10-08"):
        head = words(client.get(f"{address}?xep=-dung-han"))
    assert re.findall(r'board__unit">([^<]+)</th><td', head)[0] == "Song Khê"
    assert 'aria-sort="descending"' in head
    assert "Theo thứ tự chữ cái" in head
    assert "xep=" not in seen(stage, "officer")


def test_many_communes_stand_on_several_pages_under_the_totals_of_all(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communes.views.board.ON_A_PAGE", 10)
    address, client = reverse("board", args=["125-kh-ubnd"]), stage.client("reviewer")
    first, second = words(client.get(address)), words(client.get(f"{address}?trang=2"))
    assert (first.count('class="cell'), second.count('class="cell')) == (10 * 17, 6 * 17)
    assert "Trang 1/2" in first
    assert "Các phường" in first
    assert "Các phường" not in second
    assert row(first, "Đã gửi") == row(second, "Đã gửi")
    assert 'href="?xep=ten&trang=2"' in words(client.get(f"{address}?xep=ten"))


@pytest.mark.parametrize("who", ["officer", "commune leader"])
def test_a_commune_sees_its_own_row_and_nobody_elses(stage: Stage, who: str) -> None:
    text = seen(stage, who)
    assert text.count('class="cell') == 17
    assert [name for name in NAMES if f">{name}<" in text] == ["Đa Mai"]
    assert "<tfoot>" not in text


def test_a_row_tells_each_report_in_a_mark_and_few_words(stage: Stage) -> None:
    """On 02/10/2018: sent and accepted for I, sent for II, being written for III, and nothing closed yet."""
    cells = row(seen(stage, "reviewer"), "Đa Mai")
    assert cells[1] == "Không gửi"
    assert cells[4].startswith("Quá hạn ")
    assert cells[5].startswith("Muộn ")
    assert cells[6].startswith("Chờ xem xét, muộn ")
    assert cells[7] == "Đang soạn"
    assert cells[8] == "Chưa đến hạn"
    assert cells[17] == "0/7"


def test_what_went_back_is_said_before_everything_else(stage: Stage) -> None:
    officer, reviewer = stage.people["officer"], stage.people["reviewer"]
    assert isinstance(officer, User)
    assert isinstance(reviewer, User)
    report = f.commune().reports.get(period=f.period("2018-Q2"))
    sending = report.submissions.get()
    reviewing.return_submission(submission=sending, by=reviewer, comment="Thiếu số liệu.")
    accepted = f.commune().reports.get(period=f.period("2018-Q1"))
    reviewing.reopen_report(report=accepted, by=reviewer, comment="Số liệu chưa đúng.")
    cells = row(seen(stage, "reviewer"), "Đa Mai")
    assert cells[5:7] == ["Mở lại", "Trả lại"]


def test_the_totals_are_those_of_the_cells(stage: Stage) -> None:
    text = seen(stage, "leader")
    assert row(text, "Đã gửi")[:8] == ["0", "0", "0", "0", "0", "1", "1", "0"]
    assert row(text, "trong đó đúng hạn")[5:7] == ["0", "0"]
    assert row(text, "trong đó muộn")[5:7] == ["1", "1"]
    assert row(text, "Đã chấp nhận")[5:7] == ["1", "0"]


def test_a_report_in_time_is_in_order() -> None:
    place, bob = f.commune("le-loi"), f.reviewer()
    with f.on("2018-10-02"):
        f.accepted(place, by=f.officer(place), reviewer=bob)
        text = words(browser(bob).get(BOARD))
    assert row(text, "Lê Lợi")[7] == "Đúng hạn"
    assert row(text, "trong đó đúng hạn")[7] == "1"


def test_a_cell_opens_its_report_once_the_period_has_begun(stage: Stage) -> None:
    text = seen(stage, "inspector")
    assert 'href="/lam-viec/125-kh-ubnd/2018-Q3/da-mai/"' in text
    assert "/2020-Q1/da-mai/" not in text


def test_the_period_now_open_comes_first_as_a_list(stage: Stage) -> None:
    text = seen(stage, "reviewer")
    assert text.index("Kỳ đang nhận") < text.index("Các kỳ báo cáo")
    assert "Đang nhận: quý III/2018" in text
    assert "0/16 đơn vị đã gửi" in text


def test_who_works_in_no_commune_and_not_for_the_city_has_no_board() -> None:
    assert browser(f.person("Lan", Role.ADMINISTRATOR)).get(BOARD).status_code == 403
