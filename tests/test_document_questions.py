"""A plan document answers what applies in a period, who takes part, and what was decided for a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from plans.document import Participation, Target
from tests.documents import bent, plan_125, with_rows


@pytest.mark.parametrize(
    ("period", "applies"),
    [
        ("2017-Q4", False),
        ("2018-Q1", False),
        ("2018-Q2", True),
        ("2019-Q3", True),
        ("2019-Q4", False),
        ("2017", False),
        ("2018", True),
        ("2019", True),
        ("2020", False),
    ],
)
def test_an_indicator_applies_between_its_quarters_and_in_years_that_touch_them(
    period: str, applies: bool
) -> None:
    document = bent("indicators", "TT11", valid_from="2018-Q2", valid_to="2019-Q3")
    assert document.indicator("TT11").applies_in(period) is applies


def test_an_indicator_without_bounds_applies_always() -> None:
    assert all(plan_125().indicator("TT11").applies_in(period.key) for period in plan_125().periods)


def test_a_commune_takes_part_between_its_quarters() -> None:
    part = Participation(
        commune="07201", commune_valid_from=date(2013, 12, 31), from_period="2017-Q3", to_period="2018-Q1"
    )
    document = with_rows("participation", part)
    taken = [period.key for period in document.periods if document.participants(period.key)]
    assert taken == ["2017", "2017-Q3", "2017-Q4", "2018", "2018-Q1"]


def test_an_objective_to_be_kept_owes_every_year_what_was_decided_for_a_later_one() -> None:
    assert [plan_125().target("MT2", year) for year in (2016, 2019, 2020)] == [plan_125().targets[1]] * 3


def test_an_objective_to_be_reached_has_no_target_before_its_year() -> None:
    assert plan_125().target("MT1", 2019) is None
    assert plan_125().target("MT1", 2020) == plan_125().goal("MT1") == plan_125().targets[0]


def test_a_target_is_of_one_commune_or_of_the_whole_plan() -> None:
    whole = Target(indicator="TT02", year=2018, value=Decimal(900), document="QĐ")
    own = replace(whole, commune="07228", commune_valid_from=date(2013, 12, 31), value=Decimal(50))
    document = with_rows("targets", whole, own)
    assert document.target("TT02", 2018) == whole
    assert document.target("TT02", 2018, commune="07228", commune_valid_from=own.commune_valid_from) == own
    assert document.target("TT02", 2018, commune="07201", commune_valid_from=own.commune_valid_from) is None
    assert document.target("TT02", 2017) is None


def test_what_is_not_in_the_plan_is_a_key_error() -> None:
    for question in (plan_125().indicator, plan_125().objective, plan_125().period):
        with pytest.raises(KeyError):
            question("XX9")


def test_indicators_stand_in_the_order_of_their_measure() -> None:
    assert [row.code for row in plan_125().indicators_of(4)][:4] == ["KT01", "KT02", "KT04", "KT03"]
    assert sum(len(plan_125().indicators_of(row.order)) for row in plan_125().measures) == 50


def test_several_providers_are_told_apart() -> None:
    indicator = plan_125().indicator("LG31")
    assert indicator.providers("vi") == ("UBND xã, phường", "Công an xã, phường")
    assert replace(indicator, provider_en="").providers("en") == indicator.providers("vi")
