"""The page of an objective: how far it is, by period, and each commune by each criterion with the reason."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from bg_portal.etag import public_page
from bg_portal.pieces import Link
from plans import comment_pages, objectives, presenting
from plans.addresses import why_objective
from plans.book import Book
from plans.comment_queries import objective_of
from plans.models import Objective, Plan
from plans.moments import Moment, moment_of
from plans.news_pages import latest_lines
from plans.objectives import ObjectiveResult, indicators_used
from plans.presenting.charts import objective_chart, objective_title
from plans.presenting.groups import by_kind
from plans.presenting.measures import trail
from plans.presenting.moment_bar import city_bar, in_query
from plans.presenting.since_last import since_last
from plans.presenting.tile_maps import ANCHOR, objective_map
from plans.queries import places_of
from plans.reasons import objective_rules
from plans.saying_words import sentence
from plans.stated import stated
from plans.views.asking import book_of, of_a_plan
from plans.vocabulary import TopicKind


@public_page
@of_a_plan
def objective(request: HttpRequest, plan: Plan, code: str) -> HttpResponse:
    """One objective in a period, now or as it was known on a day."""
    moment = moment_of(plan, request.GET)
    book = book_of(plan, moment, about=indicators_used)
    try:
        found = stated(book.document.objective(code), Objective)
    except KeyError:
        raise Http404 from None
    criterion = request.GET.get(ANCHOR, "")
    if criterion and criterion not in {row.indicator for row in book.document.objective(code).criteria}:
        raise Http404
    return render(request, "plans/objective.html", _context(book, plan, found, moment, criterion))


def _context(book: Book, plan: Plan, found: Objective, moment: Moment, criterion: str) -> dict[str, object]:
    """What the template draws; `criterion` is what its map shows, the whole objective without one."""
    result = objectives.result(book, found.code, moment.period.key)
    scope = presenting.Scope(book, plan, moment)
    criteria = [book.document.indicator(row.indicator) for row in result.objective.criteria]
    places = places_of(book.document)
    grid = presenting.grid(book, result, places, lambda slug: why_objective(plan, found.code, moment, slug))
    return {
        "plan": plan,
        "objective": found,
        "moment": moment,
        "bar": city_bar(scope, in_query),
        "said": presenting.conclusion(book, plan, found, moment),
        "since": since_last(book, plan, moment, places).get(found.code),
        "criteria": [Link(presenting.short_name(row), scope.indicator(row.code)) for row in criteria],
        "columns": len(criteria) + 2,
        "groups": by_kind(grid),
        "query": moment.query(),
        "up": trail(scope)[0],
        "map": objective_map(book, found, result, places, moment, criterion=criterion),
        "chart": objective_chart(book, result),
        "chart_title": objective_title(result.objective, len(book.document.quarters)),
        "courses": [
            (_("By year"), "cac-nam", list(presenting.course_by_year(book, plan, found, moment))),
            (_("By period"), "cac-ky", list(presenting.course(book, plan, found, moment))),
        ],
        "rules": _rules(book, result),
        "comments": None if moment.past else comment_pages.beside(objective_of(plan, found.code)),
        "news": [] if moment.past else latest_lines(plan, TopicKind.OBJECTIVE, found.code),
    }


def _rules(book: Book, result: ObjectiveResult) -> list[str]:
    return [sentence(rule, book.document) for rule in objective_rules(result)]
