"""The scale of a chart: always from zero, with ticks that people count in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
INTERVALS = 5
"""The most steps from zero to the top."""
_STEPS = (1, 2, 5)


@dataclass(frozen=True)
class Scale:
    """From zero to `top`, in so many equal steps."""

    top: Decimal
    step: Decimal

    def share(self, amount: Decimal) -> Decimal:
        """How much of the whole scale the amount takes, from 0 to 1."""
        return amount / self.top

    @property
    def ticks(self) -> list[Decimal]:
        """From zero to the top."""
        return [self.step * number for number in range(int(self.top / self.step) + 1)]


def percents() -> Scale:
    """The scale of shares."""
    return Scale(HUNDRED, Decimal(25))


def scale_for(amounts: Iterable[Decimal], *, whole: bool = True) -> Scale:
    """The smallest scale that holds all of them; with `whole` no tick falls between two counts."""
    most = max(amounts, default=ZERO)
    step = _step(most, whole=whole)
    steps = (most / step).to_integral_value(ROUND_CEILING)
    return Scale(step * max(steps, ONE), step)


def _step(most: Decimal, *, whole: bool) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20, 50 … that reaches `most` in INTERVALS steps."""
    power = 0 if whole or most <= 0 else most.adjusted() - 1
    while True:
        for factor in _STEPS:
            step = Decimal(factor).scaleb(power)
            if step * INTERVALS >= most:
                return step
        power += 1
