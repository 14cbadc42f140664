"""The page of a quarter or a year: its days, who has reported, both objectives, every indicator."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bg_portal.etag import public_page
from bg_portal.pieces import Link
from plans.models import Objective, Plan
from plans.moments import NoSuchMoment
from plans.presenting import conclusion
from plans.presenting import period as shown
from plans.presenting.measures import trail
from plans.presenting.moment_bar import city_bar
from plans.presenting.scope import Scope
from plans.presenting.since_last import since_last
from plans.presenting.wording import capital
from plans.queries import places_of
from plans.stated import stated
from plans.views.asking import no_such_moment, of_a_plan, scope_asked
from plans.words import label_of


@public_page
@of_a_plan
def period(request: HttpRequest, plan: Plan, key: str) -> HttpResponse:
    """One period, now or as it was known on a day; its address names it, whatever the query says."""
    try:
        scope = scope_asked(plan, {"ky": key, "ngay": request.GET.get("ngay", "")})
    except NoSuchMoment:
        return no_such_moment(request, plan, lambda other: reverse("period", args=[plan.slug, other]))
    return render(request, "plans/period.html", _context(scope))


def _context(scope: Scope) -> dict[str, object]:
    document = scope.book.document
    title = capital(label_of(scope.key))
    places = places_of(document)
    since = since_last(scope.book, scope.plan, scope.moment, places)
    return {
        "plan": scope.plan,
        "title": title,
        "trail": trail(scope, Link(title)),
        "bar": city_bar(scope, shown.address_of(scope)),
        "facts": shown.days(scope),
        "beside": shown.beside(scope),
        "reported": shown.reported(scope),
        "silent": shown.silent(scope, places),
        "quarter": label_of(scope.quarter),
        "conclusions": [
            (conclusion(scope.book, scope.plan, stated(row, Objective), scope.moment), since.get(row.code))
            for row in document.objectives
        ],
        "notes": shown.notes(scope),
        "groups": list(shown.groups(scope)),
    }
