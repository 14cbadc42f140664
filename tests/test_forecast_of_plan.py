"""What is said of objectives and targets: required and present pace, forecast, word, or why not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from plans.forecast import of_objective, of_target, outlooks
from plans.prospects import Method, Outlook, Prospect
from plans.protection import Cell
from tests.progress_books import A, B, C, book, cell, decided, series, target, three, with_targets

MT1 = ("LG11", "LG12", "LG21", "LG22", "LG31", "LG32")
FLOW = target("TT02", 2018, 400)
PLACES = (A, B, C)


def met_from(*firsts: tuple[int, int]) -> list[Cell]:
    """Each commune meets objective 1 from its quarter on, counted from the plan's first."""
    answers = {place: "0" * first + "1" * (17 - first) for place, first in firsts}
    return [row for code in MT1 for place in answers for row in series(code, place, answers[place])]


def objective(cells: list[Cell], at: str, code: str = "MT1") -> Outlook:
    known = book(cells)
    goal = known.document.goal(code)
    assert goal is not None
    return of_objective(known, goal, at)


def flow(values: dict[str, int], at: str, *, code: str = "TT02", year: int = 2018) -> Outlook:
    """One commune reports the values, the others nothing happened."""
    cells = [cell(code, A, key, value) for key, value in values.items()]
    cells += [cell(code, place, key, 0) for key in values for place in (B, C)]
    aim = target(code, year, 400)
    return of_target(book(cells, with_targets(three(), aim)), aim, at)


def test_an_objective_is_counted_in_communes_and_its_pace_is_what_is_wanting_over_the_periods_left() -> None:
    told = objective(met_from((A, 0), (B, 2), (C, 99)), "2018-Q4")
    assert (float(told.wanted), float(told.now or 0), told.left) == (3.0, 2.0, 8)
    assert told.required == Decimal(1) / 8


def test_what_nobody_adds_to_any_more_is_at_risk() -> None:
    told = objective(met_from((A, 0), (B, 2), (C, 99)), "2020-Q3")
    assert told.prospect is Prospect.AT_RISK
    assert told.projected is not None
    assert (float(told.projected.point), told.basis, told.end) == (2.0, "2020-Q3", "2020-Q4")


def test_what_was_met_all_along_is_forecast_to_be_reached() -> None:
    told = objective(met_from((A, 0), (B, 0), (C, 0)), "2019-Q4")
    assert (told.prospect, told.reason) == (Prospect.EXPECTED, None)
    assert told.required == 0


def test_at_the_plans_end_it_is_reached_or_not() -> None:
    assert objective(met_from((A, 0), (B, 0), (C, 0)), "2020-Q4").prospect is Prospect.REACHED
    assert objective(met_from((A, 0), (B, 0), (C, 99)), "2020-Q4").prospect is Prospect.MISSED


def test_too_few_periods_are_the_reason() -> None:
    told = objective(met_from((A, 0), (B, 0), (C, 0)), "2017-Q3")
    assert (told.prospect, told.projected) == (Prospect.CANNOT_TELL, None)
    assert told.reason is not None
    assert told.reason.params["n"] == 5


def test_a_period_that_few_have_reported_yet_is_not_what_a_forecast_rests_on() -> None:
    """Last answers stand meanwhile, but more may come."""
    cells = met_from((A, 0), (B, 0), (C, 99))
    late = [row for row in cells if not (row.commune == C and row.period == "2020-Q3")]
    assert objective(cells, "2020-Q3").basis == "2020-Q3"
    assert objective(late, "2020-Q3").basis == "2020-Q2"


def test_what_is_to_be_kept_is_taken_to_stay() -> None:
    cells = [decided(place, 2016, int(place != C), date(2017, 2, 20)) for place in PLACES]
    told = objective(cells, "2019-Q4", "MT2")
    assert told.method is Method.KEEP
    assert told.projected is not None
    assert float(told.projected.point) == 2.0


YEARS = {f"{year}-Q{n}": 10 * n for year in (2017, 2018) for n in (1, 2, 3, 4)}


def test_a_flow_is_completed_by_the_season_of_the_year_before() -> None:
    told = flow({key: value for key, value in YEARS.items() if key <= "2018-Q2"}, "2018-Q2")
    assert told.method is Method.SEASON
    assert told.projected is not None
    assert (float(told.now or 0), float(told.projected.point), told.left) == (30.0, 100.0, 2)
    assert told.required == 185


