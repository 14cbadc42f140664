"""Public pages of a plan: what its document states."""

from __future__ import annotations

from itertools import groupby

from django.contrib.auth.decorators import login_not_required
from django.db.models import Count, Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bg_portal.pieces import Row
from plans.models import Criterion, Plan
from plans.queries import plan_document, plans_public
from plans.vocabulary import MeasureOfSuccess


@login_not_required
@require_safe
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The plan as its document states it: aim, objectives, measures with their indicators, periods."""
    places = Count("participations__commune", distinct=True)
    found = plans_public().filter(slug=slug).annotate(places=places).first()
    if found is None:
        raise Http404
    targets = plan_document(found).targets
    criteria = Prefetch("criteria", Criterion.objects.select_related("indicator"))
    objectives = [
        (objective, [target for target in targets if target.objective == objective.code])
        for objective in found.objectives.prefetch_related(criteria)
    ]
    context = {
        "plan": found,
        "facts": _facts(found, found.places),
        "objectives": objectives,
        "share": MeasureOfSuccess.SHARE,
        "measures": found.measures.prefetch_related("indicators"),
        "years": _years(found),
        "unstated": _("Not stated in the plan"),
        "notes": found.notes.splitlines(),
    }
    return render(request, "plans/plan.html", context)


def _facts(plan: Plan, places: int) -> list[Row]:
    """What the head of the document says; what it leaves out is said to be left out."""
    unstated = _("Not stated in the plan")
    return [
        Row(_("Document"), f"{plan.number}, {plan.issued_on:%d/%m/%Y}"),
        Row(_("Issued by"), plan.issuer),
        Row(_("Period of the plan"), f"{plan.first_year} - {plan.last_year}"),
        Row(_("Legal basis"), plan.legal_basis or unstated),
        Row(_("Carried out by"), _("%(n)d communes and wards") % {"n": places}),
        Row(_("Source of this page"), plan.source or unstated),
    ]


def _years(plan: Plan) -> list[tuple[int, list[object]]]:
    quarters = plan.periods.filter(quarter__gt=0).order_by("year", "quarter")
    return [(year, list(rows)) for year, rows in groupby(quarters, key=lambda p: p.year)]
