"""How one commune stands to each objective: its verdict, each criterion with the reason, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bg_portal.pieces import Link
from plans import objectives
from plans.addresses import why_objective
from plans.document import Objective
from plans.presenting.conclusions import GridCell, commune_cell, grid_cell, short_name
from plans.presenting.scope import Scope
from plans.presenting.wording import in_language
from plans.words import label_of


@dataclass(frozen=True)
class CommuneObjective:
    """One objective as one commune meets it or not."""

    title: str
    href: str
    why: str
    verdict: GridCell
    since: str
    """Name of the period since which the verdict is the same."""
    named: bool
    """Whether a document names the commune for the objective."""
    counted: bool
    """Whether the objective's value counts it."""
    criteria: tuple[tuple[Link, GridCell], ...]


def commune_objectives(scope: Scope) -> Iterator[CommuneObjective]:
    """Every objective for the scope's commune; none where it takes no part in the period."""
    if scope.commune is None or not scope.book.takes_part(scope.commune, scope.quarter):
        return
    for objective in scope.book.document.objectives:
        yield _objective(scope, objective, scope.commune)


def _objective(scope: Scope, objective: Objective, commune: int) -> CommuneObjective:
    found = objectives.of_commune(scope.book, objective.code, commune, scope.quarter)
    slug = scope.place.slug if scope.place else None
    return CommuneObjective(
        title=_("Objective %(order)s. %(name)s")
        % {"order": objective.order, "name": in_language(objective, "name")},
        href=scope.page("objective", objective.code),
        why=why_objective(scope.plan, objective.code, scope.moment, slug),
        verdict=commune_cell(found.verdict),
        since=label_of(objectives.since(scope.book, objective.code, commune, scope.quarter)),
        named=found.named,
        counted=found.counted,
        criteria=tuple(
            (_criterion(scope, judged.criterion.indicator), grid_cell(scope.book, judged, always=True))
            for judged in found.cells
        ),
    )


def _criterion(scope: Scope, code: str) -> Link:
    return Link(short_name(scope.book.document.indicator(code)), scope.indicator(code))
