"""A commune's accepted figures as the public may see them, each with where it came from."""

from __future__ import annotations

from dataclasses import dataclass

from communes.models import Commune
from communes.queries.submissions import accepted_references
from plans.document import PlanDocument
from plans.models import Plan
from plans.overview import cell_of
from plans.progress import by_indicator, with_computed
from plans.protection import Shown, protect
from plans.queries import plan_document, reading_rows


@dataclass(frozen=True)
class CommuneFigures:
    """What a public page of a commune knows: protected figures and where they came from."""

    document: PlanDocument
    figures: dict[str, dict[str, Shown]]
    sources: dict[str, str]
    """By quarter, the report that was accepted last. A figure leads there and not to the sending that last
    changed it, because that would tell the public of a change within a range."""


def public_figures(plan: Plan, commune: Commune) -> CommuneFigures:
    """Everything accepted for the commune, protected before anything is computed from it."""
    document = plan_document(plan)
    rows = reading_rows(plan, commune)
    shown = with_computed(protect([cell_of(row) for row in rows], document), document)
    return CommuneFigures(document, by_indicator(shown, commune.pk), accepted_references(plan, commune))
