"""The targets of a year: the grid of what stands, pasting a table with a preview, one indicator at a time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from bg_portal.pieces import Link
from communes.presenting.target_grid import GridOf, History, standing_cell
from communes.presenting.wording import name_in_list
from communes.queries.targets import TargetYear, target_year
from communes.roles import Permission
from communes.views.access import form_methods
from communes.views.target_boxes import BoxesPage
from communes.views.target_paste import PastePage
from communes.views.worker import worker
from communes.views.years import open_to, switch, year_by_number
from plans.vocabulary import AcrossQuarters

readers = open_to(Permission.SEE_CITY_DESK, Permission.ASSIGN_TARGETS)


@require_safe
@readers
def targets(request: HttpRequest, plan: str, year: int) -> HttpResponse:
    """Every indicator that has targets in the year, and the way to those that have none."""
    known = target_year(year_by_number(plan, year))
    may_assign = worker(request).has_perm(Permission.ASSIGN_TARGETS)
    return render(request, "communes/targets.html", _overview(known, may_assign=may_assign))


def _overview(known: TargetYear, *, may_assign: bool) -> dict[str, Any]:
    history, period = History(known.decided), known.period
    own = (period.plan.slug, period.year)
    grid = GridOf(
        period.plan, known.document, period.year, known.places, history.codes, standing_cell(history)
    ).grid()
    title = _("Assigned targets of %(year)s") % {"year": period.year}
    return {
        "title": title,
        "crumbs": [Link(_("Desk"), reverse("desk")), Link(title)],
        "years": switch("targets", period),
        "grid": grid,
        "paste_href": reverse("targets-paste", args=own) if may_assign else "",
        "others": [
            Link(f"{i.code} {name_in_list(i)}", reverse("targets-indicator", args=[*own, i.code]))
            for i in known.document.indicators
            if i.code not in history.codes and i.across_quarters is not AcrossQuarters.NONE
        ],
    }


@form_methods
@open_to(Permission.ASSIGN_TARGETS)
def paste(request: HttpRequest, plan: str, year: int) -> HttpResponse:
    """A table from a spreadsheet: what it changes is shown before it is stored."""
    page = PastePage(request, target_year(year_by_number(plan, year)), worker(request))
    if request.method != "POST":
        return page.asked()
    stored = page.stored() if request.POST.get("move") == "store" else None
    return _done(request, page.known, stored) if stored else page.previewed()


@form_methods
@readers
def indicator(request: HttpRequest, plan: str, year: int, code: str) -> HttpResponse:
    """One indicator's targets with their history; boxes to type in for who assigns them."""
    known = target_year(year_by_number(plan, year))
    found = next((i for i in known.document.indicators if i.code == code), None)
    if found is None or found.across_quarters is AcrossQuarters.NONE:
        raise Http404
    page = BoxesPage(request, known, found, worker(request))
    if request.method != "POST":
        return page.answer()
    if not page.may_assign:
        raise PermissionDenied
    stored = page.stored()
    return _done(request, known, stored) if stored else page.answer()


def _done(request: HttpRequest, known: TargetYear, stored: int) -> HttpResponse:
    text = ngettext("%(n)d target is stored.", "%(n)d targets are stored.", stored) % {"n": stored}
    messages.success(request, text)
    return redirect("targets", known.period.plan.slug, known.period.year)
