"""How far an objective is in a period: who meets which criterion, how many meet all, what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from plans.book import Book, once, once_a_commune
from plans.calendar import Period
from plans.document import Objective, PlanDocument
from plans.document_rows import commune_key
from plans.ranges import Range, Why, exactly
from plans.recognition import Pending, pending
from plans.spans import last_quarter, quarters_until
from plans.vocabulary import MeasureOfSuccess, Window
from plans.windows import Judged, Verdict, judge, verdict_of

DECIMALS: Final = {MeasureOfSuccess.SHARE: 1, MeasureOfSuccess.COUNT: 0}
"""Decimals with which an objective's value is displayed."""


@dataclass(frozen=True, slots=True)
class CommuneResult:
    """One commune's row of the grid."""

    commune: int
    verdict: Verdict
    cells: tuple[Judged, ...]
    """One for each criterion, in the objective's order."""
    named: bool
    """Whether a document names it for the objective."""
    counted: bool
    """Whether it is in the objective's value: where communes are named, only these are."""

    @property
    def unmet(self) -> tuple[Judged, ...]:
        return self._with(Verdict.NOT_MET)

    @property
    def unknown(self) -> tuple[Judged, ...]:
        return self._with(Verdict.UNKNOWN)

    def _with(self, verdict: Verdict) -> tuple[Judged, ...]:
        return tuple(cell for cell in self.cells if cell.verdict is verdict)


@dataclass(frozen=True)
class ObjectiveResult:
    """An objective in a quarter, or in a year, which is judged by its last quarter."""

    objective: Objective
    period: str
    """Key of the quarter or the year that was asked for."""
    quarter: Period
    """The quarter it is judged by."""
    communes: tuple[CommuneResult, ...]
    """Everybody who takes part, by ascending id."""
    reported: frozenset[int]
    """Of whom anything stands accepted for the quarter."""
    pending: Pending | None
    """Decisions that are still to come; the number of the last ones stays shown."""
    absent: tuple[str, ...] = ()
    """Keys of communes that a document names and that do not take part in the quarter."""

    @cached_property
    def counted(self) -> tuple[CommuneResult, ...]:
        """The communes that make the value: not those outside the scope of every criterion."""
        return tuple(
            row for row in self.communes if row.counted and row.verdict is not Verdict.NOT_APPLICABLE
        )

    def having(self, verdict: Verdict) -> tuple[int, ...]:
        """The communes in the value with that verdict."""
        return self._by_verdict[verdict]

    @cached_property
    def _by_verdict(self) -> dict[Verdict, tuple[int, ...]]:
        rows = self.counted
        return {verdict: tuple(r.commune for r in rows if r.verdict is verdict) for verdict in Verdict}

    @property
    def met(self) -> int:
        return len(self.having(Verdict.MET))

    @property
    def not_met(self) -> int:
        return len(self.having(Verdict.NOT_MET))

    @property
    def unknown(self) -> int:
        return len(self.having(Verdict.UNKNOWN))

    @property
    def awaited(self) -> tuple[int, ...]:
        """Of those that do not meet it, whoever may do so by an answer that is still to come.

        Their last answer stands meanwhile, but nobody should be called behind for it.
        """
        rows = (row for row in self.counted if row.verdict is Verdict.NOT_MET)
        return tuple(row.commune for row in rows if all(cell.missing for cell in row.unmet))

    @property
    def known(self) -> int:
        """How many there is a verdict of."""
        return self.met + self.not_met

    @property
    def expected(self) -> int:
        return len(self.counted)

    @property
    def complete(self) -> bool:
        """Whether the value is one number that rests on everybody."""
        return self.expected > 0 and not self.unknown

    @property
    def naming(self) -> tuple[str, ...]:
        """The documents that name communes for it by the quarter's year; empty where anybody counts."""
        rows = (row for row in self.objective.named if row.from_year <= self.quarter.year)
        return tuple(dict.fromkeys(row.document for row in rows))

    @property
    def outside(self) -> tuple[int, ...]:
        """Participants that no criterion concerns."""
        return tuple(row.commune for row in self.communes if row.verdict is Verdict.NOT_APPLICABLE)

    @cached_property
    def count(self) -> Range | None:
        """Number of communes that meet it; None where nobody is to be counted."""
        if not self.expected:
            return None
        why = frozenset({Why.MISSING}) if self.unknown else frozenset[Why]()
        return Range(Decimal(self.met), Decimal(self.met + self.unknown), why)

    @cached_property
    def value(self) -> Range | None:
        """Percent or number of communes, as the objective is measured."""
        if self.count is None or self.objective.success is MeasureOfSuccess.COUNT:
            return self.count
        return self.count.percent_of(Decimal(self.expected))

    @cached_property
    def shown(self) -> Range | None:
        """The value as it is displayed; everything that is said of it is judged by this."""
        return self.value.rounded(DECIMALS[self.objective.success]) if self.value else None

    @property
    def best(self) -> Decimal:
        """As displayed, what it would be if everybody unknown or awaited met it; 0 of nobody."""
        most = exactly(Decimal(self.met + self.unknown + len(self.awaited)))
        share = self.objective.success is MeasureOfSuccess.SHARE and self.expected
        value = most.percent_of(Decimal(self.expected)) if share else most
        return value.rounded(DECIMALS[self.objective.success]).low

    @property
    def decided_in(self) -> tuple[int, ...]:
        """The years of the decisions that the value rests on, where it rests on decisions."""
        decisions = [
            cell.reading
            for row in self.counted
            for cell in row.cells
            if cell.criterion.window is Window.IN_FORCE and cell.reading
        ]
        return tuple(sorted({int(decision.period[:4]) for decision in decisions}))

    def row(self, commune: int) -> CommuneResult:
        """The commune's row. Raises KeyError where it does not take part."""
        return {row.commune: row for row in self.communes}[commune]


