"""What is said of reaching a target: the numbers of a forecast, and the word that follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from bg_portal.periods import Quarter
from plans.document import Target
from plans.projection import LEAST_TRIED, Projected, Tried
from plans.ranges import ZERO
from plans.sayings import Saying, gettext_noop, say


class Method(StrEnum):
    """How a forecast is made."""

    SEASON = "season"
    """The quarters of the year add up, and go on as the same quarters of earlier years did."""
    CHANGE = "change"
    """What stands at the end goes on by the mean change of the last four quarters."""
    KEEP = "keep"
    """What stands is to be kept, and stays as it is."""


METHODS: Final = {
    Method.SEASON: gettext_noop(
        "What is still to come in the year is taken from the same periods of each earlier year that "
        "compare, scaled by this year's ratio to them so far; the forecast is the mean. The range reaches "
        "as far as what came ever was from what was to be expected."
    ),
    Method.CHANGE: gettext_noop(
        "The last value goes on by its mean change per period over the last four. The range reaches as "
        "far as the largest misses of one step so far, up and down, for each period to come."
    ),
    Method.KEEP: gettext_noop(
        "What stands is taken to stay. The range reaches as far as the largest changes over as many "
        "periods so far, up and down."
    ),
}
"""The msgid of each method in words."""


class Prospect(StrEnum):
    """What is to be expected of a target."""

    REACHED = "reached"
    """What adds up over the year is there already, or the period is over and it was."""
    EXPECTED = "expected"
    """All of the range reaches it."""
    AT_RISK = "at_risk"
    """The forecast falls short of it."""
    CANNOT_TELL = "cannot_tell"
    MISSED = "missed"
    """Its period is over, and it was not reached."""


LABELS: Final = {
    Prospect.REACHED: gettext_noop("Reached"),
    Prospect.EXPECTED: gettext_noop("Forecast to be reached"),
    Prospect.AT_RISK: gettext_noop("At risk of not being reached"),
    Prospect.CANNOT_TELL: gettext_noop("Not enough data to judge"),
    Prospect.MISSED: gettext_noop("Not reached"),
}
"""The msgid of each word."""


@dataclass(frozen=True)
class Outlook:
    """A target with everything that can be said of reaching it."""

    target: Target
    wanted: Decimal
    """The target in the unit of the series: an objective's in communes."""
    method: Method
    end: str
    """Key of the quarter at whose end it is due."""
    basis: str
    """Key of the last quarter with complete data that it rests on; empty where there is none."""
    now: Decimal | None
    """What there is by the end of the basis."""
    most: Decimal | None
    """The most it can be."""
    left: int
    """Quarters after the basis until the end."""
    projected: Projected | None
    prospect: Prospect
    reason: Saying | None
    """Why nobody can tell; None where something is said."""
    tried: tuple[tuple[str, Tried], ...] = ()
    """By key of the quarter at whose end it would have been said."""

    @property
    def required(self) -> Decimal | None:
        """What each quarter still to come has to bring, on average; 0 where nothing is wanting."""
        if self.now is None or not self.left:
            return None
        return max(self.wanted - self.now, ZERO) / self.left

    @property
    def label(self) -> str:
        """The msgid of the word."""
        return LABELS[self.prospect]


@dataclass(frozen=True)
class Aim:
    """What is asked: a target due at the end of a quarter."""

    keys: tuple[str, ...]
    """Of all quarters, in order of time."""
    target: Target
    wanted: Decimal
    end: str
    at: str
    """Key of the quarter up to whose end anything is known."""
    most: Decimal | None
    method: Method
    decimals: int = 0
    """With how many a forecast is displayed, and judged."""

    def unsaid(self, reason: Saying, basis: str = "", now: Decimal | None = None) -> Outlook:
        """Nothing can be said, because."""
        return self._outlook(basis, now, None, Prospect.CANNOT_TELL, reason)

    def said(self, basis: str, now: Decimal, projected: Projected, tried: Sequence[Tried]) -> Outlook:
        """What can be said, from the end of the basis on."""
        shown = projected.rounded(self.decimals)
        told = [replace(one, said=one.said.rounded(self.decimals)) for one in tried]
        past = tuple((self.keys[one.at], one) for one in told)
        return self._outlook(basis, now, shown, *self._judged(basis, now, shown), past)

    def after(self, basis: str) -> int:
        """Quarters after the basis until the end, which need not be entered yet."""
        return Quarter.parse(self.end).since(Quarter.parse(basis))

    def _outlook(
        self,
        basis: str,
        now: Decimal | None,
        projected: Projected | None,
        prospect: Prospect,
        reason: Saying | None,
        tried: tuple[tuple[str, Tried], ...] = (),
    ) -> Outlook:
        left = self.after(basis) if basis else 0
        own = (self.target, self.wanted, self.method, self.end, basis, now, self.most, left)
        return Outlook(*own, projected, prospect, reason, tried)

    def _judged(self, basis: str, now: Decimal, projected: Projected) -> tuple[Prospect, Saying | None]:
        over = basis >= self.end
        if now >= self.wanted and (over or self.method is Method.SEASON):
            return Prospect.REACHED, None
        if over:
            return Prospect.MISSED, None
        if projected.point < self.wanted and projected.span:
            return Prospect.AT_RISK, None
        if projected.span is None:
            text = gettext_noop("only %(n)s earlier forecasts met what came, at least %(least)s are needed")
            return Prospect.CANNOT_TELL, say(text, n=projected.tried, least=LEAST_TRIED)
        if projected.span.low >= self.wanted:
            return Prospect.EXPECTED, None
        text = gettext_noop("the range of the forecast reaches below the target")
        return Prospect.CANNOT_TELL, say(text)
