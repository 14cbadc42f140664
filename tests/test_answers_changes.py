"""What differs between two contents of a report, answer by answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from communes.answers import Answer, Change, Content, canonical, changes, read
from plans.vocabulary import NoFigure

BEFORE = Answer("LG11", Decimal(1), document_number="1/KH", document_date=date(2018, 1, 1))


def content(*answers: Answer) -> Content:
    return Content("ordinary", {answer.code: answer for answer in answers}, {})


@pytest.mark.parametrize(
    "change",
    [
        {"value": Decimal(0)},
        {"value": None, "reason": NoFigure.OTHER.value},
        {"document_number": "2/KH"},
        {"document_date": date(2018, 2, 1)},
        {"valid_until": date(2018, 12, 31)},
        {"activity": "Tập huấn"},
    ],
)
def test_another_value_reason_or_document_is_a_change(change: dict[str, Any]) -> None:
    after = replace(BEFORE, **change)
    assert changes(content(BEFORE), content(after)) == [Change("LG11", BEFORE, after)]


@pytest.mark.parametrize(
    "change", [{"note": "Đã đối chiếu"}, {"confirmed": False}, {"unread": {"value": "x"}}]
)
def test_an_explanation_is_no_change(change: dict[str, Any]) -> None:
    assert changes(content(BEFORE), content(replace(BEFORE, **change))) == []


def test_another_spelling_of_the_same_number_is_no_change() -> None:
    twelve = content(Answer("SK02", Decimal("12.500")))
    assert changes(twelve, content(Answer("SK02", Decimal("12.5")))) == []
    assert changes(twelve, read(canonical(twelve))) == []


def test_an_answer_that_came_or_went_is_a_change() -> None:
    assert changes(content(), content(BEFORE)) == [Change("LG11", None, BEFORE)]
    assert changes(content(BEFORE), content()) == [Change("LG11", BEFORE, None)]


def test_zero_and_no_figure_differ() -> None:
    zero, none = Answer("LD01", Decimal(0)), Answer("LD01", reason=NoFigure.PROVIDER_SILENT)
    assert changes(content(zero), content(none)) == [Change("LD01", zero, none)]


def test_changes_come_in_the_order_of_codes() -> None:
    after = content(Answer("TT02", Decimal(1)), Answer("LD01", Decimal(1)))
    assert [change.code for change in changes(content(), after)] == ["LD01", "TT02"]
