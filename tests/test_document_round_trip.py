"""A plan document survives its file and its data unchanged, and equal documents look the same there."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.document import Participation, PlanDocument, Target
from plans.document_check import check
from plans.document_data import digest, from_data, to_data
from plans.document_problems import DocumentErrors
from plans.document_reader import DocumentReader
from plans.document_toml import read, write_toml
from tests.documents import bent, plan_125

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ['"', "\\", '"""', "\n", "a\n\nb", "\r\n", "\x7f", "\u2028", "[[measure]]\nslug = 1", "Đa Mai"]
)
NUMBERS = st.decimals(min_value=0, max_value=10**11, places=3)

WHOLE = st.integers(0, 10**11).map(Decimal)
TARGETED = {
    "TT02": WHOLE,
    "KT04": WHOLE,
    "SK02": st.decimals(min_value=0, max_value=10**11, places=1),
    "LD02": st.just(Decimal(0)),
}
"""Values that a target of the indicator can have, whoever takes part."""


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a field of that type, whether it makes sense or not."""
    if NoneType in get_args(hint):
        return st.none() | values(next(option for option in get_args(hint) if option is not NoneType))
    if get_origin(hint) is frozenset:
        return st.frozensets(values(get_args(hint)[0]))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXTS,
        bool: st.booleans(),
        int: st.integers(0, 9999),
        Decimal: NUMBERS,
        date: st.dates(),
    }
    return simple[hint] if hint in simple else rows(hint)


def rows(cls: type[Any]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(cls)
    return st.builds(cls, **{spec.name: values(hints[spec.name]) for spec in fields(cls)})


DOCUMENTS: st.SearchStrategy[PlanDocument] = rows(PlanDocument)


@st.composite
def sound_documents(draw: st.DrawFn) -> PlanDocument:
    """Plan 125 with other settings, texts, targets, holidays and participants, still without a problem."""
    plan = plan_125()
    keys = [period.key for period in plan.quarters]
    words = st.text("aăâđêôơưAĂĐ\"\\'#=", max_size=20)
    left = [replace(part, to_period=draw(st.sampled_from(["", *keys]))) for part in plan.participation]
    targets = [
        Target(
            indicator=code, year=year, value=draw(TARGETED[code]), document="Quyết định 1", reason=draw(words)
        )
        for code in draw(st.sets(st.sampled_from(sorted(TARGETED))))
        for year in draw(st.sets(st.sampled_from([2017, 2018, 2019])))
    ]
    return replace(
        plan,
        legal_basis="\n".join(line for line in draw(st.lists(words, max_size=3)) if line),
        names_public=draw(st.booleans()),
        holidays=tuple(draw(st.lists(st.sampled_from(plan.holidays), unique=True))),
        participation=tuple(left),
        targets=tuple(targets),
    )


@settings(max_examples=25)
@given(sound_documents())
def test_a_sound_document_is_read_back_from_its_file(document: PlanDocument) -> None:
    assert check(document) == []
    assert read(write_toml(document)) == document


@settings(max_examples=50)
@given(DOCUMENTS)
def test_any_document_keeps_its_shape_in_a_file(document: PlanDocument) -> None:
    reader = DocumentReader()
    assert reader.document(tomllib.loads(write_toml(document), parse_float=Decimal)) == document
    assert reader.problems == []


@settings(max_examples=50)
@given(DOCUMENTS)
def test_any_document_is_read_back_from_its_data(document: PlanDocument) -> None:
    assert from_data(to_data(document)) == document
    assert from_data(json.loads(json.dumps(to_data(document)))) == document


@settings(max_examples=50)
@given(DOCUMENTS, DOCUMENTS)
def test_digests_are_equal_for_equal_documents_only(one: PlanDocument, other: PlanDocument) -> None:
    assert digest(one) == digest(from_data(to_data(one)))
    assert (digest(one) == digest(other)) == (one == other)


def test_the_order_in_which_rows_were_written_means_nothing() -> None:
    plan = plan_125()
    turned: dict[str, Any] = {
        spec.name: getattr(plan, spec.name)[::-1] for spec in fields(plan) if "table" in spec.metadata
    }
    other = replace(plan, **turned)
    assert other == plan
    assert digest(other) == digest(plan)
    assert write_toml(other) == write_toml(plan)


def test_one_number_has_one_spelling() -> None:
    short, long = (
        replace(plan_125(), targets=(Target(objective="MT1", year=2020, value=Decimal(text), document="QĐ"),))
        for text in ("12.5", "12.500")
    )
    assert digest(short) == digest(long)
    assert "value = 12.5\n" in write_toml(long)


def test_a_long_list_is_written_one_item_a_line() -> None:
    codes = tuple(row.code for row in plan_125().indicators)
    text = write_toml(bent("indicators", "TT01", sum_of=codes))
    assert 'sum_of = [\n  "LD01",\n  "LD02",\n' in text
    assert tomllib.loads(text)["indicator"][13]["sum_of"] == list(codes)


def test_data_of_another_shape_are_refused_with_their_mistakes() -> None:
    data = to_data(plan_125()) | {"colour": "red", "issued_on": "yesterday"}
    with pytest.raises(DocumentErrors) as refusal:
        from_data(data)
    assert [problem.where for problem in refusal.value.problems] == ["issued_on", "colour"]


def test_a_commune_that_left_is_stored_with_its_last_quarter() -> None:
    part = Participation(
        commune="07201", commune_valid_from=date(2013, 12, 31), from_period="2016-Q4", to_period="2018-Q2"
    )
    document = replace(plan_125(), participation=(part,))
    assert to_data(document)["participation"] == [
        {
            "commune": "07201",
            "commune_valid_from": "2013-12-31",
            "from_period": "2016-Q4",
            "to_period": "2018-Q2",
        }
    ]
