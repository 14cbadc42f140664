"""Public pages of a plan: what its document states."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from bg_portal.etag import public_page
from bg_portal.pieces import Row
from plans.document import Objective as ObjectiveRow
from plans.document import PlanDocument
from plans.document_goals import Target
from plans.models import Criterion, Indicator, Measure, Objective, Period, Plan
from plans.moments import Moment, day_of, moment_in
from plans.news_pages import latest_lines
from plans.presenting.structured import catalogue
from plans.presenting.wording import number
from plans.queries import places_of, plan_document
from plans.stated import plan_stated, stated
from plans.views.asking import of_a_plan
from plans.vocabulary import MeasureOfSuccess


@public_page
@of_a_plan
def plan(request: HttpRequest, found: Plan) -> HttpResponse:
    """The plan as its document states it, now or on a day; where a period is asked for, links lead to it."""
    day, version = day_of(found, request.GET.get("ngay", ""))
    document = plan_document(found, version)
    key = request.GET.get("ky", "")
    asked = moment_in(document, key, day, version) if key else None
    return render(request, "plans/plan.html", _context(found, document, day, asked))


def _context(
    found: Plan, document: PlanDocument, day: date | None, asked: Moment | None
) -> dict[str, object]:
    plan = plan_stated(found, document)
    on_the_day = f"?ngay={day.isoformat()}" if day else ""
    return {
        "plan": plan,
        "day": day,
        "period": asked.period.label if asked else "",
        "at": asked.query() if asked else on_the_day,
        "on_the_day": on_the_day,
        "facts": _facts(plan, len(places_of(document))),
        "objectives": [_objective(document, row) for row in document.objectives],
        "measures": [
            (stated(row, Measure), [stated(item, Indicator) for item in document.indicators_of(row.order)])
            for row in document.measures
        ],
        "years": _years(document),
        "structured": catalogue(plan, document),
        "description": plan.aim,
        "unstated": _("Not stated in the plan"),
        "notes": plan.notes.splitlines(),
        "news": [] if day else latest_lines(found),
    }


def _objective(document: PlanDocument, row: ObjectiveRow) -> tuple[Objective, list[Criterion], list[str]]:
    """The objective with its criteria and its targets in words."""
    criteria = [stated(criterion, Criterion) for criterion in row.criteria]
    for criterion, item in zip(criteria, row.criteria, strict=True):
        criterion.indicator = stated(document.indicator(item.indicator), Indicator)
    targets = [_target(row, target) for target in document.targets if target.objective == row.code]
    return stated(row, Objective), criteria, targets


def _target(objective: ObjectiveRow, target: Target) -> str:
    told = {"year": target.year, "value": number(target.value), "document": target.document}
    if objective.success is MeasureOfSuccess.SHARE:
        return _("%(year)s: %(value)s%% of communes and wards (by %(document)s)") % told
    return _("%(year)s: %(value)s communes and wards (by %(document)s)") % told


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


def _years(document: PlanDocument) -> list[tuple[int, list[Period]]]:
    """The quarters of each year, then the year itself."""
    rows = sorted(document.periods, key=lambda row: (row.year, row.quarter or 5))
    known = [stated(row, Period) for row in rows]
    return [(year, list(members)) for year, members in groupby(known, key=lambda p: p.year)]
