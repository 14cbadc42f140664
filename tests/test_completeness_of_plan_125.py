"""What a report of Plan 125 asks, as its document in the repository states it."""

from __future__ import annotations

from pathlib import Path

from communes.checks.between import GROUPS_OF, PAIRS, PER
from communes.checks.past import DISTINCT_OF
from communes.completeness import asked
from plans.document_toml import read
from plans.protection import CityYear, restricted_city_year
from plans.vocabulary import Protection

PLAN = read((Path(__file__).parent.parent / "plans/data/125-kh-ubnd.toml").read_text(encoding="utf-8"))
QUESTIONS = asked(PLAN, "2018-Q3")


def test_every_quarter_asks_35_required_and_12_optional_answers() -> None:
    for quarter in PLAN.quarters:
        required = [question.required for question in asked(PLAN, quarter.key)]
        assert (sum(required), len(required)) == (35, 47)


def test_stocks_standing_answers_and_those_of_the_year_are_offered() -> None:
    offered = {question.code for question in QUESTIONS if question.prefilled}
    stocks = {"KT01", "KT03", "MH01", "MH03", "VD02", "MB02"}
    assert offered == stocks | {"LG11", "LG21", "LG31", "LD02", "DM00"}


def test_every_indicator_that_a_check_names_is_in_the_plan() -> None:
    named = {code for pair in PAIRS for code in (pair.code, pair.other)}
    named |= {code for per in PER for code in (per.amount, per.events)}
    named |= {*DISTINCT_OF, *DISTINCT_OF.values(), GROUPS_OF}
    assert named <= {indicator.code for indicator in PLAN.indicators}


def test_parts_have_the_protection_of_their_whole_so_that_neither_gives_the_other_away() -> None:
    for indicator in PLAN.indicators:
        if indicator.part_of:
            assert indicator.protection is PLAN.indicator(indicator.part_of).protection
        for part in indicator.sum_of:
            assert PLAN.indicator(part).protection is Protection.OPEN


def test_the_city_publishes_yearly_what_is_restricted_and_adds_up() -> None:
    quarters = [quarter.key for quarter in PLAN.quarters if quarter.year == 2018]
    found: tuple[CityYear, ...] = restricted_city_year([], PLAN, 2018, owed={}, closed=quarters)
    assert {figure.indicator for figure in found} == {"KT05", "KT06", "KT07", "MB01", "MB02"}
