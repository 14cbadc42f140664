"""Measures and indicators as a plan's document states them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from plans.document_rows import at_most
from plans.vocabulary import (
    AcrossCommunes,
    AcrossQuarters,
    Asks,
    Frequency,
    IndicatorKind,
    Protection,
    RecordedBy,
)

PROVIDER_SEPARATOR: Final = "; "


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A task and solution (nhiệm vụ, giải pháp) of the plan."""

    order: int
    """Its number in the plan, by which indicators and reports refer to it."""
    name_vi: str = field(metadata=at_most(200))
    name_en: str = field(default="", metadata=at_most(200))
    statement_vi: str = field(metadata=at_most(2000, multiline=True))
    statement_en: str = field(default="", metadata=at_most(2000, multiline=True))
    responsible_vi: str = field(default="", metadata=at_most(300))
    """The body in charge; empty where the plan does not name one."""
    responsible_en: str = field(default="", metadata=at_most(300))
    partners_vi: str = field(default="", metadata=at_most(300))
    partners_en: str = field(default="", metadata=at_most(300))

    @property
    def key(self) -> str:
        return str(self.order)


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """What is counted for a measure, by whom, and how it adds up over quarters and communes."""

    code: str = field(metadata=at_most(12))
    measure: int
    """The measure's number."""
    order: int
    """Its place within the measure."""
    name_vi: str = field(metadata=at_most(300))
    """The official name, complete where it stands alone."""
    name_en: str = field(default="", metadata=at_most(300))
    short_vi: str = field(default="", metadata=at_most(120))
    """The name where space is short, or beneath the whole that it is a part of."""
    short_en: str = field(default="", metadata=at_most(120))
    unit_vi: str = field(metadata=at_most(40))
    unit_en: str = field(default="", metadata=at_most(40))
    kind: IndicatorKind
    decimals: int = 0
    """Decimal places of an answer."""
    frequency: Frequency = Frequency.QUARTER
    across_quarters: AcrossQuarters
    across_communes: AcrossCommunes
    part_of: str = field(default="", metadata=at_most(12))
    """Code of the indicator that this one never exceeds; parts may overlap and need not add up to it."""
    sum_of: tuple[str, ...] = ()
    """Codes of the indicators that add up to this one; it is computed from them and never asked."""
    protection: Protection = Protection.OPEN
    protected_with: str = field(default="", metadata=at_most(12))
    """Code of the indicator whose protection hides this one too."""
    recorded_by: RecordedBy = RecordedBy.COMMUNE
    required: bool = False
    """Whether a report is incomplete without an answer."""
    asks: frozenset[Asks] = frozenset()
    """What a "yes" must come with."""
    provider_vi: str = field(default="", metadata=at_most(200))
    """Who gives the commune the figure; several are separated by "; "."""
    provider_en: str = field(default="", metadata=at_most(200))
    guidance_vi: str = field(default="", metadata=at_most(1500, multiline=True))
    """What counts and what does not."""
    guidance_en: str = field(default="", metadata=at_most(1500, multiline=True))
    valid_from: str = field(default="", metadata=at_most(8))
    """Key of its first quarter; before it the indicator is not applicable. Empty: from the start."""
    valid_to: str = field(default="", metadata=at_most(8))
    """Key of its last quarter. Empty: to the end."""

    @property
    def key(self) -> str:
        return self.code

    @property
    def asked(self) -> bool:
        """Whether communes answer it in their reports."""
        return self.recorded_by is RecordedBy.COMMUNE

    @property
    def nil_fills(self) -> bool:
        """Whether "nothing to report" means 0 here: true of flows only."""
        return self.asked and self.across_quarters is AcrossQuarters.SUM

    @property
    def prefilled(self) -> bool:
        """Whether the form offers an answer to be confirmed.

        A stock or a standing state carries over from the last reading; a yes counted for the year carries
        over once it was answered in the year. What was done in the period never does.
        """
        if self.across_quarters is AcrossQuarters.CUMULATIVE:
            return self.asked and self.kind is IndicatorKind.YES_NO
        return self.asked and self.across_quarters is AcrossQuarters.LATEST

    @property
    def protected(self) -> bool:
        return self.protection is not Protection.OPEN

    def providers(self, language: str) -> tuple[str, ...]:
        """Each body that gives the figure, in "vi" or "en"; the Vietnamese name where English lacks."""
        names = self.provider_en if language == "en" and self.provider_en else self.provider_vi
        return tuple(names.split(PROVIDER_SEPARATOR)) if names else ()

    def applies_in(self, period: str) -> bool:
        """Whether it exists in the period of that key; in a year, if it does in any of its quarters."""
        length = len(period)
        begun = self.valid_from[:length] <= period
        return begun and (not self.valid_to or period <= self.valid_to[:length])
