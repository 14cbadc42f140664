"""Will we make it? The forecast of every objective and target, for those of the city alone."""

from __future__ import annotations

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from bg_portal import clock
from bg_portal.pieces import Link
from plans.book import Book
from plans.forecast import outlooks
from plans.foretelling import told
from plans.moments import Moment, NoSuchMoment, last_told, moment_of
from plans.overview import book_at, book_now
from plans.queries import plans_public
from plans.spans import last_quarter
from plans.stated import period_stated
from plans.views.objective import no_such_moment
from plans.words import period_label

PERMISSION = "plans.see_forecast"
AROUND = 4
"""Quarters before and after that are a link away."""


@require_safe
def forecast(request: HttpRequest, plan: str) -> HttpResponse:
    """Every target as seen from a period, now or as the portal knew it on a day."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    found = plans_public().filter(slug=plan).first()
    if found is None:
        raise Http404
    try:
        moment = moment_of(found, request.GET)
    except NoSuchMoment:
        return no_such_moment(request, found)
    book = book_at(found, moment.version, public=False) if moment.past else book_now(found, public=False)[0]
    moment = _at_quarter(book, moment, asked=bool(request.GET.get("ky")))
    key = moment.period.key
    context = {
        "plan": found,
        "moment": moment,
        "reported": len(book.reported(key)),
        "expected": len(book.participants(key)),
        "neighbours": _neighbours(book, moment),
        "told": [told(book, found, moment, outlook) for outlook in outlooks(book, key)],
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
    rows = [row for row in book.document.quarters if row.starts_on <= today or row.key <= key]
    at = [row.key for row in rows].index(key)
    return [
        Link(capfirst(period_label(row.year, row.quarter)), moment.query(ky=row.key), row.key == key)
        for row in rows[max(at - AROUND, 0) : at + AROUND + 1]
    ]
