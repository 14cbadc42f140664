"""What a preview of an edit says of values, standings and figures that everybody would be shown otherwise."""

from __future__ import annotations

from django.utils.translation import gettext as _

from bg_portal import clock
from bg_portal.administration.pages import ChangeRow
from plans.document import PlanDocument
from plans.field_words import place_words
from plans.figure_moves import FigureMove, FigureStood
from plans.models import Plan
from plans.objective_moves import ObjectiveMove, Stood
from plans.presenting.changes_told import period_words
from plans.presenting.objectives_told import value_words
from plans.presenting.wording import number, written
from plans.saying_words import sentence
from plans.standing import LABELS
from plans.vocabulary import MeasureOfSuccess
from plans.what_if import shown_otherwise


def preview_rows(plan: Plan, now: PlanDocument, document: PlanDocument) -> list[ChangeRow]:
    """Objectives first, by period; then the city's figures of the period that is told now."""
    found = shown_otherwise(plan, document, clock.today())
    objectives = [_objective(now, document, period, move) for period, move in found.objectives]
    return [*objectives, *(_figure(found.period, move) for move in found.figures)]


def _objective(now: PlanDocument, document: PlanDocument, period: str, move: ObjectiveMove) -> ChangeRow:
    place = place_words(f"objective {move.code}")
    return ChangeRow(place, period_words(period), _stood(now, move.before), _stood(document, move.after))


def _stood(document: PlanDocument, stood: Stood | None) -> str:
    """Value, standing with its reason, target, a line each."""
    if stood is None:
        return _("not in the plan")
    lines = [f"{value_words(stood)}: {_(stood.standing.label)}"]
    if stood.standing.reason:
        lines.append(sentence(stood.standing.reason, document))
    if stood.target:
        share = "%" if stood.result.objective.success is MeasureOfSuccess.SHARE else ""
        said = {"value": f"{number(stood.target.value)}{share}", "year": stood.target.year}
        lines.append(_("Target: %(value)s in %(year)s") % said)
    return "\n".join(lines)


def _figure(period: str, move: FigureMove) -> ChangeRow:
    place = place_words(f"indicator {move.code}")
    return ChangeRow(place, period_words(period), _figure_stood(move.before), _figure_stood(move.after))


def _figure_stood(stood: FigureStood | None) -> str:
    """The figure with its coverage, and how it stands to its target."""
    if stood is None:
        return _("not in the plan")
    known, expected = stood.coverage
    text = f"{written(stood.bounds)} ({known}/{expected})" if stood.bounds else "–"
    return f"{text}: {_(LABELS[stood.word])}" if stood.word else text
