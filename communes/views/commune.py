"""The page of a commune: how it stands to both objectives, its accepted figures, how far its year is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal import clock
from bg_portal.etag import public_page
from bg_portal.pieces import Link, Row
from communes.figure_table import figure_table
from communes.models import Commune
from communes.queries.figures import public_figures
from plans.document import PlanDocument
from plans.models import Plan
from plans.moments import NoSuchMoment, day_of, moment_in
from plans.presenting.comparing import comparability
from plans.presenting.moment_bar import in_query, moment_bar
from plans.presenting.scope import Scope
from plans.presenting.standing_of_commune import commune_objectives
from plans.presenting.targets import decided_first
from plans.presenting.wording import small_number
from plans.queries import Place, open_among, plan_document, plan_of_today, targets_of_commune
from plans.views.asking import no_such_moment


@public_page
def commune(request: HttpRequest, slug: str) -> HttpResponse:
    """A commune in a period of the plan, now or as it was known on a day."""
    place = Commune.objects.select_related("successor").filter(slug=slug).first()
    if place is None:
        raise Http404
    plan = plan_of_today()
    context: dict[str, Any] = {"commune": place, "plan": plan, "facts": _facts(place)}
    if plan:
        try:
            context |= _progress(plan, place, request.GET)
        except NoSuchMoment:
            return no_such_moment(request, plan)
    return render(request, "communes/commune.html", context)


def _progress(plan: Plan, place: Commune, asked: Mapping[str, str]) -> dict[str, object]:
    day, version = day_of(plan, asked.get("ngay", ""))
    document = plan_document(plan, version)
    period = asked.get("ky") or _of_year(document, asked.get("nam"), day)
    moment = moment_in(document, period, day, version)
    known = public_figures(plan, place, moment.version, document)
    scope = Scope(known.book, plan, moment, _place(place))
    decided = targets_of_commune(plan, place.pk, scope.year, moment.version)
    return {
        "year": scope.year,
        "bar": moment_bar(document, moment, in_query),
        "objectives": list(commune_objectives(scope)),
        "compare": reverse("compare", args=[plan.slug]) + moment.query(xa=place.slug),
        "notes": list(comparability(scope)),
        "below": small_number(),
        "table": figure_table(scope, known.sources, decided_first(decided)),
        "years": [
            Link(str(row.year), f"?nam={row.year}" + _on(asked), row.year == scope.year)
            for row in document.years
        ],
    }


def _on(asked: Mapping[str, str]) -> str:
    return f"&ngay={asked['ngay']}" if asked.get("ngay") else ""


def _of_year(document: PlanDocument, year: str | None, day: date | None) -> str:
    """Key of the period that stands for the year asked for: the present one, else the year's last quarter.

    Raises Http404 for a year that the plan does not have.
    """
    if year is None:
        return ""
    keys = [row.key for row in document.quarters if str(row.year) == year]
    if not keys:
        raise Http404
    present = open_among(document.quarters, day or clock.today())
    return present.key if present and present.key in keys else keys[-1]


def _place(place: Commune) -> Place:
    """The commune as plans know it."""
    return Place(
        id=place.pk,
        code=place.code,
        valid_from=place.valid_from,
        kind=place.kind,
        name_vi=place.name_vi,
        name_en=place.name_en,
        slug=place.slug,
        grid_row=place.grid_row or 0,
        grid_column=place.grid_column or 0,
    )


def _facts(place: Commune) -> list[Row]:
    facts = [Row(_("Official code"), place.code)]
    if place.valid_to and place.valid_to < clock.today():
        facts.append(Row(_("Stood until"), f"{place.valid_to:%d/%m/%Y}"))
        if place.successor:
            facts.append(
                Row(
                    _("Now part of"),
                    place.successor.full_name,
                    reverse("commune", args=[place.successor.slug]),
                )
            )
    return facts
