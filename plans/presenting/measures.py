"""Measures as headings and links."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.pieces import Link
from plans.document import Measure, PlanDocument
from plans.presenting.scope import Scope
from plans.presenting.wording import in_language


def measure_of(scope: Scope, order: int) -> Measure:
    """The measure of that number. Raises KeyError where the plan has none."""
    return {measure.order: measure for measure in scope.book.document.measures}[order]


def codes_of(document: PlanDocument, order: int) -> frozenset[str]:
    """The codes of a measure's indicators."""
    return frozenset(indicator.code for indicator in document.indicators_of(order))


def measure_title(measure: Measure) -> str:
    """A measure with its number, as a heading."""
    return f"{measure.order}. {in_language(measure, 'name')}"


def trail(scope: Scope, *last: Link) -> list[Link]:
    """The way down to a page: the plan as it was known then, and what is below it."""
    then = scope.moment.query(ky="") if scope.moment.past else ""
    return [Link(_("The plan"), reverse("plan", args=[scope.plan.slug]) + then), *last]


def measure_link(scope: Scope, order: int) -> Link:
    """The way to a measure's page at this moment."""
    return Link(measure_title(measure_of(scope, order)), scope.page("measure", order))
