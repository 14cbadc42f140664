"""Will we make it? The forecast of every objective and target, for those of the city alone."""

from __future__ import annotations

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from bg_portal import clock
from bg_portal.pieces import Link
from plans.book import Book
from plans.forecast import outlooks
from plans.models import Plan
from plans.moments import Moment, last_told, moment_of
from plans.overview import book_at, book_now
from plans.presenting.outlooks import told
from plans.spans import last_quarter
from plans.stated import period_stated
from plans.views.asking import of_a_plan
from plans.words import label_of

PERMISSION = "plans.see_forecast"
AROUND = 4
"""Quarters before and after that are a link away."""


@require_safe
@of_a_plan
def forecast(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Every target as seen from a period, now or as the portal knew it on a day."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    moment = moment_of(plan, request.GET)
    book = book_at(plan, moment.version, public=False) if moment.past else book_now(plan, public=False)[0]
    moment = _at_quarter(book, moment, asked=bool(request.GET.get("ky")))
    key = moment.period.key
    context = {
        "plan": plan,
        "moment": moment,
        "reported": len(book.reported(key)),
        "expected": len(book.participants(key)),
        "neighbours": _neighbours(book, moment),
        "told": [told(book, plan, moment, outlook) for outlook in outlooks(book, key)],
    }
    return render(request, "plans/forecast.html", context)


def _at_quarter(book: Book, moment: Moment, *, asked: bool) -> Moment:
    """The quarter itself; a year's last one; where none was asked for, the last that most have reported."""
    document = book.document
    key = moment.period.key if asked else last_told(book, moment.day or clock.today())
    period = period_stated(document, last_quarter(document, key).key)
    return replace(moment, period=period) if period else moment


def _neighbours(book: Book, moment: Moment) -> list[Link]:
    """The same page as seen from the quarters around, as far as they have begun."""
    today, key = moment.day or clock.today(), moment.period.key
    keys = [row.key for row in book.document.quarters if row.starts_on <= today or row.key <= key]
    at = keys.index(key)
    return [
        Link(capfirst(label_of(other)), moment.query(ky=other), other == key)
        for other in keys[max(at - AROUND, 0) : at + AROUND + 1]
    ]
