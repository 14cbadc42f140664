"""What the city decides by year in the story: named communes, targets, reviews, decisions, in time's order.

Every document here says that it is illustrative; which communes were named, given targets or recognised in
truth is in no source that could be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from communes.deadlines import LOCAL
from communes.illustration.course import TELLERS
from communes.illustration.figures import REGISTERED_NOT, Teller
from communes.vocabulary import RecognitionStep
from plans.actions.naming import Note
from plans.deciding import Deciding

YEARS: Final = range(2016, 2020)
"""Years with decisions; those for 2020 are still to come on the day of the demonstration."""
NAMED: Final = tuple(teller.slug for teller in TELLERS if teller.slug not in REGISTERED_NOT)
"""The twelve that register are the twelve that the illustrative list names."""
NAMING: Final = "Danh sách minh họa, ngày 15/11/2016"
NAMING_NOTE: Final = Note(
    "Kế hoạch không nêu tên 12 đơn vị. Danh sách minh họa nêu tên 12 đơn vị và chỉ tính các đơn vị này.",
    "The plan does not name the 12. An illustrative list names 12, and only these are counted.",
)
"""The plan's own note says that any count."""
REFUSED: Final = {2016: frozenset({"xuong-giang"}), 2018: frozenset({"tan-tien"})}
"""Of the twelve: one whose first report never came, so that it had not registered; and one that is not
continued in 2018 and recognised again in 2019."""
LATE: Final = {2017: ("dinh-tri", date(2018, 7, 20))}
"""By year, the commune that waits for its decision until after the second quarter."""

CITY: Final = "UBND thành phố (số liệu minh họa)"
AUTHORITY: Final = "Cơ quan quyết định (số liệu minh họa)"
REVISED_ON: Final = date(2019, 8, 5)
REVISED: Final = ("song-khe", "TT02")
REVISION: Final = "Điều chỉnh theo điều kiện thực tế của địa phương."


@dataclass(frozen=True)
class Naming:
    """The plan's document comes to name communes for the objective that keeps a number of them."""

    at: datetime


@dataclass(frozen=True)
class Assigning:
    """Targets of a year: by code, a value for each commune (empty address: for the whole city)."""

    at: datetime
    year: int
    values: dict[str, dict[str, Decimal]]
    document: Deciding
    reason: str = ""


@dataclass(frozen=True)
class Recognising:
    """One step of a year's recognition for several communes."""

    at: datetime
    year: int
    step: RecognitionStep
    slugs: tuple[str, ...]
    document: Deciding | None = None


CityStep = Naming | Assigning | Recognising


def city_steps() -> list[CityStep]:
    """The whole story in order of time."""
    found: list[CityStep] = [Naming(_at(date(2016, 11, 16), 8)), *_assigned(), *_recognised()]
    return sorted(found, key=lambda step: step.at)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), LOCAL)


def _assigned() -> Iterator[CityStep]:
    """Every January from 2017 on, and one revision within a year."""
    for year in range(2017, 2021):
        day = date(year, 1, 22)
        document = Deciding(f"MH-{year % 100:02}/KH-UBND", day, CITY)
        yield Assigning(_at(day, 16), year, _values(year), document)
    slug, code = REVISED
    lower = {code: {slug: _values(2019)[code][slug] * 3 / 4}}
    document = Deciding("MH-31/QĐ-UBND", REVISED_ON, CITY)
    yield Assigning(_at(REVISED_ON, 9), 2019, lower, document, REVISION)


def _values(year: int) -> dict[str, dict[str, Decimal]]:
    """People reached, broadcasts, inspections: rising with the years, by the size of the commune."""
    rise = year - 2017
    people = {teller.slug: Decimal(_in_hundreds(teller, 520 + 90 * rise)) for teller in TELLERS}
    broadcasts = {teller.slug: Decimal(48 + 6 * rise) for teller in TELLERS}
    inspections = {teller.slug: Decimal(round(10 * teller.size) + rise) for teller in TELLERS}
    found = {"TT02": people, "TT10": broadcasts, "KT02": inspections}
    city = {"TT02": Decimal(9000 + 1400 * rise), "TT10": sum(broadcasts.values(), Decimal(0))}
    return {code: {**values, **({"": city[code]} if code in city else {})} for code, values in found.items()}


def _in_hundreds(teller: Teller, mean: int) -> int:
    return max(round(mean * teller.size / 100), 1) * 100


def _recognised() -> Iterator[CityStep]:
    """Reviewed in January of the next year, decided in February; one commune waits longer."""
    for year in YEARS:
        late, late_on = LATE.get(year, ("", date.max))
        refused = REFUSED.get(year, frozenset())
        reviewed = tuple(slug for slug in NAMED if slug not in refused or year != 2016)
        yield Recognising(_at(date(year + 1, 1, 24), 9), year, RecognitionStep.REVIEW, reviewed)
        decided = Deciding(f"MH-{year % 100:02}/QĐ-CN", date(year + 1, 2, 20), AUTHORITY)
        yes = tuple(slug for slug in NAMED if slug not in refused and slug != late)
        no = tuple(teller.slug for teller in TELLERS if teller.slug in refused | REGISTERED_NOT)
        yield Recognising(_at(decided.dated_on, 14), year, RecognitionStep.RECOGNISE, yes, decided)
        yield Recognising(_at(decided.dated_on, 15), year, RecognitionStep.REFUSE, no, decided)
        if late:
            document = Deciding(f"MH-{year % 100:02}b/QĐ-CN", late_on, AUTHORITY)
            yield Recognising(_at(late_on, 10), year, RecognitionStep.RECOGNISE, (late,), document)
