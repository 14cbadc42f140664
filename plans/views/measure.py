"""The page of a measure: what is to be done, by whom, and how far its indicators are."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from bg_portal.etag import public_page
from bg_portal.pieces import Link, Row
from plans.document import Measure
from plans.models import Plan
from plans.news_pages import latest_lines
from plans.presenting.comparing import comparability
from plans.presenting.measures import codes_of, measure_title, trail
from plans.presenting.moment_bar import city_bar, in_query
from plans.presenting.rows import indicator_row
from plans.presenting.wording import in_language
from plans.views.asking import of_a_plan, scope_asked
from plans.vocabulary import TopicKind


@public_page
@of_a_plan
def measure(request: HttpRequest, plan: Plan, order: int) -> HttpResponse:
    """One measure in a period, now or as it was known on a day."""
    scope = scope_asked(plan, request.GET, lambda document: codes_of(document, order))
    found = {row.order: row for row in scope.book.document.measures}.get(order)
    if found is None:
        raise Http404
    context = {
        "plan": plan,
        "title": measure_title(found),
        "statement": in_language(found, "statement"),
        "trail": trail(scope, Link(measure_title(found))),
        "bar": city_bar(scope, in_query),
        "facts": _facts(found),
        "groups": [("", [indicator_row(scope, row) for row in scope.book.document.indicators_of(order)])],
        "news": [] if scope.moment.past else latest_lines(plan, TopicKind.MEASURE, order),
        "notes": list(comparability(scope)),
        "others": [
            Link(measure_title(row), scope.page("measure", row.order), row.order == order)
            for row in scope.book.document.measures
        ],
    }
    return render(request, "plans/measure.html", context)


def _facts(found: Measure) -> list[Row]:
    """Who carries it out; what the document leaves open is said to be left open."""
    unstated = _("Not stated in the plan")
    return [
        Row(_("Responsible body"), in_language(found, "responsible") or unstated),
        Row(_("Partners"), in_language(found, "partners") or unstated),
    ]
