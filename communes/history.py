"""What a commune reported before, as far as it was accepted: what new answers are compared with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bg_portal.periods import Quarter
from communes.answers import Answer


@dataclass(frozen=True)
class Past:
    """The accepted answers of one quarter, as they stand now."""

    quarter: str
    """Key, such as "2018-Q2"."""
    answers: Mapping[str, Answer]

    @property
    def year(self) -> int:
        """The reporting year."""
        return Quarter.parse(self.quarter).year

    def number(self, code: str) -> Decimal | None:
        """The accepted value; None where there is none, for whatever reason."""
        answer = self.answers.get(code)
        return answer.value if answer else None


@dataclass(frozen=True)
class History:
    """All accepted quarters before the one that is reported, oldest first."""

    accepted: tuple[Past, ...] = ()
    population_2009: int | None = None
    """Inhabitants by the census of 2009, the only count the portal has."""

    @property
    def last(self) -> Past | None:
        """The last accepted quarter."""
        return self.accepted[-1] if self.accepted else None

    def of_year(self, year: int) -> tuple[Past, ...]:
        """The accepted quarters of a reporting year."""
        return tuple(past for past in self.accepted if past.year == year)

    def latest(self, code: str) -> tuple[Past, Decimal] | None:
        """The last quarter that has a value for the code, with that value."""
        for past in reversed(self.accepted):
            value = past.number(code)
            if value is not None:
                return past, value
        return None
