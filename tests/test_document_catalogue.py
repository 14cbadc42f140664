"""The fifty indicators of Plan 125: who answers them, how they add up, what is protected."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from plans.document import Indicator
from plans.vocabulary import AcrossCommunes, AcrossQuarters, Asks, IndicatorKind, Protection, RecordedBy
from tests.documents import plan_125

DISRESPECTFUL = (
    "gái mại dâm",
    "gái bán dâm",
    "đối tượng",
    "hoàn lương",
    "tái phạm",
    "buôn bán",
    "nguy cơ cao",
    "tụ điểm",
    "danh hiệu",
)

OPTIONAL = {"LD03", "NL01", "LG42", "LG52", "TT08", "TT11", "KT05", "KT06", "KT07", "MH03", "SK04a", "MB02"}
STANDING = {"LG11", "LG21", "LG31"}
STOCKS = {"KT01", "KT03", "MH01", "MH03", "VD02", "MB02"}


def codes(wanted: Callable[[Indicator], bool]) -> set[str]:
    return {indicator.code for indicator in plan_125().indicators if wanted(indicator)}


def test_a_quarter_has_thirty_five_required_and_twelve_optional_answers() -> None:
    assert len(plan_125().indicators) == 50
    assert len(codes(lambda row: row.required)) == 35
    assert codes(lambda row: row.asked and not row.required) == {
        "LD03",
        "NL01",
        "LG42",
        "LG52",
        "TT08",
        "TT11",
        "KT05",
        "KT06",
        "KT07",
        "MH03",
        "SK04a",
        "MB02",
    }


def test_the_city_records_two_and_one_is_computed() -> None:
    assert codes(lambda row: row.recorded_by is RecordedBy.CITY) == {"DM01", "DM02"}
    assert codes(lambda row: row.recorded_by is RecordedBy.COMPUTED) == {"TT01"}
    assert plan_125().indicator("TT01").sum_of == ("TT01a", "TT01b", "TT01c")


def test_stocks_standing_answers_and_the_yearly_yes_are_prefilled_and_nothing_else() -> None:
    assert codes(lambda row: row.prefilled) == {
        "LG11",
        "LG21",
        "LG31",
        "LD02",
        "DM00",
        "KT01",
        "KT03",
        "MH01",
        "MH03",
        "VD02",
        "MB02",
    }


def test_nothing_to_report_fills_flows_only() -> None:
    filled = codes(lambda row: row.nil_fills)
    assert filled == codes(lambda row: row.across_quarters is AcrossQuarters.SUM) - {"TT01"}
    assert not filled & {"KT01", "KT03", "KT04", "MH01", "VD02", "MB02", "LG12", "TT00", "DM00", "LD02"}


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (Protection.SMALL, "TV02 SK01 SK02 SK03 SK04a SK04b MH02 MH03 KT01 KT03 KT04"),
        (Protection.RESTRICTED, "MB01 MB02 KT05 KT06 KT07 DM02"),
    ],
)
def test_small_numbers_and_restricted_figures_are_protected(level: Protection, expected: str) -> None:
    assert codes(lambda row: row.protection is level) == set(expected.split())


def test_the_amount_lent_is_hidden_with_the_number_of_loans() -> None:
    assert {row.code: row.protected_with for row in plan_125().indicators if row.protected_with} == {
        "SK02": "SK01"
    }
    assert plan_125().indicator("SK02").kind is IndicatorKind.AMOUNT


def test_parts_never_exceed_their_whole() -> None:
    assert {row.code: row.part_of for row in plan_125().indicators if row.part_of} == {
        "TT03": "TT02",
        "TT04": "TT02",
        "TT05": "TT02",
        "TT06": "TT02",
        "KT03": "KT01",
    }


def test_a_yes_comes_with_what_the_catalogue_asks_for() -> None:
    document = {Asks.NUMBER, Asks.DATE, Asks.VALID_UNTIL}
    assert codes(lambda row: row.asks == document) == STANDING
    assert codes(lambda row: row.asks == {Asks.ACTIVITY, Asks.DATE}) == {"LG12", "LG22", "LG32"}
    assert codes(lambda row: row.asks == {Asks.NUMBER, Asks.DATE}) == {"LD02", "DM01"}
    assert codes(lambda row: row.asks == {Asks.ACTIVITY}) == {"TT00"}
    assert codes(lambda row: row.asks == {Asks.DATE}) == {"DM00"}


def test_yes_and_standings_are_counted_over_communes_and_scores_never() -> None:
    states = (IndicatorKind.YES_NO, IndicatorKind.STANDING)
    counted = codes(lambda row: row.across_communes is AcrossCommunes.COUNT_YES)
    assert counted == codes(lambda row: row.kind in states)
    assert codes(lambda row: row.across_communes is AcrossCommunes.NONE) == {"DM02"}


def test_what_was_inspected_this_year_is_counted_by_the_year() -> None:
    assert codes(lambda row: row.across_quarters is AcrossQuarters.CUMULATIVE) == {"KT04", "LD02", "DM00"}


def test_each_is_named_and_explained_in_both_languages() -> None:
    names = ("name_vi", "name_en", "unit_vi", "unit_en", "guidance_vi", "guidance_en")
    assert not [(row.code, name) for row in plan_125().indicators for name in names if not getattr(row, name)]
    assert codes(lambda row: not row.providers("vi")) == {"TT01"}


def test_each_provider_has_one_name_in_each_language() -> None:
    pairs = {
        pair
        for row in plan_125().indicators
        for pair in zip(row.providers("vi"), row.providers("en"), strict=True)
    }
    assert (
        len({vietnamese for vietnamese, _ in pairs}) == len({english for _, english in pairs}) == len(pairs)
    )


@pytest.mark.parametrize("words", DISRESPECTFUL)
def test_no_text_uses_a_word_that_labels_people(words: str) -> None:
    texts = [getattr(row, name) for row in plan_125().indicators for name in ("name_vi", "guidance_vi")]
    texts += [row.statement_vi for row in plan_125().measures]
    texts += [row.statement_vi for row in plan_125().objectives]
    assert not [text for text in texts if re.search(words, text, re.IGNORECASE)]
