"""Pages made for paper: the empty form, and a request for figures to each provider."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bg_portal.dates import weekday_date
from bg_portal.pieces import Link
from communes.models import Commune, User
from communes.presenting.head import crumbs_of_period, report_title, window
from communes.presenting.questions import reasons_offered
from communes.presenting.sheets import blank_groups, providers
from communes.presenting.texts import privacy_help
from communes.queries.history import history_of
from communes.queries.periods import due_date_of
from communes.queries.reports import permitted_commune, plan_by_slug, quarter_by_key
from communes.roles import Permission
from communes.views.worker import worker
from plans.document import PlanDocument
from plans.models import Period
from plans.queries import plan_document


@dataclass(frozen=True)
class _Place:
    """What such a page is about; the report need not have been begun."""

    user: User
    commune: Commune
    period: Period
    document: PlanDocument
    key: tuple[str, str, str]

    def context(self, here: str) -> dict[str, object]:
        """What all of these pages are told."""
        return {
            "commune": self.commune,
            "period": self.period,
            "key": self.key,
            "title": report_title(self.commune, self.period),
            "window": window(self.period),
            "due": weekday_date(due_date_of(self.commune, self.period)),
            "crumbs": [*crumbs_of_period(self.commune, self.period, self.key), Link(here)],
        }


def _place(request: HttpRequest, plan: str, period: str, slug: str) -> _Place:
    user = worker(request)
    commune = permitted_commune(user, slug, Permission.READ_REPORT)
    quarter = quarter_by_key(plan_by_slug(plan), period)
    return _Place(user, commune, quarter, plan_document(quarter.plan), (plan, period, slug))


@require_safe
def report_blank(request: HttpRequest, plan: str, period: str, slug: str) -> HttpResponse:
    """The form to be filled in by hand, with the last accepted values beside each question."""
    place = _place(request, plan, period, slug)
    history = history_of(place.commune, place.period)
    groups = blank_groups(place.document, history, place.commune, place.period)
    reasons = [words for _code, words in reasons_offered()]
    context = {
        "groups": groups,
        "reasons": reasons,
        "privacy": privacy_help(),
        **place.context(_("Empty form")),
    }
    return render(request, "communes/report_blank.html", context)


@require_safe
def provider_sheets(request: HttpRequest, plan: str, period: str, slug: str) -> HttpResponse:
    """Who is to be asked for figures, each with a sheet to print."""
    place = _place(request, plan, period, slug)
    found = providers(place.document, place.period.key)
    context = {"providers": found, **place.context(_("Sheets for providers"))}
    return render(request, "communes/provider_sheets.html", context)


@require_safe
def provider_sheet(request: HttpRequest, plan: str, period: str, slug: str, number: int) -> HttpResponse:
    """The request for figures to one provider: only its own indicators, until when, and to whom."""
    place = _place(request, plan, period, slug)
    found = {provider.number: provider for provider in providers(place.document, place.period.key)}
    if number not in found:
        raise Http404
    own = place.user.has_perm(Permission.WRITE_REPORT, place.commune)
    context = {
        "provider": found[number],
        "reply_to": place.user if own else None,
        **place.context(found[number].name),
    }
    return render(request, "communes/provider_sheet.html", context)
