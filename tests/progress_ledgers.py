"""Made-up ledgers of three communes for the property tests of progress."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Final

from hypothesis import strategies as st

from plans.document import Criterion, Objective, PlanDocument
from plans.protection import Cell, Paper
from plans.vocabulary import Direction, IndicatorKind, MeasureOfSuccess, NoFigure, Window
from tests.progress_books import A, B, C, bent_plan, part, target, three

KEYS: Final = ("2017-Q4", "2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4", "2019-Q1")
CODES: Final = (
    *("LD01", "LD02", "LG11", "LG12", "LG21", "TT00", "TT01a", "TT01b", "TT01c"),
    *("KT01", "KT04", "VD02", "SK01", "SK02", "MB01"),
)
PLACES: Final = (
    *product(CODES, (A, B, C), KEYS),
    *product(("DM01",), (A, B, C), ("2016", "2017", "2018")),
)
DAYS: Final = (date(2017, 2, 1), date(2018, 3, 31), date(2018, 4, 1), date(2019, 3, 14), date(2019, 5, 2))
SMALL: Final = (
    Criterion(indicator="LG11", order=1, window=Window.STANDING),
    Criterion(indicator="LG12", order=2, window=Window.LAST_FOUR_QUARTERS),
    Criterion(indicator="LD02", order=3, window=Window.THE_YEAR),
)


@cache
def plan() -> PlanDocument:
    """B joins in 2018-Q2, C leaves after 2018-Q3; objective X has a window of each kind that reports fill."""
    document = bent_plan(three(), "participation", part(B).key, from_period="2018-Q2")
    document = bent_plan(document, "participation", part(C).key, to_period="2018-Q3")
    document = bent_plan(document, "indicators", "LD02", valid_from="2018-Q2")
    mixed = Objective(
        code="X",
        order=9,
        name_vi="X",
        statement_vi="X",
        success=MeasureOfSuccess.SHARE,
        direction=Direction.REACH,
        criteria=SMALL,
    )
    targets = (*document.targets, target("X", 2018, 50), target("LD01", 2018, 9), target("SK01", 2018, 9))
    return replace(document, objectives=(*document.objectives, mixed), targets=targets)


@st.composite
def _cell(draw: st.DrawFn, place: tuple[str, int, str]) -> Cell:
    code, commune, period = place
    if draw(st.integers(0, 5)) == 0:
        return Cell(code, commune, period, None, draw(st.sampled_from([*NoFigure])).value)
    yes_no = plan().indicator(code).kind in (IndicatorKind.YES_NO, IndicatorKind.STANDING)
    value = Decimal(draw(st.integers(0, 1 if yes_no else 9)))
    paper = Paper(
        number=draw(st.sampled_from(("", "1/KH"))),
        dated_on=draw(st.sampled_from(DAYS)),
        valid_until=draw(st.sampled_from((None, *DAYS))),
        effective_on=draw(st.sampled_from(DAYS)) if code == "DM01" else None,
    )
    return Cell(code, commune, period, value, "", paper, entry=draw(st.integers(1, 99)))


@st.composite
def ledgers(draw: st.DrawFn) -> list[Cell]:
    """Current readings: one at most for a place."""
    places = draw(st.lists(st.sampled_from(PLACES), unique=True, max_size=60))
    return [draw(_cell(place)) for place in places]


def new_cell(known: list[Cell]) -> st.SearchStrategy[Cell]:
    """One more reading, of a place that has none."""
    taken = {(cell.indicator, cell.commune, cell.period) for cell in known}
    return st.sampled_from([place for place in PLACES if place not in taken]).flatmap(_cell)


@st.composite
def cumulative_in_order(draw: st.DrawFn) -> list[Cell]:
    """A ledger in which what is counted since the start of the year never falls, as the checks see to."""
    return [cell for cell in draw(ledgers()) if cell.indicator not in ("KT04", "LD02")]
