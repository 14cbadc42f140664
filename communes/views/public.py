"""What everybody may read of communes: home, the list, accepted figures, where a figure came from."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bg_portal import clock
from bg_portal.etag import public_page
from bg_portal.pieces import Part, Row, Tile
from communes import words
from communes.deadlines import local_day
from communes.models import Submission, User
from communes.notices import report_key
from communes.presenting.progress import progress
from communes.queries.reporting import Reporting, reporting, reporting_by_period
from communes.queries.submissions import submission_by_reference
from communes.vocabulary import CommuneKind, MoveName
from plans.models import Measure, Period, Plan
from plans.news_pages import latest_lines
from plans.objectives import indicators_used
from plans.overview import book_now
from plans.presenting.tile_maps import ANCHOR
from plans.queries import (
    Place,
    open_among,
    participants,
    places_of,
    plan_document,
    plan_of_today,
    version_of,
)
from plans.stated import plan_stated, stated
from plans.words import label_of


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """The plan in force, the period that is being reported, and how many have reported."""
    plan = plan_of_today()
    if plan is None:
        return render(request, "communes/home_empty.html")
    book, version = book_now(plan, public=True, about=indicators_used)
    document = book.document
    open_ = open_among(document.quarters, clock.today())
    period = stated(open_, Period) if open_ else None
    places = places_of(document, period.key if period else "")
    counts = reporting(plan, period.key, places, version) if period else None
    head = plan_stated(plan, document)
    context = {
        "plan": head,
        "period": period,
        "counts": counts,
        "parts": _parts(counts) if counts else [],
        "facts": _facts(head, places),
        **(progress(plan, book, version, places, request.GET.get(ANCHOR, "")) if period else {}),
        "measures": [stated(row, Measure) for row in document.measures],
        "tiles": [_tile(place) for place in places],
        "groups": _groups(places),
        "news": latest_lines(),
    }
    return render(request, "communes/home.html", context)


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
    kind = str(words.LABELS[CommuneKind(place.kind)])
    return Tile(
        name=place.name_vi,
        kind=kind,
        row=place.grid_row,
        column=place.grid_column,
        state="plain",
        word=kind,
        href=reverse("commune", args=[place.slug]),
    )


def _groups(places: list[Place]) -> list[tuple[str, list[Place]]]:
    """Wards first, then communes, each in alphabetical order, as official lists have them."""
    titles = {CommuneKind.WARD: _("The wards"), CommuneKind.COMMUNE: _("The communes")}
    return [(title, [p for p in places if p.kind == kind]) for kind, title in titles.items()]


@public_page
def commune_list(request: HttpRequest) -> HttpResponse:
    """The communes that take part in the plan, by kind."""
    plan = plan_of_today()
    places = participants(plan) if plan else []
    context: dict[str, object] = {"plan": plan, "groups": _groups(places)}
    if plan:
        version = version_of(plan)
        rows = reporting_by_period(plan, plan_document(plan, version), places, version, clock.today())
        context["reporting"] = [
            (label_of(row.period.key), reverse("period", args=[plan.slug, row.period.key]), row)
            for row in rows
        ]
    return render(request, "communes/commune_list.html", context)


@public_page
def source(request: HttpRequest, reference: str) -> HttpResponse:
    """Where a published figure came from: the report, which sending, accepted when.

    Names are for those who may see them. The checksum is for nobody here: small numbers could be guessed
    from it.
    """
    submission = submission_by_reference(reference)
    if submission is None:
        raise Http404
    acceptance = submission.passages.filter(move=MoveName.ACCEPT).select_related("by").first()
    if acceptance is None:
        raise Http404
    report = submission.report
    facts = [
        Row(
            _("Reported by"), words.full_name(report.commune), reverse("commune", args=[report.commune.slug])
        ),
        Row(_("Reporting period"), report.period.label),
        Row(_("Sending"), _("sending %(n)d, %(day)s") % {"n": submission.number, "day": _day(submission.at)}),
        Row(_("Accepted by the city"), _day(acceptance.at)),
        Row(_("Reference number"), submission.reference),
    ]
    user = request.user
    if isinstance(user, User) and user.has_perm("communes.see_names", report.commune):
        facts += _names(submission, acceptance.by)
    context = {"submission": submission, "report": report, "facts": facts}
    return render(request, "communes/source.html", context)


def _day(moment: datetime) -> str:
    """The local day: the database answers in UTC, where the morning still belongs to the day before."""
    return f"{local_day(moment):%d/%m/%Y}"


def _names(submission: Submission, acceptor: User) -> list[Row]:
    key = report_key(submission.report.commune, submission.report)
    return [
        Row(_("Entered by"), submission.entered_by.name),
        Row(_("Cleared by"), submission.reported_by),
        Row(_("Accepted by"), acceptor.name),
        Row(_("Report inside"), submission.reference, reverse("report", args=key)),
    ]
