"""The page of an objective: how far it is, by period, and each commune by each criterion with the reason."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bg_portal.pieces import Link
from plans import objectives, presenting
from plans.book import Book
from plans.models import Objective, Plan
from plans.moments import Moment, NoSuchMoment, moment_of
from plans.objectives import ObjectiveResult
from plans.overview import book_at, book_now
from plans.queries import places_of, plans_public
from plans.reasons import objective_rules
from plans.saying_words import sentence
from plans.stated import stated
from plans.words import PLACE_KINDS


@login_not_required
@require_safe
def objective(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One objective in a period, now or as it was known on a day."""
    plan = plans_public().filter(slug=slug).first()
    if plan is None:
        raise Http404
    try:
        moment = moment_of(plan, request.GET)
    except NoSuchMoment:
        return no_such_moment(request, plan)
    book = book_of(plan, moment)
    try:
        found = stated(book.document.objective(code), Objective)
    except KeyError:
        raise Http404 from None
    return render(request, "plans/objective.html", _context(book, plan, found, moment))


def no_such_moment(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Say which periods there are, and how a day is written; 404."""
    periods = [Link(p.label, f"?ky={p.key}") for p in plan.periods.filter(quarter__gt=0)]
    context = {"plan": plan, "periods": periods}
    return render(request, "plans/no_such_moment.html", context, status=404)


def book_of(plan: Plan, moment: Moment) -> Book:
    """The public's book at the moment."""
    if moment.past:
        return book_at(plan, moment.version, public=True)
    return book_now(plan, public=True)[0]


def _context(book: Book, plan: Plan, found: Objective, moment: Moment) -> dict[str, object]:
    result = objectives.result(book, found.code, moment.period.key)
    places = places_of(book.document)
    return {
        "plan": plan,
        "objective": found,
        "moment": moment,
        "said": presenting.conclusion(book, plan, found, moment),
        "criteria": [
            presenting.short_name(book.document.indicator(c.indicator)) for c in result.objective.criteria
        ],
        "columns": len(result.objective.criteria) + 2,
        "groups": _groups(presenting.grid(book, result, places)),
        "course": list(presenting.course(book, plan, found, moment)),
        "rules": _rules(book, result),
    }


def _rules(book: Book, result: ObjectiveResult) -> list[str]:
    return [sentence(rule, book.document) for rule in objective_rules(result)]


def _groups(rows: list[presenting.GridRow]) -> list[tuple[str, list[presenting.GridRow]]]:
    """Wards first, then communes, as official lists have them."""
    groups = ((title, [r for r in rows if r.place.kind == kind]) for kind, title in PLACE_KINDS.items())
    return [(str(title), members) for title, members in groups if members]
