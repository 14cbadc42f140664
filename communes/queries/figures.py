"""A commune's accepted figures as the public may see them, each with where it came from."""

from __future__ import annotations

from dataclasses import dataclass

from communes.models import Commune
from plans.document import PlanDocument
from plans.models import Plan, Reading
from plans.progress import by_indicator, with_computed
from plans.protection import Cell, Paper, Shown, protect
from plans.queries import plan_document, readings_of_commune


@dataclass(frozen=True)
class CommuneFigures:
    """What a public page of a commune knows: protected figures by indicator and quarter, and their sources."""

    document: PlanDocument
    figures: dict[str, dict[str, Shown]]
    sources: dict[int, str]


def public_figures(plan: Plan, commune: Commune) -> CommuneFigures:
    """Everything accepted for the commune, protected before anything is computed from it."""
    document = plan_document(plan)
    readings = readings_of_commune(plan, commune)
    shown = with_computed(protect([cell_of(r) for r in readings], document), document)
    sources = {r.entry_id: r.entry.source for r in readings}
    return CommuneFigures(document, by_indicator(shown, commune.pk), sources)


def cell_of(reading: Reading) -> Cell:
    """A reading as the rules of protection know it."""
    return Cell(
        indicator=reading.indicator.code,
        commune=reading.commune_id,
        period=reading.period.key,
        value=reading.value,
        reason=reading.reason,
        paper=Paper(
            number=reading.document_number,
            dated_on=reading.document_date,
            valid_until=reading.valid_until,
            effective_on=reading.effective_on,
        ),
        entry=reading.entry_id,
    )
