"""What differs between two plan documents is said row by row and field by field."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from plans.document import PlanDocument, Target
from plans.document_data import digest
from plans.document_diff import difference
from plans.vocabulary import Asks
from tests.documents import bent, plan_125
from tests.test_document_round_trip import sound_documents


def said(old: PlanDocument | None, new: PlanDocument) -> list[str]:
    return [str(change) for change in difference(old, new)]


@pytest.mark.parametrize(
    ("name", "key", "changes", "words"),
    [
        ("indicators", "TT03", {"unit_vi": "người"}, "indicator TT03, unit_vi: lượt người → người"),
        ("indicators", "TT03", {"part_of": ""}, "indicator TT03, part_of: TT02 → –"),
        ("indicators", "TT03", {"required": False}, "indicator TT03, required: true → false"),
        ("indicators", "TT00", {"asks": frozenset()}, "indicator TT00, asks: activity → –"),
        (
            "indicators",
            "DM00",
            {"asks": frozenset({Asks.DATE, Asks.NUMBER})},
            "indicator DM00, asks: date → number, date",
        ),
        ("periods", "2018-Q2", {"due_on": None}, "period 2018-Q2, due_on: 2018-07-06 → –"),
        ("targets", "MT2 2020", {"value": Decimal("13.0")}, "target MT2 2020, value: 12 → 13"),
    ],
)
def test_a_changed_field_is_said_in_words(name: str, key: str, changes: dict[str, Any], words: str) -> None:
    assert said(plan_125(), bent(name, key, **changes)) == [words]


def test_a_change_of_the_plan_itself_is_said() -> None:
    assert said(plan_125(), replace(plan_125(), names_public=True)) == ["plan, names_public: false → true"]


def test_rows_come_and_go() -> None:
    target = Target(indicator="TT02", year=2018, value=Decimal(900), document="Quyết định số 12")
    other = replace(plan_125(), targets=(plan_125().targets[0], target))
    assert said(plan_125(), other) == ["target TT02 2018: added", "target MT2 2020: removed"]


def test_a_criterion_is_a_row_of_its_objective() -> None:
    other = bent("objectives", "MT1", criteria=plan_125().objective("MT1").criteria[1:])
    assert said(plan_125(), other) == ["objective MT1, criterion LG11: removed"]


def test_a_first_document_is_wholly_new() -> None:
    changes = difference(None, plan_125())
    assert {change.before for change in changes} == {None}
    assert changes[0].after == "125/KH-UBND"
    assert len([change for change in changes if change.place.startswith("indicator ")]) == 50


@settings(max_examples=25)
@given(sound_documents(), sound_documents())
def test_there_is_no_difference_exactly_where_both_say_the_same(
    one: PlanDocument, other: PlanDocument
) -> None:
    assert difference(one, one) == []
    assert bool(difference(one, other)) == (digest(one) != digest(other))
