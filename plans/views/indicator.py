"""The page of an indicator: what it means, the city over time, each commune in the period, its targets."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from bg_portal.etag import public_page
from bg_portal.pieces import Link
from bg_portal.sorting import order_asked
from plans.document import Indicator
from plans.models import Plan
from plans.news_pages import latest_lines
from plans.presenting.commune_order import in_order, offered
from plans.presenting.comparing import comparability
from plans.presenting.definition import origin, reading_rules
from plans.presenting.figures import RESTRICTED
from plans.presenting.indicator import columns, commune_rows, plan_row, quarter_rows, year_rows
from plans.presenting.indicator_charts import indicator_charts
from plans.presenting.measures import measure_link, trail
from plans.presenting.moment_bar import city_bar, in_query
from plans.presenting.rows import indicator_row
from plans.presenting.scope import Scope
from plans.presenting.strips import coverage_parts
from plans.presenting.structured import dataset, is_open_to_all
from plans.presenting.targets import Histories
from plans.presenting.tile_maps import indicator_map
from plans.presenting.wording import in_language
from plans.queries import places_of, targets_of
from plans.views.asking import of_a_plan, scope_asked
from plans.vocabulary import TopicKind


@public_page
@of_a_plan
def indicator(request: HttpRequest, plan: Plan, code: str) -> HttpResponse:
    """One indicator in a period, now or as it was known on a day."""
    try:
        scope = scope_asked(plan, request.GET, lambda document: frozenset({document.indicator(code).code}))
    except KeyError:
        raise Http404 from None
    context = _context(scope, scope.book.document.indicator(code), request.GET)
    return render(request, "plans/indicator.html", context)


def _context(scope: Scope, found: Indicator, asked: QueryDict) -> dict[str, object]:
    book = scope.book
    row = indicator_row(scope, found)
    histories = Histories(() if row.restricted else targets_of(scope.plan, found.code, scope.moment.version))
    places = [] if row.restricted else places_of(book.document, scope.key)
    communes = list(commune_rows(scope, found, places, histories))
    years, shown = year_rows(scope, found), columns([row, *communes])
    order = order_asked(asked, offered(shown))
    title = in_language(found, "name")
    return {
        "plan": scope.plan,
        "indicator": found,
        "title": title,
        "description": title,
        "structured": dataset(scope.plan, found) if is_open_to_all(found) else None,
        "trail": trail(scope, measure_link(scope, found.measure), Link(found.code)),
        "bar": city_bar(scope, in_query),
        "row": row,
        "parts": coverage_parts(scope, found),
        "guidance": in_language(found, "guidance"),
        "facts": reading_rules(scope, found),
        "origin": origin(scope, found),
        "restricted": RESTRICTED,
        "notes": list(comparability(scope)),
        "quarters": quarter_rows(scope, found),
        "years": years,
        "targets": columns(years).target,
        "whole": plan_row(scope, found),
        "order": order,
        "groups": in_order(order, communes),
        "query": scope.moment.query(),
        "columns": shown,
        "charts": indicator_charts(scope, found, years, communes, row.unit),
        "map": None if row.restricted else indicator_map(book, found, communes, scope.moment, row.unit),
        "decided": list(histories.city()),
        "documents": histories.documents(scope.year),
        "year": scope.year,
        "news": [] if scope.moment.past else latest_lines(scope.plan, TopicKind.INDICATOR, found.code),
    }
