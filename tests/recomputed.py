"""Every figure of the portal worked out again from its files alone: plain Python, nothing of the portal.

The rules are those that the page beside the file states in words.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

Line: TypeAlias = dict[str, str]


@dataclass(frozen=True)
class Figure:
    """What a file says of an indicator: the sum of what is known, of how many, and all it can be."""

    low: Decimal | None
    high: Decimal | None
    """Of what is known; None where nothing is."""
    known: int
    """Communes with everything that is due of them."""
    expected: int
    """Communes of whom anything is due."""
    least: Decimal
    most: Decimal | None
    """With what lacks; None where nobody knows how much it can be."""


@dataclass(frozen=True)
class Objective:
    """What a file says of an objective: each commune's verdict, and how many of those counted meet it."""

    verdicts: dict[str, str]
    met: int
    not_met: int
    unknown: int

    @property
    def expected(self) -> int:
        return self.met + self.not_met + self.unknown

    def percents(self) -> tuple[Decimal, Decimal]:
        """The least and the most share of communes, with one decimal as it is displayed."""
        most = (self.met, self.met + self.unknown)
        low, high = (Decimal(100 * one) / self.expected for one in most)
        return _displayed(low), _displayed(high)


def lines(file: bytes) -> list[Line]:
    """The lines under the heads."""
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def figure(rows: Sequence[Line]) -> Figure:
    """The contributions of the communes added up."""
    own: dict[str, list[Line]] = {}
    for row in rows:
        if row["in_value"] == "yes" and row["role"] in ("counted", "missing", "withheld"):
            own.setdefault(row["commune_key"], []).append(row)
    parts = [_part(answers) for answers in own.values()]
    told = [part for part in parts if part.low is not None]
    return Figure(
        low=sum((part.least for part in told), Decimal(0)) if told else None,
        high=sum((part.high or Decimal(0) for part in told), Decimal(0)) if told else None,
        known=sum(part.known for part in parts),
        expected=len(parts),
        least=sum((part.least for part in parts), Decimal(0)),
        most=_all(part.most for part in parts),
    )


def _part(rows: Sequence[Line]) -> Figure:
    counted = [row for row in rows if row["role"] == "counted"]
    whole = len(counted) == len(rows)
    low = sum((Decimal(row["low"]) for row in counted), Decimal(0))
    high = sum((Decimal(row["high"]) for row in counted), Decimal(0))
    cap = Decimal(rows[0]["most"]) if rows[0]["most"] else None
    most = high if whole else cap
    known = (low, high) if counted else (None, None)
    return Figure(known[0], known[1], known=int(whole), expected=1, least=low, most=most)


def _all(numbers: Iterable[Decimal | None]) -> Decimal | None:
    """Their sum; None where one of them is open."""
    total = Decimal(0)
    for number in numbers:
        if number is None:
            return None
        total += number
    return total


def objective(rows: Sequence[Line]) -> Objective:
    """Each commune judged by each criterion, and those in the value counted."""
    grid: dict[str, dict[str, list[Line]]] = {}
    for row in rows:
        grid.setdefault(row["commune_key"], {}).setdefault(row["indicator"], []).append(row)
    counted = {row["commune_key"] for row in rows if row["in_value"] == "yes"}
    verdicts = {key: _commune([criterion(own) for own in cells.values()]) for key, cells in grid.items()}
    found = [verdicts[key] for key in counted]
    return Objective(verdicts, *(found.count(word) for word in ("met", "not_met", "unknown")))


def _commune(verdicts: Sequence[str]) -> str:
    """One not met is not met, else one unknown is unknown, else met."""
    return next((word for word in ("not_met", "unknown", "met") if word in verdicts), "not_applicable")


def criterion(rows: Sequence[Line]) -> str:
    """The verdict on one criterion of one commune."""
    window, minimum = rows[0]["window"], Decimal(rows[0]["minimum"])
    counted = [row for row in rows if row["role"] == "counted"]
    missing = any(row["role"] in ("missing", "withheld") for row in rows)
    if not counted:
        return "unknown" if missing else "not_applicable"
    if window == "the_year":
        return _year(counted, minimum, missing=missing)
    yes = [row for row in counted if Decimal(row["low"]) >= minimum]
    if window == "standing":
        return "met" if yes and all(_valid(row) for row in yes) else "not_met"
    if window == "in_force":
        return "met" if yes else "not_met"
    return "met" if yes else "unknown" if missing else "not_met"


def _year(counted: Sequence[Line], minimum: Decimal, *, missing: bool) -> str:
    low, high = (sum(Decimal(row[end]) for row in counted) for end in ("low", "high"))
    if low >= minimum:
        return "met"
    return "unknown" if missing or high >= minimum else "not_met"


def _valid(row: Line) -> bool:
    """Its document is named, issued by the period's last day and valid on it."""
    if not row["document_number"] or not row["document_date"]:
        return False
    day, issued = date.fromisoformat(row["last_day"]), date.fromisoformat(row["document_date"])
    return issued <= day and (not row["valid_until"] or date.fromisoformat(row["valid_until"]) >= day)


def _displayed(percent: Decimal) -> Decimal:
    return percent.quantize(Decimal("0.1"), ROUND_HALF_UP)
