"""How an indicator's figure is worked out, on a page and as a file: for everybody or inside."""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_safe

from bg_portal.etag import public_page
from bg_portal.export.answer import csv_answer
from bg_portal.pieces import Link
from plans import spans
from plans.addresses import why_indicator
from plans.answering import gaps
from plans.answering.indicator import communes, coverage, explanation, formula, open_end
from plans.explanation import IndicatorExplanation, explain_indicator
from plans.explanation_rows import indicator_rows
from plans.files.explanation import table_of
from plans.models import Plan
from plans.presenting import Reach
from plans.presenting.groups import by_kind
from plans.presenting.wording import in_language
from plans.saying_words import sentence
from plans.spans import Span
from plans.views.asking import of_a_plan
from plans.views.why import Question, question_of
from plans.vocabulary import Protection
from plans.words import label_of

REACHES: Final = {
    Reach.PERIOD: gettext_lazy("The period alone"),
    Reach.YEAR: gettext_lazy("The year so far"),
    Reach.PLAN: gettext_lazy("The plan so far"),
}
"""What ?khoang= may ask for."""


SEE: Final = "plans.see_restricted"


@public_page
@of_a_plan
def page(request: HttpRequest, plan: Plan, code: str) -> HttpResponse:
    """From the figure down to the answers behind what each commune adds, as everybody may see it."""
    question, reach = question_of(plan, request.GET, code), _reach(request)
    own = _context(question, code, reach, question.scope.of(None).why(code, reach))
    other = _other(question, code, reach) if _may_see(request, question, code) else ""
    return render(
        request, "plans/why_indicator.html", own | {"layout": "layouts/public.html", "inside": other}
    )


@public_page
@of_a_plan
def file(request: HttpRequest, plan: Plan, code: str) -> HttpResponse:
    """Every answer behind it, one a line, as everybody may see it."""
    return _file_answer(question_of(plan, request.GET, code), code, _reach(request))


@require_safe
@of_a_plan
def page_inside(request: HttpRequest, plan: Plan, code: str) -> HttpResponse:
    """The same with small numbers as they were reported, for who may see them (users.md §7.1, level 1)."""
    question, reach = _question_inside(request, plan, code), _reach(request)
    everywhere = request.user.has_perm(SEE, plan)
    whole = why_indicator(plan, code, question.scope.moment, reach, inside=everywhere)
    own = _context(question, code, reach, whole)
    other = _other(question, code, reach)
    return render(request, "plans/why_indicator.html", own | {"layout": "layouts/work.html", "public": other})


@require_safe
@of_a_plan
def file_inside(request: HttpRequest, plan: Plan, code: str) -> HttpResponse:
    """Every answer behind it, one a line, with small numbers as they were reported."""
    return _file_answer(_question_inside(request, plan, code), code, _reach(request))


def _question_inside(request: HttpRequest, plan: Plan, code: str) -> Question:
    """Raises PermissionDenied, and Http404 for an indicator whose small numbers are public or never shown."""
    question = question_of(plan, request.GET, code, public=False)
    if not _has_inside(question, code):
        raise Http404
    if not _may_see(request, question, code):
        raise PermissionDenied
    return question


def _has_inside(question: Question, code: str) -> bool:
    """Restricted figures are shown on a report alone, where asking for them is recorded; open ones to all."""
    indicator = question.document.indicator
    levels = {indicator(each).protection for each in (code, *indicator(code).sum_of)}
    return Protection.SMALL in levels and Protection.RESTRICTED not in levels


def _may_see(request: HttpRequest, question: Question, code: str) -> bool:
    """Of a commune its own officers too, of the city only who reads everything."""
    about: Any = question.place or question.scope.plan  # nothing of a plan belongs to one commune
    return _has_inside(question, code) and request.user.has_perm(SEE, about)


def _other(question: Question, code: str, reach: Reach) -> str:
    """The same page for the other readers."""
    scope, slug = question.scope, question.place.slug if question.place else None
    return why_indicator(scope.plan, code, scope.moment, reach, slug, inside=scope.book.public)


def _context(question: Question, code: str, reach: Reach, whole: str) -> dict[str, Any]:
    """What the page says; `whole` is the city's answer."""
    told, book = _explained(question, code, reach), question.scope.book
    known, behind = told.figure, list(told.sources)
    return question.context(
        question.scope.of(None).why(code).partition("?")[0],
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
        file=question.scope.why(code, reach, file=True) if behind or known.city_year else "",
    )


def _file_answer(question: Question, code: str, reach: Reach) -> HttpResponse:
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
    return [
        Link(words, question.scope.why(code, reach), reach is current) for reach, words in REACHES.items()
    ]


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
