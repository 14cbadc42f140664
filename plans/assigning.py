"""Targets of indicators as they are given to communes: what a new decision changes of a plan's document.

The document holds the targets that stand; the one that a decision replaces is kept in its own row with its
own entry. A value that stays the same stays with the document that decided it first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from plans.document import PlanDocument, Target
from plans.document_check_goals import goal_problems
from plans.document_problems import Problem
from plans.document_rows import PLAN, place_of


@dataclass(frozen=True)
class NewTarget:
    """One cell of the grid: an indicator, a year, a commune or the whole plan, and its value."""

    indicator: str
    year: int
    value: Decimal | None
    """None: no target any more."""
    commune: str = ""
    """Empty for the whole plan."""
    commune_valid_from: date | None = None
    before: Decimal | None = None
    """What stood there for whoever decided: None for nothing."""

    def as_stated(self, document: str, reason: str) -> Target:
        """The row of a plan's document. Only for a value."""
        if self.value is None:
            message = "A target that is taken back has no row."
            raise ValueError(message)
        return Target(
            indicator=self.indicator,
            year=self.year,
            commune=self.commune,
            commune_valid_from=self.commune_valid_from,
            value=self.value,
            document=document,
            reason=reason,
        )

    @property
    def key(self) -> str:
        """As the row's key in a document."""
        return replace(self, value=Decimal(0)).as_stated("", "").key


def standing(document: PlanDocument, row: NewTarget) -> Decimal | None:
    """What the document states now for the row's cell."""
    found = document.target(
        row.indicator, row.year, commune=row.commune, commune_valid_from=row.commune_valid_from
    )
    return found.value if found else None


def changed(document: PlanDocument, rows: Iterable[NewTarget]) -> list[NewTarget]:
    """The rows that say something else than the document."""
    return [row for row in rows if standing(document, row) != row.value]


def is_revision(document: PlanDocument, rows: Iterable[NewTarget]) -> bool:
    """Whether one of the rows takes the place of a value, which asks for a reason."""
    return any(standing(document, row) is not None for row in rows)


def with_targets(
    document: PlanDocument, rows: Iterable[NewTarget], *, cited: str, reason: str
) -> PlanDocument:
    """The document after a decision; a reason stands only where a value took another's place."""
    targets = {target.key: target for target in document.targets}
    for row in rows:
        if row.value is None:
            targets.pop(row.key, None)
        else:
            said = reason if row.key in targets else ""
            targets[row.key] = row.as_stated(cited, said)
    return replace(document, targets=tuple(targets.values()))


def problems_of(document: PlanDocument, rows: Iterable[NewTarget]) -> dict[str, Problem]:
    """What the plan's validator says against the rows, by their keys; one problem for each row."""
    places = {place_of(PLAN, "target", row.key): row.key for row in rows}
    after = with_targets(document, rows, cited=PLAN, reason="")
    found = [problem for problem in goal_problems(after) if problem.place in places]
    return {places[problem.place]: problem for problem in reversed(found)}


def fingerprint(document: PlanDocument, year: int) -> str:
    """What stands of indicators' targets in a year, as a short text that changes with any of them."""
    rows = sorted(
        f"{t.key}={t.value.normalize():f}" for t in document.targets if t.indicator and t.year == year
    )
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]
