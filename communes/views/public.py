"""What everybody may read of communes: their list, and where a figure came from."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal import clock
from bg_portal.etag import public_page
from bg_portal.pieces import Row
from communes.deadlines import local_day
from communes.models import Submission, User
from communes.notices import report_key
from communes.queries.reporting import reporting_by_period
from communes.queries.submissions import submission_by_reference
from communes.vocabulary import MoveName
from plans.presenting.groups import places_by_kind
from plans.queries import (
    participants,
    plan_document,
    plan_of_today,
    version_of,
)
from plans.words import full_name, label_of


@public_page
def commune_list(request: HttpRequest) -> HttpResponse:
    """The communes that take part in the plan, by kind."""
    plan = plan_of_today()
    places = participants(plan) if plan else []
    context: dict[str, object] = {"plan": plan, "groups": places_by_kind(places)}
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
        Row(_("Reported by"), full_name(report.commune), reverse("commune", args=[report.commune.slug])),
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
