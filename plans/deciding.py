"""The document by which something was decided: number, date, authority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NUMBER_MAX, AUTHORITY_MAX = 60, 120
"""Longest number and longest authority in characters: with the date they fit where a citation is stored."""


@dataclass(frozen=True)
class Deciding:
    """A deciding document, as it is cited."""

    number: str
    """Number and sign, as "12/QĐ-UBND"."""
    dated_on: date
    authority: str

    @property
    def citation(self) -> str:
        """Number, date, authority: the same in both languages, because it is stored."""
        return f"{self.number}, {self.dated_on:%d/%m/%Y}, {self.authority}"
