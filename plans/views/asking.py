"""What every page of progress asks first: which plan, which moment, and the public's book of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from bg_portal.pieces import Link
from plans.book import Book
from plans.document import PlanDocument
from plans.models import Plan
from plans.moments import Moment, NoSuchMoment, first_day, moment_of
from plans.overview import Question, book_at, book_now
from plans.presenting import Scope
from plans.queries import plan_document, plans_public

Asked = ParamSpec("Asked")
PlanPage = Callable[Concatenate[HttpRequest, Plan, Asked], HttpResponse]


def of_a_plan(page: PlanPage[Asked]) -> Callable[..., HttpResponse]:
    """A page of the plan that an address names; a nonsense moment is answered with the periods there are."""

    @wraps(page)
    def found(request: HttpRequest, slug: str, *args: Asked.args, **kwargs: Asked.kwargs) -> HttpResponse:
        plan = plans_public().filter(slug=slug).first()
        if plan is None:
            raise Http404
        try:
            return page(request, plan, *args, **kwargs)
        except NoSuchMoment:
            return no_such_moment(request, plan)

    return found


def no_such_moment(
    request: HttpRequest, plan: Plan, address: Callable[[str], str] = "?ky={}".format
) -> HttpResponse:
    """Say which periods there are, each with its address, and how a day is written; 404."""
    periods = [Link(p.label, address(p.key)) for p in plan.periods.filter(quarter__gt=0)]
    context = {"plan": plan, "periods": periods, "first_day": first_day(plan)}
    return render(request, "plans/no_such_moment.html", context, status=404)


def scope_asked(
    plan: Plan, asked: Mapping[str, str], about: Callable[[PlanDocument], frozenset[str]] | None = None
) -> Scope:
    """The city's figures at the moment that an address asks for. Raises NoSuchMoment for nonsense.

    `about` gives the codes of the indicators that the page shows; without it, it shows all.
    """
    moment = moment_of(plan, asked)
    codes = about(plan_document(plan, moment.version)) if about else None
    return Scope(book_of(plan, moment, codes), plan, moment)


def book_of(plan: Plan, moment: Moment, about: Question = None) -> Book:
    """The public's book at the moment, of what is asked for."""
    if moment.past:
        return book_at(plan, moment.version, public=True, about=about)
    return book_now(plan, public=True, about=about)[0]
