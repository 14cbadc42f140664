"""Charts for the gallery, on content as it occurs; its Vietnamese texts are sample data."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bg_portal.charts.bars import Bar, by_amount
from bg_portal.charts.course import Course, Point
from bg_portal.charts.multiples import Unit
from bg_portal.charts.scale import Scale, percents, scale_for
from bg_portal.periods import Quarter

MET = (8, 8, 8, 9, 10, 10, 10, 11, 12, None, 12, 13, 13, (12, 14), 14, 15, None)
"""Of sixteen, from quarter IV/2016; a range where some are not known."""
CORRECTED, TARGET_YEAR = "2019-Q2", 2020
ASSEMBLIES = [
    ("Dĩnh Kế", 42),
    ("Đa Mai", 57),
    ("Hoàng Văn Thụ", 31),
    ("Lê Lợi", 12),
    ("Mỹ Độ", 38),
    ("Ngô Quyền", 0),
    ("Song Khê", None),
    ("Tân Mỹ", 26),
]
YEARS = [("2016", 46, 46, None), ("2017", 191, 191, 180), ("2018", 203, 206, 200), ("2019", 180, None, 220)]


def number(amount: Decimal | float) -> str:
    """As a Vietnamese page writes it, with one decimal at most."""
    return f"{float(amount):.1f}".removesuffix(".0").replace(".", ",")


def quarters() -> list[Quarter]:
    """The seventeen periods."""
    return [Quarter(2016, 4), *(Quarter(year, n) for year in range(2017, 2021) for n in range(1, 5))]


def course() -> Course:
    """An objective that is a share, with a gap, a range, a correction, a target and a reference line."""
    points = []
    for place, (quarter, met) in enumerate(zip(quarters(), MET, strict=True)):
        low, high = met if isinstance(met, tuple) else (met, met)
        shares = [None if end is None else Decimal(end) * 100 / 16 for end in (low, high)]
        known = sorted({number(share) for share in shares if share is not None})
        points.append(
            Point(
                label=quarter.label("vi"),
                column=quarter.roman,
                group=str(quarter.year),
                low=shares[0],
                high=shares[1],
                words=" - ".join(known) + "%" if known else "",
                corrected=quarter.key == CORRECTED,
                target=Decimal(100) if quarter.year == TARGET_YEAR else None,
                reference=50 + Decimal(50) * place / 16,
            )
        )
    return Course(points, percents(), ["0", "25", "50", "75", "100%"], "Chỉ tiêu được giao 2020: 100%")


def bars() -> list[Bar]:
    """An amount by unit, the largest first."""
    known = [(name, None if n is None else Decimal(n)) for name, n in ASSEMBLIES]
    rows = [Bar(name, "chưa có số liệu" if n is None else str(n), n, n) for name, n in known]
    return by_amount([*rows, Bar("Thọ Xương", "dưới 5", Decimal(1), Decimal(4))])


def years() -> tuple[list[Bar], Scale]:
    """An amount by year."""
    rows = [
        Bar(
            name,
            word,
            Decimal(low),
            None if high is None else Decimal(high),
            None if target is None else Decimal(target),
        )
        for (name, low, high, target), word in zip(
            YEARS, ("46", "191", "203 - 206", "ít nhất 180"), strict=True
        )
    ]
    return rows, scale_for(end for row in rows for end in row.ends)


def units() -> list[Unit]:
    """The course of four units on one scale."""
    return [Unit(name, f"{n} buổi", _points(n), "#") for name, n in ASSEMBLIES[:4] if n]


def _points(most: int) -> list[Point]:
    amounts = [Decimal(most) * (place % 4 + 1) / 4 for place in range(17)]
    return [
        Point(quarter.label("vi"), quarter.roman, str(quarter.year), amount, amount, number(amount))
        if place % 7 != 5
        else Point(quarter.label("vi"), quarter.roman, str(quarter.year))
        for place, (quarter, amount) in enumerate(zip(quarters(), amounts, strict=True))
    ]


def charts() -> dict[str, Any]:
    """What the gallery's page draws of charts."""
    rows, scale = years()
    return {
        "chart": course(),
        "bars": bars(),
        "years": rows,
        "years_scale": scale,
        "years_ticks": [number(tick) for tick in scale.ticks],
        "units": units(),
    }
