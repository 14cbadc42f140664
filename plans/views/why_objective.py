"""How an objective's value is worked out, on a page and as a file."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.etag import public_page
from bg_portal.export.answer import csv_answer
from bg_portal.pieces import Link
from plans.addresses import why_objective
from plans.answering import gaps
from plans.answering.objective import communes, coverage, criterion_rules, formula
from plans.explanation import ObjectiveExplanation, Source, explain_objective
from plans.explanation_rows import objective_rows
from plans.files.explanation import table_of
from plans.models import Objective, Plan
from plans.presenting.groups import by_kind
from plans.saying_words import sentence
from plans.stated import stated
from plans.views.asking import of_a_plan
from plans.views.why import Question, question_of


@public_page
@of_a_plan
def page(request: HttpRequest, plan: Plan, code: str) -> HttpResponse:
    """From the value down to the answers behind each commune's verdict."""
    question = question_of(plan, request.GET)
    told, book = _explained(question, code), question.scope.book
    slug = question.place.slug if question.place else None
    whole = why_objective(plan, code, question.scope.moment)
    own = question.context(
        reverse("objective-why", args=[plan.slug, code]),
        objective=stated(told.result.objective, Objective),
        trail=question.trail(_up(question, told), whole),
        coverage=coverage(told.result),
        formula=formula(told.result),
        rules=[sentence(rule, book.document) for rule in told.rules],
        criteria=list(criterion_rules(book, told.result)),
        groups=by_kind(list(communes(book, told, question.places, question.sources))),
        missing=gaps.missing(_behind(told), question.places),
        left_out=gaps.left_out(book, _behind(told), question.places),
        whole=whole,
        file=why_objective(plan, code, question.scope.moment, slug, file=True),
    )
    return render(request, "plans/why_objective.html", own)


@public_page
@of_a_plan
def file(request: HttpRequest, plan: Plan, code: str) -> HttpResponse:
    """Every answer behind it, one a line."""
    question = question_of(plan, request.GET)
    rows = objective_rows(question.scope.book, _explained(question, code))
    table = table_of(rows, question.document, question.by_id, question.sources)
    return csv_answer(table, question.file_name(code))


def _explained(question: Question, code: str) -> ObjectiveExplanation:
    """Of one commune only its own row. Raises Http404 for a code that the plan does not have."""
    try:
        told = explain_objective(question.scope.book, code, question.scope.key)
    except KeyError:
        raise Http404 from None
    if question.place:
        rows = tuple(one for one in told.communes if one.row.commune == question.scope.commune)
        told = replace(told, communes=rows)
    return told


def _behind(told: ObjectiveExplanation) -> list[Source]:
    return [source for one in told.communes for cell in one.criteria for source in cell.sources]


def _up(question: Question, told: ObjectiveExplanation) -> Link:
    """The page of the objective."""
    found = told.result.objective
    return Link(
        _("Objective %(order)s") % {"order": found.order}, question.scope.page("objective", found.code)
    )
