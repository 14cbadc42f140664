"""The made-up answers of one commune and quarter: the same at every run, and free of contradictions.

Nothing here is a fact about a real place. The numbers follow the size of the commune and the time of the
plan, so that charts have something to say: a slow start, a rise, a quiet first quarter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from bg_portal.periods import Quarter
from communes.answers import Answer
from plans.document import Period
from plans.vocabulary import NoFigure

FIRST = Quarter(2016, 4)
PROGRAMMES = ("LG1", "LG2", "LG3")
ACTIVITIES = {
    "LG1": "Họp tổ tiết kiệm và vay vốn, lồng ghép nội dung phòng, chống mại dâm",
    "LG2": "Đối thoại chính sách an sinh xã hội tại nhà văn hóa",
    "LG3": "Sinh hoạt chuyên đề phòng, chống mua bán người",
}
REGISTERED_NOT = frozenset({"tho-xuong", "ngo-quyen", "le-loi", "song-khe"})
"""Communes that do not register for the standard in the story."""

QUIET = frozenset(
    {("song-khe", "2017-Q3"), ("song-khe", "2017-Q4"), ("song-khe", "2018-Q1"), ("my-do", "2017-Q1")}
)
"""Communes and quarters in which nothing happened: they send a nothing-to-report report."""


@dataclass(frozen=True)
class Teller:
    """One commune of the story: how large it is, and when it took up each of the three programmes."""

    slug: str
    population: int
    took_up: tuple[int, int, int]
    """Quarters after the plan's first one; 99 is never."""

    @property
    def size(self) -> float:
        """Its population over the city's mean."""
        return self.population / 9000


def quarters_since_start(quarter: Quarter) -> int:
    """0 for the plan's first quarter."""
    return (quarter.year - FIRST.year) * 4 + quarter.number - FIRST.number


def answers_of(teller: Teller, period: Period) -> dict[str, Answer]:
    """Every answer of the commune for a quarter."""
    quarter = Quarter(period.year, period.quarter)
    found = {**_integration(teller, period, quarter), **_communication(teller, quarter)}
    found |= _prevention(teller, quarter)
    found |= _support(teller, quarter)
    found |= _direction(teller, period, quarter)
    _leave_gaps(found, teller, quarter)
    return found


def _dice(teller: Teller, quarter: Quarter, topic: str) -> Random:
    return Random(f"{teller.slug} {quarter.key} {topic}")  # noqa: S311  (a story, not a secret)


def _numbers(**values: float) -> dict[str, Answer]:
    return {code: Answer(code, Decimal(int(value))) for code, value in values.items()}


def _yes(code: str, **extra: object) -> Answer:
    return Answer(code, Decimal(1), **extra)  # type: ignore[arg-type]


def _no(code: str) -> Answer:
    return Answer(code, Decimal(0))


def _direction(teller: Teller, period: Period, quarter: Quarter) -> dict[str, Answer]:
    dice = _dice(teller, quarter, "direction")
    found = _numbers(
        LD01=dice.randint(1, 3) if quarter.number == 1 else dice.randint(0, 2),
        LD03=dice.randint(1, 3),
        NL01=dice.choice((0, 0, 6, 12)),
    )
    found["LD02"] = _yearly(teller, period, quarter, "LD02")
    registers = teller.slug not in REGISTERED_NOT
    found["DM00"] = _yearly(teller, period, quarter, "DM00") if registers else _no("DM00")
    return found


def _yearly(teller: Teller, period: Period, quarter: Quarter, code: str) -> Answer:
    """What is done once a year: in the first quarter, by one or two communes only in the second."""
    late = _dice(teller, Quarter(quarter.year, 1), code).random() < 0.2
    due = 2 if late and quarter.year > FIRST.year else 1
    if quarter.year > FIRST.year and quarter.number < due:
        return _no(code)
    day = _document_day(teller, quarter.year, period if quarter.number == due else None, code)
    number = f"{_dice(teller, Quarter(quarter.year, 1), code + 'n').randint(3, 38):02}/KH-UBND"
    return _yes(code, document_number=number if code == "LD02" else "", document_date=day)


def _document_day(teller: Teller, year: int, period: Period | None, code: str) -> date:
    """A day early in the year, or in the quarter in which the commune was late with it."""
    if year == FIRST.year:
        return date(2016, 11, 14) + timedelta(days=_dice(teller, FIRST, code).randint(0, 20))
    start = date(year, 1, 8)
    if period is not None and period.starts_on > start:
        start = period.starts_on
    return start + timedelta(days=_dice(teller, Quarter(year, 1), f"{code} day").randint(3, 30))


def _integration(teller: Teller, period: Period, quarter: Quarter) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    now = quarters_since_start(quarter)
    for programme, begun in zip(PROGRAMMES, teller.took_up, strict=True):
        planned, carried = f"{programme}1", f"{programme}2"
        has_document = now >= begun - 1
        found[planned] = _programme_document(teller, quarter, planned) if has_document else _no(planned)
        dice = _dice(teller, quarter, carried)
        active = now >= begun and (now == begun or dice.random() < 0.7)
        day = period.starts_on + timedelta(days=dice.randint(10, 50))
        found[carried] = (
            _yes(carried, activity=ACTIVITIES[programme], document_date=day) if active else _no(carried)
        )
    dice = _dice(teller, quarter, "other programmes")
    found["LG42"] = _yes("LG42") if dice.random() < 0.5 else _no("LG42")
    found["LG52"] = _yes("LG52") if dice.random() < 0.4 else _no("LG52")
    return found


