"""Which figure speaks for a measure, and which numbers are too small for a page that is passed around."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from communes.main_figures import hidden, main_figure
from plans.document import Indicator, Objective, PlanDocument
from plans.vocabulary import AcrossQuarters, Protection
from tests.documents import plan_125
from tests.plan_values import indicator, yes_no


def code_of(*indicators: Indicator, objectives: tuple[Objective, ...] = ()) -> str:
    main = main_figure(plan(*indicators, objectives=objectives), 1)
    return main.code if main else ""


def plan(*indicators: Indicator, objectives: tuple[Objective, ...] = ()) -> PlanDocument:
    return replace(plan_125(), indicators=indicators, objectives=objectives, targets=())


def test_plan_125_has_a_figure_for_each_measure() -> None:
    document = plan_125()
    found = [main_figure(document, measure.order) for measure in document.measures]
    assert [one and one.code for one in found] == [
        "LD01",
        "MT1",
        "TT01",
        "KT02",
        "MH01",
        "MT2",
        "VD01",
        "SK01",
    ]


def test_the_first_open_count_that_every_report_gives() -> None:
    optional, protected = (
        indicator("A", order=1, required=False),
        indicator("B", order=2, protection=Protection.SMALL),
    )
    assert code_of(optional, protected, indicator("C", order=3), indicator("D", order=4)) == "C"


def test_a_sum_of_such_counts_is_one_too() -> None:
    parts = (indicator("B1", order=2), indicator("B2", order=3))
    whole = indicator("B", order=1, required=False, sum_of=("B1", "B2"))
    assert code_of(whole, *parts) == "B"


def test_without_a_count_the_objective_that_the_measure_answers_for() -> None:
    asked = yes_no("LG11", AcrossQuarters.LATEST, order=1)
    objective = plan_125().objective("MT1")
    own = replace(objective, criteria=objective.criteria[:1])
    assert own.criteria[0].indicator == "LG11"
    assert code_of(asked, objectives=(own,)) == "MT1"
    assert code_of(asked, objectives=(objective,)) == "LG11"


def test_a_sensitive_count_only_where_there_is_nothing_else_and_a_restricted_one_never() -> None:
    small, restricted = (
        indicator("S", order=2, protection=Protection.SMALL),
        indicator("R", order=1, protection=Protection.RESTRICTED),
    )
    assert code_of(restricted, small) == "S"
    assert code_of(restricted) == ""


@pytest.mark.parametrize(
    ("number", "is_hidden"), [(0, False), (1, True), (4, True), (5, False), (None, False)]
)
def test_a_sensitive_number_below_five_is_hidden(number: int | None, is_hidden: bool) -> None:
    value = None if number is None else Decimal(number)
    assert hidden(indicator("S", protection=Protection.SMALL), value) is is_hidden
    assert hidden(indicator("O"), value) is False
