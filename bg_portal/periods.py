"""A quarter as a value: comparable, printable, with its neighbours; its days are rows of a plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KEY = re.compile(r"([0-9]{4})-Q([1-4])")
_ROMAN = ("I", "II", "III", "IV")
_LABELS = {"vi": "quý {roman}/{year}", "en": "Q{number} {year}"}


def period_key(year: int, quarter: int) -> str:
    """A period as in addresses and files: "2018-Q2", or "2018" of the year, whose quarter is 0."""
    return f"{year}-Q{quarter}" if quarter else str(year)


@dataclass(frozen=True, order=True)
class Quarter:
    """Quarter `number` (1 to 4) of a year; which days it covers is for the plan's periods to say."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (1000 <= self.year <= 9999 and 1 <= self.number <= 4):
            raise ValueError(f"no such quarter: {self.number} of {self.year}")

    @classmethod
    def parse(cls, key: str) -> Quarter:
        """The quarter of a key such as "2018-Q2"; ValueError for anything else."""
        match = _KEY.fullmatch(key)
        if match is None:
            raise ValueError(f"not a quarter: {key!r}")
        return cls(int(match[1]), int(match[2]))

    @property
    def key(self) -> str:
        """As in addresses and files: "2018-Q2"."""
        return period_key(self.year, self.number)

    @property
    def roman(self) -> str:
        """The number as official papers write it: "II"."""
        return _ROMAN[self.number - 1]

    def next(self) -> Quarter:
        return self._moved(1)

    def previous(self) -> Quarter:
        return self._moved(-1)

    def year_before(self) -> Quarter:
        """The same quarter of the year before."""
        return self._moved(-4)

    def since(self, other: Quarter) -> int:
        """How many quarters later than the other it is; below 0 where it is earlier."""
        return (self.year - other.year) * 4 + self.number - other.number

    def label(self, language: str) -> str:
        """In words, "quý II/2018" or "Q2 2018"; a language other than English reads Vietnamese."""
        pattern = _LABELS.get(language, _LABELS["vi"])
        return pattern.format(roman=self.roman, number=self.number, year=self.year)

    def __str__(self) -> str:
        return self.label("vi")

    def _moved(self, quarters: int) -> Quarter:
        year, index = divmod(self.year * 4 + self.number - 1 + quarters, 4)
        return Quarter(year, index + 1)
