"""What changed between two days: how the objectives moved, and each figure with its cause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from bg_portal import clock
from bg_portal.dates import format_date
from bg_portal.etag import public_page
from bg_portal.pieces import Link
from plans.between import Told
from plans.happened import Happened, happened
from plans.models import Plan
from plans.moments import Between, NoSuchMoment, between_of, cut_offs, first_day, last_told
from plans.overview import book_at
from plans.presenting.change_links import ChangeLinks
from plans.presenting.change_words import Names
from plans.presenting.changes_told import groups, ordered, sums
from plans.presenting.objectives_told import objective_moves, told_again
from plans.queries import places_named, plan_document, plans_public, version_of

ON_A_PAGE = 20
"""Things that happened, each with its figures."""


@public_page
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that the public sees otherwise at the second day than at the first, with its causes."""
    plan = plans_public().filter(slug=slug).first()
    if plan is None:
        raise Http404
    try:
        between = between_of(plan, request.GET)
    except NoSuchMoment:
        return _no_such_days(request, plan)
    found = _happened(plan, between)
    return render(request, "plans/changes.html", _context(plan, between, found, request.GET.get("trang", "")))


def _no_such_days(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Say how days are written, and offer some; 404."""
    document = plan_document(plan, version_of(plan))
    context = {
        "plan": plan,
        "first_day": first_day(plan),
        "typed": (request.GET.get("tu", ""), request.GET.get("den", "")),
        "spans": _spans(plan, cut_offs(document, clock.today())),
    }
    return render(request, "plans/no_such_days.html", context, status=404)


def _happened(plan: Plan, between: Between) -> Happened:
    versions = between.first_version, between.last_version
    days = between.first, between.until
    first, last = (
        last_told(book_at(plan, version, public=True), day)
        for version, day in zip(versions, days, strict=True)
    )
    until = max((row.key for row in between.document.quarters if row.ends_on < between.until), default=last)
    return happened(plan, *versions, (first, last), until)


def _context(plan: Plan, between: Between, found: Happened, page: str) -> dict[str, object]:
    names = _names(found, ChangeLinks(plan, between, found.before.document))
    things: Page[Told] = Paginator(ordered(names, found.told), ON_A_PAGE).get_page(page)
    return {
        "plan": plan,
        "between": between,
        "typed": tuple(format_date(day) if day else "" for day in (between.first, between.last)),
        "spans": _spans(plan, cut_offs(between.document, between.until), between),
        "objectives": objective_moves(names, found.objectives),
        "again": told_again(names, found.again),
        "sums": sums(found.told),
        "groups": groups(names, things),
        "things": things,
        "too_many": found.too_many,
        "years": [names.closed_year(*pair) for pair in found.years],
    }


def _names(found: Happened, links: ChangeLinks) -> Names:
    """With everybody who takes part at either moment, wards first, as official lists have them."""
    before, after = found.before.document, found.after.document
    places = places_named({*before.participation, *after.participation})
    return Names(before, after, sorted(places, key=lambda place: place.kind, reverse=True), links)


def _spans(plan: Plan, days: Sequence[date], between: Between | None = None) -> list[Link]:
    """Ways to other times: since each of the last cut-offs, and since the plan was loaded."""
    text = _("since the cut-off of %(day)s")
    found = [(day, text % {"day": format_date(day)}) for day in days[1:4]]
    found.append((first_day(plan), _("since the plan was loaded")))
    chosen = between.first if between and between.last is None else None
    return [Link(words, f"?tu={day.isoformat()}", day == chosen) for day, words in found]
