"""Home: the plan in force, the period that is reported, how far both objectives are, at any moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bg_portal import clock
from bg_portal.etag import public_page
from bg_portal.pieces import Part, Row, Tile
from communes import words
from communes.presenting.progress import progress
from communes.queries.reporting import Reporting, reporting
from communes.vocabulary import CommuneKind
from plans.book import Book
from plans.models import Measure, Period, Plan
from plans.moments import Moment, NoSuchMoment, day_of, last_told
from plans.news_pages import latest_lines
from plans.objectives import indicators_used
from plans.overview import book_at, book_now
from plans.presenting.moment_bar import in_query, moment_bar
from plans.presenting.tile_maps import ANCHOR
from plans.presenting.wording import language
from plans.queries import Place, open_among, places_of, plan_of_today
from plans.spans import last_quarter
from plans.stated import period_stated, plan_stated, stated
from plans.views.asking import no_such_moment


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """The plan in force, now or in a period or as it was known on a day."""
    plan = plan_of_today()
    if plan is None:
        return render(request, "communes/home_empty.html")
    try:
        return render(request, "communes/home.html", _context(plan, request.GET))
    except NoSuchMoment:
        return no_such_moment(request, plan)


def _context(plan: Plan, asked: Mapping[str, str]) -> dict[str, object]:
    if asked.get("ngay"):
        day, version = day_of(plan, asked["ngay"])
        book = book_at(plan, version, public=True, about=indicators_used)
    else:
        day, (book, version) = None, book_now(plan, public=True, about=indicators_used)
    period = _reported(book, asked.get("ky", ""), day or clock.today())
    places = places_of(book.document, period.key if period else "")
    counts = reporting(plan, period.key, places, version) if period else None
    head = plan_stated(plan, book.document)
    return {
        "plan": head,
        "period": period,
        "counts": counts,
        "parts": _parts(counts) if counts else [],
        "facts": _facts(head, places),
        **(_progress(plan, book, Moment(period, day, version), places, asked) if period else _map(places)),
        "measures": [stated(row, Measure) for row in book.document.measures],
        "news": latest_lines(),
    }


def _reported(book: Book, key: str, today: date) -> Period | None:
    """The quarter asked for, or a year's last; without one the quarter that reports are due for.

    Raises NoSuchMoment for a key that is none of the plan's periods.
    """
    if key and period_stated(book.document, key) is None:
        raise NoSuchMoment(key)
    found = last_quarter(book.document, key) if key else open_among(book.document.quarters, today)
    return stated(found, Period) if found else None


def _progress(
    plan: Plan, book: Book, reported: Moment, places: list[Place], asked: Mapping[str, str]
) -> dict[str, object]:
    """Both objectives: in the period asked for, else in the last one that most communes have reported."""
    key = asked.get("ky") or last_told(book, reported.today)
    moment = Moment(stated(book.document.period(key), Period), reported.day, reported.version)
    there = reported.query(ky=asked.get("ky", "")).removeprefix("?")
    return {
        "bar": moment_bar(book.document, moment if asked.get("ky") else reported, in_query),
        "asked": bool(there),
        "query": f"?{there}" if there else "",
        **progress(plan, book, moment, places, asked.get(ANCHOR, ""), there),
    }


def _map(places: list[Place]) -> dict[str, object]:
    """Where the communes lie, while there is no period that anything could be said of."""
    return {"tiles": [_tile(place) for place in places]}


def _facts(plan: Plan, places: list[Place]) -> list[Row]:
    wards = sum(place.kind == CommuneKind.WARD for place in places)
    carried = _("%(wards)d wards, %(communes)d communes")
    return [
        Row(_("Document"), f"{plan.number}, {plan.issued_on:%d/%m/%Y}"),
        Row(_("Issued by"), plan.issuer),
        Row(_("Carried out by"), carried % {"wards": wards, "communes": len(places) - wards}),
        Row(_("Period of the plan"), f"{plan.first_year} - {plan.last_year}"),
    ]


def _parts(counts: Reporting) -> list[Part]:
    return [
        Part("good", counts.accepted, ngettext("accepted", "accepted", counts.accepted)),
        Part("mid", counts.waiting, ngettext("under review", "under review", counts.waiting)),
        Part("none", counts.outstanding, ngettext("not sent yet", "not sent yet", counts.outstanding)),
    ]


def _tile(place: Place) -> Tile:
    """A tile that says what kind of place it is; English names say so by themselves."""
    kind = "" if language() == "en" else str(words.LABELS[CommuneKind(place.kind)])
    return Tile(
        name=place.name,
        kind=kind,
        row=place.grid_row,
        column=place.grid_column,
        state="plain",
        word=kind,
        href=reverse("commune", args=[place.slug]),
    )
