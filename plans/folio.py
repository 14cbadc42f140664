"""One commune's part of a book: its figures as the reader may see them, and what follows from them.

After an acceptance almost every commune has the figures it had: its folio goes over into the next book, with
everything that was computed of it.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plans.document import PlanDocument
from plans.progress import with_computed
from plans.protection import Cell, Shown, protect, unprotected


@dataclass(frozen=True)
class Folio:
    """All that a book holds of one commune."""

    figures: tuple[Shown, ...] = ()
    """With the sums that the plan computes from parts."""

    @cached_property
    def series(self) -> dict[str, dict[str, Shown]]:
        """By indicator and key of the period."""
        found: dict[str, dict[str, Shown]] = {}
        for figure in self.figures:
            found.setdefault(figure.indicator, {})[figure.period] = figure
        return found

    @cached_property
    def corrected(self) -> frozenset[tuple[str, str]]:
        """Indicator and period of numbers that took the place of another one, as far as it may be told."""
        return frozenset((figure.indicator, figure.period) for figure in self.figures if figure.corrected)

    @cached_property
    def answers(self) -> dict[Hashable, Any]:
        """What was computed of this commune and the plan alone; see `book.once_a_commune`."""
        return {}


def folio(
    cells: Iterable[Cell], document: PlanDocument, *, public: bool, codes: Collection[str] | None = None
) -> Folio:
    """The folio of one commune's cells, protected for the public before anything is computed.

    `codes` are the indicators that are kept of it; None: all of them.
    """
    figures = with_computed(protect(cells, document) if public else unprotected(cells), document)
    if codes is None:
        return Folio(figures)
    return Folio(tuple(figure for figure in figures if figure.indicator in codes))
