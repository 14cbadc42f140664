"""Plan 125 with three communes, and books of made-up figures, for worked examples of progress."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final

from plans.book import Book, by_commune, made, public
from plans.document import Criterion, Objective, Participation, PlanDocument, Target
from plans.objectives import result
from plans.protection import Cell, Paper
from plans.roll import Roll
from plans.standing import Standing, standing_of
from plans.vocabulary import Direction, MeasureOfSuccess, NoFigure, Window
from tests.documents import plan_125

A, B, C = 1, 2, 3
CODES: Final = {A: "07201", B: "07204", C: "07207"}
FIRST_DAY: Final = date(2013, 12, 31)
COMMUNES: Final = {f"{code} ({FIRST_DAY.isoformat()})": commune for commune, code in CODES.items()}
QUARTERS: Final = tuple(period.key for period in plan_125().quarters)


def part(commune: int, from_period: str = "2016-Q4", to_period: str = "") -> Participation:
    """The commune's part in the plan."""
    return Participation(
        commune=CODES[commune],
        commune_valid_from=FIRST_DAY,
        from_period=from_period,
        to_period=to_period,
    )


@cache
def three() -> PlanDocument:
    """Plan 125 with three communes from the start to the end."""
    return replace(plan_125(), participation=(part(A), part(B), part(C)))


def bent_plan(document: PlanDocument, name: str, key: str, **changes: Any) -> PlanDocument:
    """The plan with one row of a list changed."""
    rows = tuple(replace(row, **changes) if row.key == key else row for row in getattr(document, name))
    settings: dict[str, Any] = {name: rows}
    return replace(document, **settings)


def with_objective(window: Window, indicator: str, minimum: int = 1, **changes: Any) -> PlanDocument:
    """The three communes' plan with one more objective of a single criterion, "X"."""
    settings: dict[str, Any] = {
        "success": MeasureOfSuccess.COUNT,
        "direction": Direction.REACH,
        "criteria": (Criterion(indicator=indicator, order=1, window=window, minimum=Decimal(minimum)),),
    }
    more = Objective(code="X", order=9, name_vi="X", statement_vi="X", **{**settings, **changes})
    return replace(three(), objectives=(*three().objectives, more))


def target(code: str, year: int, value: int | str, *, commune: int = 0) -> Target:
    """A decided target of an objective (MT1, MT2, X) or an indicator."""
    aim = "objective" if code.startswith(("MT", "X")) else "indicator"
    place = {"commune": CODES[commune], "commune_valid_from": FIRST_DAY} if commune else {}
    rest: dict[str, Any] = {aim: code, **place}
    return Target(year=year, value=Decimal(value), document=f"QĐ {year}", **rest)


def with_targets(document: PlanDocument, *targets: Target) -> PlanDocument:
    """The plan with these targets alone."""
    return replace(document, targets=targets)


def cell(code: str, commune: int, period: str, value: int | str | None, **paper: Any) -> Cell:
    """One accepted figure; a word is the reason for none."""
    if isinstance(value, str) and value in set(NoFigure):
        return Cell(code, commune, period, None, value, Paper(**paper))
    assert value is not None
    return Cell(code, commune, period, Decimal(value), "", Paper(**paper), entry=len(period))


def planned(commune: int, period: str, value: int = 1, *, code: str = "LG11", **paper: Any) -> Cell:
    """The answer on a document, valid without end unless said otherwise."""
    named = {"number": "12/KH-UBND", "dated_on": date(2016, 11, 15)} if value else {}
    return cell(code, commune, period, value, **{**named, **paper})


def decided(commune: int, year: int, value: int, effective_on: date | None) -> Cell:
    """A decision on the healthy standing of a year."""
    paper = {"number": f"{year}/QĐ", "dated_on": effective_on, "effective_on": effective_on}
    return cell("DM01", commune, str(year), value, **paper)


def series(code: str, commune: int, values: str, first: str = "2016-Q4") -> list[Cell]:
    """One sign a quarter from `first` on: a digit, "." none accepted, "?" no figure, "-" out of scope."""
    words = {"?": NoFigure.NOT_COLLECTED.value, "-": NoFigure.NOT_APPLICABLE.value}
    keys = QUARTERS[QUARTERS.index(first) :]
    return [
        planned(commune, key, int(sign), code=code)
        if sign.isdigit()
        else cell(code, commune, key, words[sign])
        for key, sign in zip(keys, values, strict=False)
        if sign != "."
    ]


def inside(document: PlanDocument, cells: Iterable[Cell], communes: Mapping[str, int]) -> Book:
    """The book of those who may see everything."""
    return made(Roll(document, communes), by_commune(cells), public=False)


def book(cells: Iterable[Cell], document: PlanDocument | None = None) -> Book:
    """What those see who may see everything."""
    return inside(document or three(), cells, COMMUNES)


def public_book(cells: Iterable[Cell], document: PlanDocument | None = None, *closed: str) -> Book:
    """What the public sees."""
    return public(document or three(), cells, COMMUNES, closed=closed)


def standing(known: Book, code: str, period: str) -> Standing:
    """An objective's standing in a quarter or a year."""
    return standing_of(known, result(known, code, period))