def test_what_adds_up_is_reached_once_it_is_there() -> None:
    told = flow({key: 20 * value for key, value in YEARS.items()}, "2018-Q2")
    assert told.prospect is Prospect.REACHED


def test_the_short_quarter_of_2019_is_held_against_no_other() -> None:
    values = YEARS | {"2019-Q1": 10, "2019-Q2": 20}
    first, second = flow(values, "2019-Q1", year=2019), flow(values, "2019-Q2", year=2019)
    assert first.reason is not None
    assert "do not compare" in first.reason.message
    assert second.projected is not None
    assert float(second.projected.point) == 100.0


def test_a_gap_in_the_year_is_named() -> None:
    values = {key: value for key, value in YEARS.items() if key != "2018-Q1"}
    told = flow(values, "2018-Q2")
    assert (told.prospect, told.now) == (Prospect.CANNOT_TELL, None)
    assert told.reason is not None
    assert "no complete data" in told.reason.message


def test_what_is_counted_since_the_start_of_the_year_is_taken_by_what_each_quarter_added() -> None:
    told = flow(
        {"2017-Q1": 1, "2017-Q2": 2, "2017-Q3": 4, "2017-Q4": 8, "2018-Q1": 2}, "2018-Q1", code="KT04"
    )
    assert told.projected is not None
    assert float(told.projected.point) == 16.0


def test_nothing_is_said_of_figures_of_restricted_publication() -> None:
    told = flow(YEARS, "2018-Q2", code="KT05")
    assert (told.prospect, told.now, told.projected) == (Prospect.CANNOT_TELL, None, None)


def test_each_year_that_is_over_tries_the_method() -> None:
    values = YEARS | {"2020-Q1": 10, "2020-Q2": 20}
    told = flow(values, "2020-Q2", year=2020)
    assert [key for key, _one in told.tried] == ["2018-Q1", "2018-Q2", "2018-Q3"]
    assert all(one.miss == 0 for _key, one in told.tried)
    assert told.projected is not None
    assert told.projected.span is not None
    assert told.projected.span.exact


@pytest.mark.parametrize("at", ["2016-Q4", "2019-Q1", "2020-Q4"])
def test_every_objective_and_every_target_of_the_year_is_told(at: str) -> None:
    aims = (target("MT1", 2020, 100), target("MT2", 2020, 3), FLOW, target("TT02", 2019, 400))
    told = outlooks(book([], with_targets(three(), *aims)), at)
    codes = [one.target.objective or one.target.indicator for one in told]
    assert codes == (["MT1", "MT2", "TT02"] if at == "2019-Q1" else ["MT1", "MT2"])
    assert {one.prospect for one in told} == {Prospect.CANNOT_TELL}
    assert all(one.reason for one in told)


def test_an_indicator_that_stands_is_carried_by_its_change() -> None:
    aim = target("VD02", 2018, 20)
    cells = [cell("VD02", A, f"2017-Q{n}", n) for n in (1, 2, 3, 4)]
    cells += [cell("VD02", A, f"2018-Q{n}", 4 + n) for n in (1, 2)]
    cells += [cell("VD02", place, row.period, 0) for place in (B, C) for row in cells[:6]]
    told = of_target(book(cells, with_targets(three(), aim)), aim, "2018-Q2")
    assert told.method is Method.CHANGE
    assert told.projected is not None
    assert (float(told.projected.point), float(told.projected.pace)) == (8.0, 1.0)


def test_a_commune_can_be_asked_alone() -> None:
    aim = target("TT02", 2018, 400, commune=A)
    cells = [cell("TT02", A, key, value) for key, value in YEARS.items() if key <= "2018-Q2"]
    told = of_target(book(cells, with_targets(three(), aim)), aim, "2018-Q2", commune=A)
    assert told.projected is not None
    assert float(told.projected.point) == 100.0


def test_a_forecast_as_seen_from_a_quarter_rests_on_nothing_after_it() -> None:
    cells = met_from((A, 0), (B, 3), (C, 6))
    before = [row for row in cells if row.period <= "2018-Q4"]
    assert objective(cells, "2018-Q4") == objective(before, "2018-Q4")
