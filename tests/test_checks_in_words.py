"""A finding becomes a sentence with numbers, days and names as the reader's language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from bg_portal.periods import Quarter
from communes.checks import Finding, Level, Name, check, check_texts
from communes.finding_words import sentence
from tests.plan_values import THIRD, TODAY, history, numbers, past, plan

PLAN = plan()


def test_both_numbers_are_named_in_vietnamese() -> None:
    answers = numbers(TT01a=20, TT01b=0, TT02=1214, TT03=1260)
    (finding,) = check(PLAN, THIRD, answers, history(), today=TODAY)
    with translation.override("vi"):
        assert sentence(finding, PLAN) == (
            "Số này (1.260) lớn hơn tổng số lượt người dự (1.214). Kiểm tra lại một trong hai số."
        )


def test_the_same_in_english() -> None:
    answers = numbers(TT01a=20, TT01b=0, TT02=1214, TT03=1260)
    (finding,) = check(PLAN, THIRD, answers, history(), today=TODAY)
    with translation.override("en"):
        assert sentence(finding, PLAN) == (
            "This number (1,260) is greater than number TT02 (1,214). Check one number or the other."
        )


def test_a_jump_is_told_with_its_quarter() -> None:
    (finding,) = check(PLAN, THIRD, numbers(LD01=36), history(past("2018-Q2", LD01=12)), today=TODAY)
    with translation.override("vi"):
        assert sentence(finding, PLAN).startswith("Tăng gấp 3 lần quý II/2018 (từ 12 lên 36).")


@pytest.mark.parametrize(
    ("param", "vietnamese", "english"),
    [
        (Decimal("1234.50"), "1.234,5", "1,234.5"),
        (1000, "1.000", "1,000"),
        (date(2018, 9, 5), "05/09/2018", "05/09/2018"),
        (Quarter(2018, 2), "quý II/2018", "Q2 2018"),
        (Name("TT02"), "tổng số lượt người dự", "number TT02"),
        ("0987 654 321", "0987 654 321", "0987 654 321"),
    ],
)
def test_each_param_is_written_in_the_language(
    param: Decimal | int | date | Quarter | Name | str, vietnamese: str, english: str
) -> None:
    finding = Finding("TT03", Level.HINT, "%(x)s", {"x": param})
    with translation.override("vi"):
        assert sentence(finding, PLAN) == vietnamese
    with translation.override("en"):
        assert sentence(finding, PLAN) == english


def test_texts_of_the_report_are_found_at_their_place() -> None:
    findings = check_texts(
        accounts={3: "Liên hệ 0987.654.321", 1: "Đã triển khai."},
        limitations="Chị H. sinh năm 1990",
        next_tasks="",
        proposals=("Cấp tài liệu", "gửi về a@b.vn"),
    )
    assert [(f.place, f.level) for f in findings] == [
        ("account-3", Level.REFUSAL),
        ("limitations", Level.HINT),
        ("proposal-1", Level.REFUSAL),
    ]
    assert not any(finding.asks_why for finding in findings)
