"""How an objective's value is worked out, on a page and as a file."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bg_portal.export.answer import csv_answer
from plans.addresses import why_objective
from plans.answering import gaps
from plans.answering.groups import by_kind
from plans.answering.objective import communes, coverage, criterion_rules, formula
from plans.explanation import ObjectiveExplanation, explain_objective
from plans.explanation_rows import objective_rows
from plans.files.explanation import table_of
from plans.models import Objective
from plans.provenance import Acceptances
from plans.saying_words import sentence
from plans.stated import stated
from plans.views.asked import Asked, context_of, why_page


@why_page
def page(request: HttpRequest, question: Asked, code: str) -> HttpResponse:
    """From the value down to the answers behind each commune's verdict."""
    told, sources = _explained(question, code)
    book, found = question.book, told.result
    rows = list(communes(book, told, question.places, sources))
    behind = [source for one in told.communes for cell in one.criteria for source in cell.sources]
    query = question.moment.query(xa=question.place.slug if question.place else "")
    own = context_of(
        question,
        objective=stated(found.objective, Objective),
        cut_off=found.quarter.ends_on,
        coverage=coverage(found),
        formula=formula(found),
        rules=[sentence(rule, book.document) for rule in told.rules],
        criteria=list(criterion_rules(book, found)),
        groups=by_kind(rows),
        missing=gaps.missing(book, behind, question.places),
        left_out=gaps.left_out(book, behind, question.places),
        back=reverse("objective", args=[question.plan.slug, code]) + question.moment.query(),
        whole=why_objective(question.plan, code, question.moment),
        file=reverse("objective-why-csv", args=[question.plan.slug, code]) + query,
    )
    return render(request, "plans/why_objective.html", own)


@why_page
def file(request: HttpRequest, question: Asked, code: str) -> HttpResponse:
    """Every answer behind it, one a line."""
    told, sources = _explained(question, code)
    places = {place.id: place for place in question.places}
    table = table_of(objective_rows(question.book, told), question.book.document, places, sources)
    return csv_answer(table, question.file_name(code))


def _explained(question: Asked, code: str) -> tuple[ObjectiveExplanation, Acceptances]:
    """Of one commune only its own row. Raises Http404 for a code that the plan does not have."""
    try:
        told = explain_objective(question.book, code, question.moment.period.key)
    except KeyError:
        raise Http404 from None
    if question.place:
        rows = tuple(one for one in told.communes if one.row.commune == question.commune)
        told = replace(told, communes=rows)
    return told, question.sources(question.book.document.quarter_keys)
