"""A small plan as plain values, for the tests of rules: one indicator of each sort that rules tell apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from communes.answers import Answer
from communes.history import History, Past
from plans.calendar import Period
from plans.document import Indicator, Measure, PlanDocument
from plans.vocabulary import (
    AcrossCommunes,
    AcrossQuarters,
    Asks,
    Frequency,
    IndicatorKind,
    PeriodKind,
    Protection,
    RecordedBy,
)

TODAY = date(2018, 10, 3)
SMALL, RESTRICTED = {"protection": Protection.SMALL}, {"protection": Protection.RESTRICTED}
PAPER = frozenset({Asks.NUMBER, Asks.DATE, Asks.VALID_UNTIL})


def indicator(code: str, measure: int = 1, **other: Any) -> Indicator:
    """A required flow of whole numbers, unless said otherwise."""
    settings: dict[str, Any] = {
        "order": 1,
        "name_vi": f"Số {code}",
        "name_en": f"Number {code}",
        "unit_vi": "cái",
        "kind": IndicatorKind.COUNT,
        "across_quarters": AcrossQuarters.SUM,
        "across_communes": AcrossCommunes.SUM,
        "required": True,
    }
    return Indicator(code=code, measure=measure, **{**settings, **other})


def yes_no(code: str, across: AcrossQuarters, asks: frozenset[Asks] = frozenset(), **other: Any) -> Indicator:
    """A question of yes or no."""
    return indicator(
        code,
        kind=IndicatorKind.YES_NO,
        across_quarters=across,
        across_communes=AcrossCommunes.COUNT_YES,
        asks=asks,
        **other,
    )


STOCK: Mapping[str, Any] = {"across_quarters": AcrossQuarters.LATEST}
INDICATORS = (
    indicator("LD01", order=1),
    yes_no("LD02", AcrossQuarters.CUMULATIVE, frozenset({Asks.NUMBER, Asks.DATE}), order=2),
    indicator("LD03", order=3, required=False),
    yes_no("LG11", AcrossQuarters.LATEST, PAPER, measure=2, order=1),
    yes_no("LG12", AcrossQuarters.NONE, frozenset({Asks.ACTIVITY, Asks.DATE}), measure=2, order=2),
    yes_no("TT00", AcrossQuarters.NONE, frozenset({Asks.ACTIVITY}), measure=3, order=1),
    indicator("TT01", 3, order=2, recorded_by=RecordedBy.COMPUTED, sum_of=("TT01a", "TT01b"), required=False),
    indicator("TT01a", 3, order=3),
    indicator("TT01b", 3, order=4),
    indicator("TT02", 3, order=5, name_vi="Tổng số lượt người dự"),
    indicator("TT03", 3, order=6, part_of="TT02"),
    indicator("TT04", 3, order=7, part_of="TT02"),
    indicator("KT01", 4, order=1, **STOCK, **SMALL),
    indicator("KT02", 4, order=2),
    indicator("KT03", 4, order=3, part_of="KT01", **STOCK, **SMALL),
    indicator("KT04", 4, order=4, across_quarters=AcrossQuarters.CUMULATIVE, **SMALL),
    indicator("KT06", 4, order=5, required=False, **RESTRICTED),
    indicator("KT07", 4, order=6, required=False, **RESTRICTED),
    indicator("DM01", 6, recorded_by=RecordedBy.CITY, kind=IndicatorKind.STANDING, required=False, **STOCK),
    indicator("DM02", 6, frequency=Frequency.YEAR, kind=IndicatorKind.SCORE, **RESTRICTED),
    indicator("SK01", 8, order=1, **SMALL),
    indicator("SK02", 8, order=2, kind=IndicatorKind.AMOUNT, decimals=3, protected_with="SK01", **SMALL),
    indicator("MB01", 8, order=3, **RESTRICTED),
    indicator("MB02", 8, order=4, required=False, **STOCK, **RESTRICTED),
    indicator("NEW1", 8, order=5, valid_from="2019-Q1"),
)


def quarter(year: int, number: int) -> Period:
    """A calendar quarter, due on the fifth day after it."""
    ends_on = {1: date(year, 3, 31), 2: date(year, 6, 30), 3: date(year, 9, 30), 4: date(year, 12, 31)}
    due_on = {1: date(year, 4, 5), 2: date(year, 7, 5), 3: date(year, 10, 5), 4: date(year + 1, 1, 5)}
    return Period(
        kind=PeriodKind.QUARTER,
        year=year,
        quarter=number,
        starts_on=date(year, number * 3 - 2, 1),
        ends_on=ends_on[number],
        due_on=due_on[number],
    )


THIRD = quarter(2018, 3)


def plan(*indicators: Indicator) -> PlanDocument:
    """The small plan over 2017 to 2019, with the indicators given or with all of them."""
    return PlanDocument(
        number="1/KH-UBND",
        slug="1-kh-ubnd",
        title_vi="Kế hoạch",
        issuer_vi="UBND",
        issued_on=date(2017, 1, 1),
        first_year=2017,
        last_year=2019,
        measures=tuple(Measure(order=order, name_vi="M", statement_vi="M") for order in range(1, 9)),
        indicators=indicators or INDICATORS,
        periods=tuple(quarter(year, number) for year in (2017, 2018, 2019) for number in (1, 2, 3, 4)),
    )


def numbers(**values: int | str | None) -> dict[str, Answer]:
    """Answers by code; None is one that was not given."""
    return {code: Answer(code, None if value is None else Decimal(value)) for code, value in values.items()}


def past(key: str, **values: int | str | None) -> Past:
    """An accepted quarter."""
    return Past(key, numbers(**values))


def history(*accepted: Past, population: int | None = None) -> History:
    """Accepted quarters, oldest first."""
    return History(accepted, population)


def facts(item: object, *names: str) -> tuple[object, ...]:
    """Several attributes of a value, to be compared at once."""
    return tuple(getattr(item, name) for name in names)
