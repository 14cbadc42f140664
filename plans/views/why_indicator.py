"""How an indicator's figure is worked out, on a page and as a file: of the city, or of one commune."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.export.answer import csv_answer
from bg_portal.pieces import Link
from plans import spans
from plans.addresses import why_indicator
from plans.answering import gaps
from plans.answering.groups import by_kind
from plans.answering.indicator import communes, coverage, explanation, formula, open_end
from plans.answering.lines import period_name
from plans.document import Indicator
from plans.explanation import IndicatorExplanation, explain_indicator
from plans.explanation_rows import indicator_rows
from plans.files.explanation import table_of
from plans.provenance import Acceptances
from plans.saying_words import sentence
from plans.spans import Span
from plans.views.asked import Asked, context_of, why_page

SPANS: Final = {"ky": _("The period alone"), "nam": _("The year so far"), "giai-doan": _("The plan so far")}
"""What ?khoang= may ask for."""


@why_page
def page(request: HttpRequest, question: Asked, code: str) -> HttpResponse:
    """From the figure down to the answers behind what each commune adds."""
    name = _span_name(request)
    told, sources = _explained(question, code, name)
    book, known = question.book, told.figure
    rows = list(communes(book, told, question.places, sources))
    address = reverse("indicator-why-csv", args=[question.plan.slug, code])
    behind = list(told.sources)
    slug = question.place.slug if question.place else ""
    own = context_of(
        question,
        name=_name(known.indicator),
        label=_label(question, known.span),
        span=known.span,
        spans=_spans(question, code, name),
        coverage=coverage(known, city=question.place is None),
        formula=formula(told, question.places),
        nothing=explanation(book, known),
        open_end=open_end(known),
        rules=[sentence(rule, book.document) for rule in told.rules],
        groups=by_kind(rows),
        missing=gaps.missing(book, behind, question.places),
        left_out=gaps.left_out(book, behind, question.places),
        whole=why_indicator(question.plan, code, question.moment, name),
        file=address + _query(question, name, slug) if rows or known.city_year else "",
    )
    return render(request, "plans/why_indicator.html", own)


@why_page
def file(request: HttpRequest, question: Asked, code: str) -> HttpResponse:
    """Every answer behind it, one a line."""
    name = _span_name(request)
    told, sources = _explained(question, code, name)
    places = {place.id: place for place in question.places}
    table = table_of(indicator_rows(question.book, told), question.book.document, places, sources)
    return csv_answer(table, question.file_name(code, name if name != "ky" else ""))


def _span_name(request: HttpRequest) -> str:
    name = request.GET.get("khoang") or "ky"
    if name not in SPANS:
        raise Http404
    return name


def _spans(question: Asked, code: str, current: str) -> list[Link]:
    slug = question.place.slug if question.place else None
    return [
        Link(words, why_indicator(question.plan, code, question.moment, name, slug), name == current)
        for name, words in SPANS.items()
    ]


def _name(indicator: Indicator) -> str:
    english = indicator.name_en if get_language() == "en" else ""
    return f"{english or indicator.name_vi} ({indicator.code})"


def _label(question: Asked, span: Span) -> str:
    """The period, or from which quarter to which."""
    if len(span.quarters) == 1 or "-" not in question.moment.period.key:
        return question.moment.period.label
    names = {
        "first": period_name(question.book, span.quarters[0]),
        "last": period_name(question.book, span.last),
    }
    return gettext("%(first)s to %(last)s") % names


def _query(question: Asked, span: str, slug: str) -> str:
    return question.moment.query(khoang="" if span == "ky" else span, xa=slug)


def _explained(question: Asked, code: str, name: str) -> tuple[IndicatorExplanation, Acceptances]:
    """Raises Http404 for a code that the plan does not have."""
    span = _span(question, name)
    try:
        told = explain_indicator(question.book, code, span, commune=question.commune)
    except KeyError:
        raise Http404 from None
    return told, question.sources(span.quarters)


def _span(question: Asked, name: str) -> Span:
    """A year as a period has no year so far beside it."""
    document, key = question.book.document, question.moment.period.key
    if name == "giai-doan":
        return spans.plan_to_date(document, key)
    if name == "nam" and "-" in key:
        return spans.year_to_date(document, key)
    return spans.of_period(document, key)
