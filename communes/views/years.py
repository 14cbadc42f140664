"""What pages of a year's decisions share: finding the year, the switch between years, who may look."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bg_portal.pieces import Link
from communes.views.worker import worker
from plans.models import Period
from plans.vocabulary import PeriodKind, PlanState

View = TypeVar("View", bound=Callable[..., HttpResponse])


def open_to(*permissions: str) -> Callable[[View], View]:
    """The page is for whoever holds one of the permissions; for others it is closed (403)."""

    def closed(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not any(worker(request).has_perm(permission) for permission in permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return cast("View", guarded)

    return closed


def year_by_number(slug: str, year: int) -> Period:
    """The row of a year of a plan that is or was in force, with the plan, in one query. Raises Http404."""
    if not 1 <= year <= 9999:
        raise Http404
    rows = Period.objects.select_related("plan").filter(plan__slug=slug, year=year, kind=PeriodKind.YEAR)
    found = rows.exclude(plan__state=PlanState.DRAFT).first()
    if found is None:
        raise Http404
    return found


def switch(name: str, period: Period, *more: object) -> list[Link]:
    """The same page for the plan's other years that there are."""
    rows = Period.objects.filter(plan=period.plan, kind=PeriodKind.YEAR).order_by("year")
    years = rows.values_list("year", flat=True)
    return [Link(str(y), reverse(name, args=[period.plan.slug, y, *more]), y == period.year) for y in years]