def indicators_used(document: PlanDocument) -> frozenset[str]:
    """Codes of the indicators that objectives are judged by: of no other a reading is needed for them."""
    return frozenset(row.indicator for objective in document.objectives for row in objective.criteria)


@once
def result(book: Book, code: str, period: str) -> ObjectiveResult:
    """The objective in the quarter or year of that key. Raises KeyError where the plan has none of it."""
    objective = book.document.objective(code)
    quarter = last_quarter(book.document, period)
    named = _named(book, code, quarter.year)
    participants = book.participants(quarter.key)
    return ObjectiveResult(
        objective=objective,
        period=period,
        quarter=quarter,
        communes=tuple(_row(book, commune, code, quarter.key) for commune in participants),
        reported=book.reported(quarter.key),
        pending=_pending(book, objective, quarter),
        absent=tuple(key for key, commune in named.items() if commune not in participants),
    )


def of_commune(book: Book, code: str, commune: int, quarter: str) -> CommuneResult:
    """One participant's row alone, the same as in the objective's result."""
    return _row(book, commune, code, last_quarter(book.document, quarter).key)


@once
def is_complete(book: Book, code: str, quarter: str) -> bool:
    """Whether the objective's value there is one number that rests on everybody; stops at the first gap."""
    key = last_quarter(book.document, quarter).key
    counted = False
    for commune in book.participants(key):
        found = _row(book, commune, code, key)
        if found.counted and found.verdict is Verdict.UNKNOWN:
            return False
        counted = counted or (found.counted and found.verdict is not Verdict.NOT_APPLICABLE)
    return counted


def since(book: Book, code: str, commune: int, quarter: str) -> str:
    """The quarter since which the commune's verdict has been the same without a break."""
    held = last_quarter(book.document, quarter).key
    now = of_commune(book, code, commune, held).verdict
    for key in reversed(quarters_until(book.document, held)[:-1]):
        if not book.takes_part(commune, key) or of_commune(book, code, commune, key).verdict is not now:
            break
        held = key
    return held


@once_a_commune
def _row(book: Book, commune: int, code: str, quarter: str) -> CommuneResult:
    objective, named = book.document.objective(code), _named(book, code, book.document.period(quarter).year)
    cells = tuple(judge(book, criterion, commune, quarter) for criterion in objective.criteria)
    is_named = commune in named.values()
    verdict = verdict_of(cell.verdict for cell in cells)
    return CommuneResult(commune, verdict, cells, is_named, counted=is_named or not named)


@once
def _named(book: Book, code: str, year: int) -> dict[str, int]:
    """Those named for the year, by key."""
    keys = [
        commune_key(row.commune, row.commune_valid_from)
        for row in book.document.objective(code).named
        if row.from_year <= year
    ]
    return {key: book.communes[key] for key in keys}


def _pending(book: Book, objective: Objective, quarter: Period) -> Pending | None:
    for criterion in objective.criteria:
        if criterion.window is Window.IN_FORCE:
            found = pending(book, book.document.indicator(criterion.indicator), quarter)
            if found:
                return found
    return None
