"""The validator names every mistake of a plan document with its place."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from plans.document import Criterion, Holiday, Named, Participation, PlanDocument, Target
from plans.document_check import check
from plans.vocabulary import (
    AcrossCommunes,
    AcrossQuarters,
    Asks,
    Frequency,
    HolidayKind,
    IndicatorKind,
    Protection,
    RecordedBy,
    Window,
)
from tests.documents import bent, plan_125, with_rows

FIRST_DAY = date(2013, 12, 31)


def places(document: PlanDocument) -> set[str]:
    return {problem.where for problem in check(document)}


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"slug": "Kế hoạch"}, "slug"),
        ({"first_year": 16}, "first_year"),
        ({"last_year": 2015}, "last_year"),
        ({"issued_on": date(2021, 1, 1)}, "issued_on"),
        ({"title_vi": ""}, "title_vi"),
        ({"title_vi": "x" * 301}, "title_vi"),
        ({"title_vi": unicodedata.normalize("NFD", "Kế hoạch")}, "title_vi"),
        ({"title_vi": " Kế hoạch"}, "title_vi"),
        ({"title_vi": "Kế\u202ehoạch"}, "title_vi"),
        ({"aim_vi": ""}, "aim_en"),
        ({"aim_vi": "một\x00hai"}, "aim_vi"),
        ({"title_vi": "hai\ndòng"}, "title_vi"),
    ],
)
def test_a_mistake_of_the_plan_itself_is_named(changes: dict[str, Any], place: str) -> None:
    assert place in places(replace(plan_125(), **changes))


@pytest.mark.parametrize(
    ("code", "changes", "field"),
    [
        ("TT03", {"code": "tt 3"}, "code"),
        ("TT03", {"code": "MT1"}, "code"),
        ("TT03", {"order": 1}, "order"),
        ("TT03", {"order": 0}, "order"),
        ("TT03", {"order": 99_999}, "order"),
        ("TT03", {"measure": 9}, "measure"),
        ("TT03", {"part_of": "TT99"}, "part_of"),
        ("TT03", {"part_of": "TT03"}, "part_of"),
        ("TT02", {"part_of": "TT03"}, "part_of"),
        ("TT03", {"part_of": "KT01"}, "part_of"),
        ("TT01", {"sum_of": ("TT01a", "TT99")}, "sum_of"),
        ("TT01", {"sum_of": ()}, "sum_of"),
        ("TT02", {"sum_of": ("TT03", "TT04")}, "sum_of"),
        ("TT01a", {"protection": Protection.SMALL}, "sum_of"),
        ("SK02", {"protected_with": "SK99"}, "protected_with"),
        ("SK02", {"protected_with": "TT02"}, "protected_with"),
        ("SK02", {"protection": Protection.OPEN}, "protected_with"),
        ("LG12", {"across_quarters": AcrossQuarters.SUM}, "across_quarters"),
        ("LG12", {"across_communes": AcrossCommunes.SUM}, "across_communes"),
        ("TT02", {"across_communes": AcrossCommunes.COUNT_YES}, "across_communes"),
        ("TT02", {"decimals": 1}, "decimals"),
        ("SK02", {"decimals": 4}, "decimals"),
        ("TT02", {"asks": frozenset({Asks.DATE})}, "asks"),
        ("TT02", {"frequency": Frequency.YEAR}, "frequency"),
        ("DM01", {"recorded_by": RecordedBy.COMMUNE}, "recorded_by"),
        ("DM01", {"across_quarters": AcrossQuarters.NONE}, "across_quarters"),
        ("DM01", {"required": True}, "required"),
        ("DM02", {"kind": IndicatorKind.COUNT, "across_quarters": AcrossQuarters.SUM}, "across_quarters"),
        ("TT02", {"provider_en": "Schools"}, "provider_en"),
        ("TT02", {"valid_from": "2016-Q3"}, "valid_from"),
        ("TT02", {"valid_from": "2018"}, "valid_from"),
        ("TT02", {"valid_from": "2018-Q1", "valid_to": "2017-Q4"}, "valid_to"),
    ],
)
def test_a_mistake_of_an_indicator_is_named(code: str, changes: dict[str, Any], field: str) -> None:
    found = places(bent("indicators", code, **changes))
    named = {f"indicator {changes.get('code', code)}, {field}", f"indicator TT01, {field}"}
    assert found & named


@pytest.mark.parametrize(
    ("criterion", "field"),
    [
        (Criterion(indicator="XX1", order=7, window=Window.STANDING), "indicator"),
        (Criterion(indicator="KT04", order=7, window=Window.THE_YEAR), "indicator"),
        (Criterion(indicator="TT00", order=7, window=Window.STANDING), "window"),
        (Criterion(indicator="LD02", order=7, window=Window.LAST_FOUR_QUARTERS), "window"),
        (Criterion(indicator="LD02", order=7, window=Window.IN_FORCE), "window"),
        (Criterion(indicator="TT00", order=7, window=Window.THE_YEAR), "window"),
        (
            Criterion(indicator="TT00", order=7, window=Window.LAST_FOUR_QUARTERS, minimum=Decimal(2)),
            "minimum",
        ),
        (Criterion(indicator="TT02", order=7, window=Window.THE_YEAR, minimum=Decimal(0)), "minimum"),
        (Criterion(indicator="TT00", order=6, window=Window.LAST_FOUR_QUARTERS), "order"),
        (Criterion(indicator="TT00", order=99_999, window=Window.LAST_FOUR_QUARTERS), "order"),
        *(
            (Criterion(indicator="TT02", order=7, window=Window.THE_YEAR, minimum=Decimal(text)), "minimum")
            for text in ("-1e30", "1e30", "NaN", "Infinity", "-Infinity")
        ),
    ],
)
def test_a_mistake_of_a_criterion_is_named(criterion: Criterion, field: str) -> None:
    criteria = (*plan_125().objective("MT1").criteria, criterion)
    found = places(bent("objectives", "MT1", criteria=criteria))
    assert f"objective MT1, criterion {criterion.indicator}, {field}" in found


def test_an_objective_needs_a_criterion_and_names_participants_only() -> None:
    stranger = Named(commune="07999", commune_valid_from=FIRST_DAY, from_year=2015, document="QĐ 1")
    assert places(bent("objectives", "MT2", criteria=(), named=(stranger,))) == {
        "objective MT2, criterion",
        "objective MT2, named 07999 (2013-12-31), commune",
        "objective MT2, named 07999 (2013-12-31), from_year",
    }


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"objective": "MT1", "indicator": "TT02"}, {"objective"}),
        ({"objective": ""}, {"objective"}),
        ({"objective": "MT9"}, {"objective"}),
        ({"objective": "", "indicator": "XX1"}, {"indicator"}),
        ({"objective": "", "indicator": "LG12"}, {"indicator", "value"}),
        ({"value": Decimal(101)}, {"value"}),
        ({"value": Decimal("1e309")}, {"value"}),
        ({"value": Decimal("-1e30")}, {"value"}),
        ({"value": Decimal("NaN")}, {"value"}),
        ({"value": Decimal("Infinity")}, {"value"}),
        ({"value": Decimal("-Infinity")}, {"value"}),
        ({"value": Decimal("0.0001")}, {"value"}),
        ({"objective": "MT2", "value": Decimal("11.5")}, {"value"}),
        ({"objective": "MT2", "value": Decimal(17)}, {"value"}),
        ({"year": 2021}, {"year"}),
        ({"commune": "07228"}, {"commune", "commune_valid_from"}),
        ({"objective": "", "indicator": "TT02", "commune": "07999"}, {"commune_valid_from"}),
        ({"commune": "07999", "commune_valid_from": FIRST_DAY}, {"commune"}),
        ({"commune": "07228", "commune_valid_from": FIRST_DAY}, {"commune"}),
        ({"document": ""}, {"document"}),
    ],
)
def test_a_mistake_of_a_target_is_named(changes: dict[str, Any], fields: set[str]) -> None:
    right: dict[str, Any] = {"objective": "MT1", "year": 2018, "value": Decimal(50), "document": "QĐ 1"}
    target = Target(**{**right, **changes})
    assert places(with_rows("targets", target)) == {f"target {target.key}, {field}" for field in fields}


def test_a_target_is_checked_where_its_indicator_has_impossibly_many_decimals() -> None:
    row = replace(plan_125().indicator("TT02"), decimals=99)
    rows = tuple(row if each.code == "TT02" else each for each in plan_125().indicators)
    aim = Target(indicator="TT02", year=2018, value=Decimal(50), document="QĐ 1")
    assert places(replace(plan_125(), indicators=rows, targets=(aim,))) == {"indicator TT02, decimals"}


@pytest.mark.parametrize(
    ("key", "changes", "place"),
    [
        ("2018-Q2", {"due_on": date(2018, 6, 30)}, "period 2018-Q2, due_on"),
        ("2018-Q2", {"due_on": None}, "period 2018-Q2, due_on"),
        ("2018-Q2", {"starts_on": date(2018, 4, 2)}, "period 2018-Q2, starts_on"),
        ("2018-Q2", {"starts_on": date(2018, 3, 31)}, "period 2018-Q2, starts_on"),
        ("2018-Q2", {"ends_on": date(2018, 3, 1)}, "period 2018-Q2, ends_on"),
        ("2018-Q2", {"quarter": 5}, "period 2018-Q5, quarter"),
        ("2020-Q4", {"year": 2022}, "period 2022-Q4, year"),
        ("2018-Q2", {"quarter": 3}, "period 2018-Q3"),
        ("2018", {"due_on": date(2019, 1, 8)}, "period 2018, due_on"),
        ("2018", {"ends_on": date(2018, 12, 30)}, "period 2018, ends_on"),
        ("2018", {"year": 2015}, "period 2018"),
        ("2018", {"quarter": 2}, "period 2018-Q2, quarter"),
    ],
)
def test_a_mistake_of_a_period_is_named(key: str, changes: dict[str, Any], place: str) -> None:
    assert place in places(bent("periods", key, **changes))


def test_a_missing_quarter_is_named_where_it_is_missed() -> None:
    kept = [period for period in plan_125().periods if period.key != "2018-Q2"]
    assert places(with_rows("periods", *kept)) == {"period 2018-Q3"}


def test_a_make_up_day_is_at_a_weekend_and_a_day_is_listed_once() -> None:
    day = date(2018, 12, 31)
    twice = Holiday(day=day, kind=HolidayKind.WORKING_DAY, name_vi="Làm bù", source="thử")
    found = places(with_rows("holidays", *plan_125().holidays, twice))
    assert found == {"holiday 2018-12-31", "holiday 2018-12-31, kind"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"commune": "7228"}, "commune"),
        ({"from_period": "2016-Q3"}, "from_period"),
        ({"to_period": "2018"}, "to_period"),
        ({"from_period": "2018-Q1", "to_period": "2017-Q4"}, "to_period"),
        ({"commune": "07201", "from_period": "2018-Q1"}, "from_period"),
    ],
)
def test_a_mistake_of_participation_is_named(changes: dict[str, Any], field: str) -> None:
    right: dict[str, Any] = {
        "commune": "07999",
        "commune_valid_from": FIRST_DAY,
        "from_period": "2016-Q4",
    }
    part = Participation(**{**right, **changes})
    found = places(with_rows("participation", *plan_125().participation, part))
    assert found == {f"participation {part.key}, {field}"}


def test_all_mistakes_are_named_at_once() -> None:
    document = bent("indicators", "TT03", part_of="TT99", unit_vi="", unit_en="", measure=9)
    found = places(replace(document, slug="Á", targets=()))
    assert found == {"slug", *(f"indicator TT03, {name}" for name in ("part_of", "unit_vi", "measure"))}
