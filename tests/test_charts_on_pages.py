"""Charts on the public pages: their marks are the numbers of the tables beside them, and nothing more."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from communes.actions import drafting, reviewing, sending
from tests import factories as f
from tests.charts import column, of_kind, pictures, scale_of, share
from tests.crowd import reported_by_all
from tests.histories import undone

pytestmark = pytest.mark.django_db
PLAN = "/ke-hoach/125-kh-ubnd/"
OBJECTIVE, AMOUNT, SENSITIVE = f"{PLAN}muc-tieu/MT1/", f"{PLAN}chi-tieu/TT02/", f"{PLAN}chi-tieu/SK01/"
QUARTERS = 17
CORRECTED = 6
"""Where quarter II/2018 stands under the axis."""


def told() -> None:
    """Everybody reports for two quarters, of the third only two; one number is corrected after acceptance."""
    bob = f.reviewer()
    f.accepted(f.commune(), "2018-Q1", by=f.officer(), reviewer=bob, TT02=260)
    alice = f.officer(f.commune("le-loi"))
    f.accepted(f.commune("le-loi"), "2018-Q2", by=alice, reviewer=bob, TT02=90, SK01=7)
    report = f.commune("le-loi").reports.get(period=f.period("2018-Q2"))
    reviewing.reopen_report(report=report, by=bob, comment="Số liệu chưa đúng.")
    report.refresh_from_db()
    content = f.full_content(report, TT02=95, SK01=7)
    drafting.save_draft(report=report, content=content, version=report.draft_version, by=alice)
    report.refresh_from_db()
    again = sending.submit_report(report=report, checked=f.checked(report), clearance=f.CLEARANCE, by=alice)
    reviewing.accept_submission(submission=again, by=bob)
    for key in ("2018-Q1", "2018-Q2"):
        reported_by_all(key, by=bob, accepted=True)
    for slug in ("da-mai", "le-loi"):
        place = f.commune(slug)
        f.accepted(place, "2018-Q3", by=f.officer(place), reviewer=bob, TT02=120)


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker: Any) -> dict[str, str]:
    """The pages as a visitor gets them."""
    with django_db_blocker.unblock(), f.on("2018-10-02"), undone():
        told()
        client, found = Client(), {}
        for address in (OBJECTIVE, AMOUNT, SENSITIVE, f"{PLAN}chi-tieu/MB01/", "/", f"{AMOUNT}?ky=2018-Q2"):
            answer = client.get(address)
            assert answer.status_code == 200, address
            found[address] = unescape(" ".join(answer.content.decode().split()))
    return found


def number(text: str) -> Decimal:
    return Decimal(text.strip("≥% ").replace(".", "").replace(",", "."))


def ends(text: str) -> list[Decimal]:
    """A number twice, a range, or the least of what is open."""
    found = [number(part) for part in text.split(" - ")]
    return found if len(found) == 2 or "≥" in text else found * 2


def rows_of(html: str, caption: str) -> dict[str, str]:
    """The first two columns of the table with that caption, as words."""
    table = html[html.index(f">{caption}</caption>") :].split("</table>", 1)[0]
    cells = re.findall(r"<th scope=\"row\">(.*?)</th> ?<td[^>]*>(.*?)</td>", table)
    return {plain(head): plain(cell) for head, cell in cells}


def plain(html: str) -> str:
    return re.sub(r"\(\d+/\d+\)|<[^>]+>", "", html).strip()


def place_of(label: str) -> int:
    """Where a quarter stands under the axis: "Quý II/2018" is the seventh column."""
    roman, year = label.removeprefix("Quý ").split("/")
    return (int(year) - 2017) * 4 + ("I", "II", "III", "IV").index(roman) + 1


def check_course(picture: Element, rows: dict[str, str]) -> None:
    """Every row of the table is drawn as it says, and nothing else is drawn."""
    scale = scale_of(picture)
    dots = {column(d.attrib["cx"], QUARTERS): d for d in of_kind(picture, "dot", "mended")}
    ranges = {column(s.attrib["x1"], QUARTERS): s for s in of_kind(picture, "range", "least")}
    drawn = {}
    for label, words in rows.items():
        if not any(sign.isdigit() for sign in words) or words == "0 - 100%":
            continue
        drawn[place_of(label)] = known = ends(words)
        if known[0] == known[-1] and len(known) == 2:
            heights, wanted = [dots[place_of(label)].attrib["cy"]], known[:1]
        else:
            stroke = ranges[place_of(label)]
            heights, wanted = [stroke.attrib["y1"], stroke.attrib["y2"]][: len(known)], known
        for y, amount in zip(heights, wanted, strict=True):
            assert abs(scale.amount(y) - amount) * scale.unit < Decimal("0.05"), (label, words)
    assert sorted(dots | ranges) == sorted(drawn)


def test_the_course_of_an_objective_is_its_table(pages: dict[str, str]) -> None:
    html = pages[OBJECTIVE]
    rows = rows_of(html, "Xã, phường lồng ghép và tổ chức thực hiện, theo kỳ báo cáo")
    assert len(rows) == 8
    check_course(pictures(html)[0], rows)


def test_home_draws_the_same_course(pages: dict[str, str]) -> None:
    html = pages["/"]
    check_course(
        pictures(html)[0], rows_of(html, "Tỷ lệ xã, phường đáp ứng mục tiêu 1, qua 17 kỳ báo cáo (%)")
    )


def test_periods_without_data_are_hatched_and_those_to_come_are_empty(pages: dict[str, str]) -> None:
    gaps = of_kind(pictures(pages[OBJECTIVE])[0], "gap")
    assert [round(share(gap.attrib["x"]) * QUARTERS) for gap in gaps] == [0, 1, 2, 3, 4]


def test_a_corrected_number_is_an_open_dot(pages: dict[str, str]) -> None:
    mended = of_kind(pictures(pages[AMOUNT])[0], "mended")
    assert [column(dot.attrib["cx"], QUARTERS) for dot in mended] == [CORRECTED]
    assert "Số liệu chỉnh lý" in pages[AMOUNT]
    assert not of_kind(pictures(pages[OBJECTIVE])[0], "mended")


def test_the_course_of_an_indicator_is_its_table(pages: dict[str, str]) -> None:
    for address in (AMOUNT, SENSITIVE):
        html = pages[address]
        caption = re.findall(r">([^<>]*theo kỳ báo cáo)</caption>", html)[0]
        check_course(pictures(html)[0], rows_of(html, caption))


def test_bars_are_the_communes_of_the_table_from_the_largest(pages: dict[str, str]) -> None:
    html = pages[f"{AMOUNT}?ky=2018-Q2"]
    picture = next(one for one in pictures(html) if of_kind(one, "median"))
    words = [label.text or "" for label in of_kind(picture, "word", "value")]
    bars = dict(zip(words[0:-1:2], words[1:-1:2], strict=True))
    table = rows_of(html, re.findall(r">([^<>]*: xã, phường, quý II/2018)</caption>", html)[0])
    assert {name: text for name, text in table.items() if name in bars} == bars
    assert len(bars) == 16
    assert [number(text) for text in bars.values()] == [*[180] * 15, 95]
    widths = [share(box.attrib["width"]) for box in of_kind(picture, "good")]
    assert [round(width / widths[0] * 180) for width in widths] == [*[180] * 15, 95]


def test_sensitive_numbers_are_drawn_as_ranges_and_in_no_order(pages: dict[str, str]) -> None:
    html = pages[SENSITIVE]
    assert not [one for one in pictures(html) if of_kind(one, "median")]
    assert of_kind(pictures(html)[0], "range")
    assert 'class="multiples"' in html


def test_what_is_restricted_has_no_chart_and_no_map(pages: dict[str, str]) -> None:
    html = pages[f"{PLAN}chi-tieu/MB01/"]
    assert pictures(html) == []
    assert 'class="tiles"' not in html
    assert 'class="multiples"' not in html
