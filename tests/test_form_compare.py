"""Beside each question, in one order: the last two accepted, the year so far, the same period, the target."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from bg_portal.pieces import Row
from communes.answers import Answer
from communes.models import Commune
from communes.presenting.compare import Comparison
from plans.document import PlanDocument, Target
from tests.plan_values import history, past, plan


def beside(document: PlanDocument, code: str) -> list[tuple[str, str]]:
    """The rows of one indicator in quarter III/2018."""
    known = history(
        past("2017-Q3", TT01a=9, TT01b=1, KT01=12, LD01=180),
        past("2018-Q1", TT01a=1, TT01b=2, KT01=14, LD01=175),
        past("2018-Q2", TT01a=3, TT01b=4, KT01=15, LD01=1196),
    )
    with translation.override("vi"):
        rows: list[Row] = Comparison(document, known, "2018-Q3", Commune(code="07201")).rows(
            document.indicator(code)
        )
        return [(str(row.term), str(row.value)) for row in rows]


def test_a_flow_has_its_year_with_how_many_periods_it_covers() -> None:
    assert beside(plan(), "LD01") == [
        ("Quý II/2018", "1.196"),
        ("Quý I/2018", "175"),
        ("Lũy kế từ đầu năm, đến quý II", "1.371 (2/2 kỳ)"),
        ("Cùng kỳ, quý III/2017", "180"),
    ]


def test_a_stock_has_no_year_to_date() -> None:
    assert beside(plan(), "KT01") == [
        ("Quý II/2018", "15"),
        ("Quý I/2018", "14"),
        ("Cùng kỳ, quý III/2017", "12"),
    ]


def test_a_whole_is_added_up_in_the_past_too() -> None:
    assert ("Quý II/2018", "7") in beside(plan(), "TT01")


def test_a_missing_period_shows_in_the_coverage() -> None:
    document = plan()
    known = history(past("2018-Q2", LD01=5))
    with translation.override("vi"):
        rows = Comparison(document, known, "2018-Q3", Commune(code="07201")).rows(document.indicator("LD01"))
    assert ("Lũy kế từ đầu năm, đến quý II", "5 (1/2 kỳ)") in [(r.term, r.value) for r in rows]
    assert ("Cùng kỳ, quý III/2017", "chưa có số liệu") in [(r.term, r.value) for r in rows]


def test_the_target_is_the_communes_own() -> None:
    own = Target(indicator="LD01", year=2018, commune="07201", value=Decimal(700), document="QĐ", reason="")
    document = replace(plan(), targets=(own,))
    with translation.override("vi"):
        mine = Comparison(document, history(), "2018-Q3", Commune(code="07201"))
        other = Comparison(document, history(), "2018-Q3", Commune(code="07204"))
        assert ("Kế hoạch năm 2018", "700") in [
            (r.term, r.value) for r in mine.rows(document.indicator("LD01"))
        ]
        assert not other.rows(document.indicator("LD01"))[2:]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer("LG11", Decimal(1)), "Có"),
        (Answer("LG11", Decimal(0)), "Không"),
        (Answer("LG11", reason="not_collected"), "không có số liệu"),
        (Answer("LG11", reason="not_applicable"), "không thuộc phạm vi áp dụng"),
    ],
)
def test_a_yes_a_no_and_no_figure_are_said_in_words(answer: Answer, words: str) -> None:
    document = plan()
    known = history(replace(past("2018-Q2"), answers={"LG11": answer}))
    with translation.override("vi"):
        rows = Comparison(document, known, "2018-Q3", Commune(code="07201")).rows(document.indicator("LG11"))
    assert [(r.term, r.value) for r in rows] == [("Quý II/2018", words)]
