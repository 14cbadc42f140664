"""How an indicator's figure is worked out, on a page and as a file: of the city, or of one commune."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from bg_portal.etag import public_page
from bg_portal.export.answer import csv_answer
from bg_portal.pieces import Link
from plans import spans
from plans.addresses import why_indicator
from plans.answering import gaps
from plans.answering.groups import by_kind
from plans.answering.indicator import communes, coverage, explanation, formula, open_end
from plans.explanation import IndicatorExplanation, explain_indicator
from plans.explanation_rows import indicator_rows
from plans.files.explanation import table_of
from plans.models import Plan
from plans.presenting import Reach
from plans.presenting.wording import in_language
from plans.saying_words import sentence
from plans.spans import Span
from plans.views.asking import of_a_plan
from plans.views.why import Question, question_of
from plans.words import label_of

REACHES: Final = {
    Reach.PERIOD: gettext_lazy("The period alone"),
    Reach.YEAR: gettext_lazy("The year so far"),
    Reach.PLAN: gettext_lazy("The plan so far"),
}
"""What ?khoang= may ask for."""


@public_page
@of_a_plan
def page(request: HttpRequest, plan: Plan, code: str) -> HttpResponse:
    """From the figure down to the answers behind what each commune adds."""
    question, reach = question_of(plan, request.GET, code), _reach(request)
    told, book = _explained(question, code, reach), question.scope.book
    known, behind = told.figure, list(told.sources)
    whole = why_indicator(plan, code, question.scope.moment, reach)
    own = question.context(
        reverse("indicator-why", args=[plan.slug, code]),
        "" if reach is Reach.PERIOD else reach.value,
        trail=question.trail(Link(code, question.scope.indicator(code)), whole),
        name=f"{in_language(known.indicator, 'name')} ({code})",
        label=_label(known.span),
        reaches=_reaches(question, code, reach),
        coverage=coverage(known, city=question.place is None),
        formula=formula(told, question.places),
        nothing=explanation(book, known),
        open_end=open_end(known),
        rules=[sentence(rule, book.document) for rule in told.rules],
        groups=by_kind(list(communes(book, told, question.places, question.sources))),
        missing=gaps.missing(behind, question.places),
        left_out=gaps.left_out(book, behind, question.places),
        whole=whole,
        file=_file(question, code, reach) if behind or known.city_year else "",
    )
    return render(request, "plans/why_indicator.html", own)


@public_page
@of_a_plan
def file(request: HttpRequest, plan: Plan, code: str) -> HttpResponse:
    """Every answer behind it, one a line."""
    question, reach = question_of(plan, request.GET, code), _reach(request)
    rows = indicator_rows(question.scope.book, _explained(question, code, reach))
    table = table_of(rows, question.document, question.by_id, question.sources)
    return csv_answer(table, question.file_name(code, "" if reach is Reach.PERIOD else reach.value))


def _reach(request: HttpRequest) -> Reach:
    """Raises Http404 for nonsense."""
    try:
        return Reach(request.GET.get("khoang") or Reach.PERIOD)
    except ValueError:
        raise Http404 from None


def _reaches(question: Question, code: str, current: Reach) -> list[Link]:
    slug = question.place.slug if question.place else None
    address = (question.scope.plan, code, question.scope.moment)
    return [
        Link(words, why_indicator(*address, reach, slug), reach is current)
        for reach, words in REACHES.items()
    ]


def _file(question: Question, code: str, reach: Reach) -> str:
    scope, slug = question.scope, question.place.slug if question.place else None
    return why_indicator(scope.plan, code, scope.moment, reach, slug, file=True)


def _explained(question: Question, code: str, reach: Reach) -> IndicatorExplanation:
    scope = question.scope
    return explain_indicator(scope.book, code, _span(question, reach), commune=scope.commune)


def _span(question: Question, reach: Reach) -> Span:
    """A year as a period is the whole of it, also so far."""
    scope = question.scope
    if reach is Reach.PLAN:
        return spans.plan_to_date(scope.book.document, scope.quarter)
    if reach is Reach.YEAR and scope.key == scope.quarter:
        return spans.year_to_date(scope.book.document, scope.key)
    return scope.span


def _label(span: Span) -> str:
    """The quarter, or from which to which."""
    first, last = label_of(span.quarters[0]), label_of(span.last)
    return first if first == last else gettext("%(first)s to %(last)s") % {"first": first, "last": last}