def _programme_document(teller: Teller, quarter: Quarter, code: str) -> Answer:
    """A document of the commune for the whole plan, dated before the quarter that first names it."""
    dice = _dice(teller, FIRST, code)
    begun = teller.took_up[PROGRAMMES.index(code[:3])] - 1
    year, index = divmod(FIRST.year * 4 + FIRST.number - 1 + max(begun, 0), 4)
    first = Quarter(year, index + 1)
    day = date(first.year, (first.number - 1) * 3 + 1, 1) + timedelta(days=dice.randint(14, 55))
    if first == FIRST:
        day = date(2016, 11, 15) + timedelta(days=dice.randint(0, 20))
    return _yes(
        code,
        document_number=f"{dice.randint(12, 60):02}/KH-UBND",
        document_date=day,
        valid_until=date(2020, 12, 31),
    )


def _communication(teller: Teller, quarter: Quarter) -> dict[str, Answer]:
    dice = _dice(teller, quarter, "communication")
    rise = 1 + quarters_since_start(quarter) / 14
    quiet = 0.6 if quarter.number == 1 else 1
    schools, industry = dice.randint(0, 2), dice.choice((0, 0, 1))
    areas = max(1, round(2.2 * teller.size * rise * quiet + dice.uniform(-1, 1)))
    sessions = schools + industry + areas
    people = sessions * dice.randint(38, 62)
    found = _numbers(TT01a=schools, TT01b=industry, TT01c=areas, TT02=people)
    found |= _numbers(
        TT03=schools * 30,
        TT04=people * dice.uniform(0.06, 0.12),
        TT05=people * dice.uniform(0.15, 0.3),
        TT06=people * dice.uniform(0.03, 0.1) + industry * 20,
        TT07=dice.randint(0, 3),
        TT10=dice.choice((12, 12, 18, 24)),
        TT08=dice.choice((0, 100, 150, 200)),
        TT11=dice.choice((0, 0, 1, 2)),
        TV01=dice.randint(0, 2),
        TV02=dice.choice((0, 0, 2, 3, 6, 8, 12)),
    )
    kept_up = dice.random() < 0.92
    found["TT00"] = _yes("TT00", activity="Phát thanh hằng tuần trên đài truyền thanh cơ sở")
    return found if kept_up else found | {"TT00": _no("TT00")}


def _prevention(teller: Teller, quarter: Quarter) -> dict[str, Answer]:
    listed = _establishments(teller)
    inspected = [_inspections(teller, Quarter(quarter.year, n)) for n in range(1, quarter.number + 1)]
    if quarter.year == FIRST.year:
        inspected = inspected[-1:]
    dice = _dice(teller, quarter, "prevention")
    breaches = min(inspected[-1], dice.choice((0, 0, 0, 1)))
    reports = dice.choice((0, 0, 0, 1, 2))
    return _numbers(
        KT01=listed,
        KT02=inspected[-1],
        KT03=max(0, listed - (2 if quarters_since_start(quarter) < 6 else 0)),
        KT04=min(listed, sum(inspected)),
        KT05=breaches,
        KT06=reports,
        KT07=reports,
    )


def _establishments(teller: Teller) -> int:
    return 3 + round(8 * teller.size)


def _inspections(teller: Teller, quarter: Quarter) -> int:
    if (teller.slug, quarter.key) in QUIET:
        return 0
    return _dice(teller, quarter, "inspections").randint(1, 4)


def _support(teller: Teller, quarter: Quarter) -> dict[str, Answer]:
    dice = _dice(teller, quarter, "support")
    loans = dice.choice((0, 0, 1, 2, 3, 5, 6))
    models = 1 if quarters_since_start(quarter) >= 3 and teller.size > 1 else 0
    found = _numbers(
        MH01=models,
        MH02=dice.choice((5, 8, 12)) if models else 0,
        MH03=2 * models,
        VD01=dice.randint(1, 4),
        VD02=min(18, 4 + quarters_since_start(quarter) // 2),
        SK01=loans,
        SK02=loans * dice.choice((15, 20, 30)),
        SK03=dice.choice((0, 0, 1, 2)),
        SK04a=dice.randint(0, 4),
        SK04b=dice.choice((0, 0, 1, 2)),
        MB01=1 if dice.random() < 0.04 else 0,
    )
    found["MB02"] = Answer("MB02", Decimal(0))
    return found


def _leave_gaps(found: dict[str, Answer], teller: Teller, quarter: Quarter) -> None:
    """Providers who did not answer, and one commune outside a programme."""
    dice = _dice(teller, quarter, "gaps")
    if dice.random() < 0.08:
        found["TT10"] = Answer("TT10", reason=NoFigure.PROVIDER_SILENT.value)
    if dice.random() < 0.05:
        found["VD01"] = Answer("VD01", reason=NoFigure.NOT_COLLECTED.value)
    if teller.slug == "hoang-van-thu":
        found["SK01"] = Answer("SK01", reason=NoFigure.NOT_APPLICABLE.value)
        found["SK02"] = Answer("SK02", reason=NoFigure.NOT_APPLICABLE.value)
    for code in ("TT11", "TT08"):
        if dice.random() < 0.3:
            found.pop(code)
