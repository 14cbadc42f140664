"""The healthy standing of communes in a year: registration, review, decision; the city records it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bg_portal import clock
from bg_portal.pieces import Link
from communes.actions.recognising import Recording, record_recognition
from communes.forms.recognition import RecognitionForm
from communes.models import Commune, Recognition, User
from communes.presenting.recognition import course, parts, year_rows
from communes.queries.recognitions import CommuneYear, steps_of, year_of_communes
from communes.refusals import Refused, RefusedForSome
from communes.roles import Permission
from communes.views.access import INVALID, form_methods
from communes.views.move_page import status_of
from communes.views.worker import worker
from communes.views.years import open_to, switch, year_by_number
from communes.vocabulary import RecognitionStep
from plans.models import Period
from plans.queries import plan_document


@form_methods
@open_to(Permission.SEE_CITY_DESK)
def recognition(request: HttpRequest, plan: str, year: int) -> HttpResponse:
    """Everybody's standing of the year; who may record sends one step for several communes at once."""
    period, user = year_by_number(plan, year), worker(request)
    steps = steps_of(period.plan)
    rows = year_of_communes(period.plan, plan_document(period.plan), year, steps, clock.today())
    page = partial(_page, request, period, rows, steps)
    if not user.has_perm(Permission.RECORD_RECOGNITION):
        if request.method == "POST":
            raise PermissionDenied
        return page(None, [], 200)
    form = RecognitionForm(request.POST if request.method == "POST" else None, rows=rows)
    if not form.is_valid():
        return page(form, [], INVALID if form.is_bound else 200)
    try:
        return _recorded(request, period, form, user)
    except RefusedForSome as refused:
        return page(form, refused.reasons, status_of(refused))
    except Refused as refused:
        return page(form, [str(refused)], status_of(refused))


def _recorded(request: HttpRequest, period: Period, form: RecognitionForm, user: User) -> HttpResponse:
    told = form.cleaned_data
    recording = Recording(
        period=period,
        communes=list(Commune.objects.filter(slug__in=told["communes"])),
        step=RecognitionStep(told["step"]),
        document=form.deciding(),
        reason=told["reason"],
    )
    done = len(record_recognition(recording=recording, by=user))
    text = ngettext("Recorded for %(n)d commune.", "Recorded for %(n)d communes.", done) % {"n": done}
    messages.success(request, text)
    return redirect("recognition", period.plan.slug, period.year)


def _page(
    request: HttpRequest,
    period: Period,
    rows: list[CommuneYear],
    steps: list[Recognition],
    form: RecognitionForm | None,
    refusals: list[str],
    status: int,
) -> HttpResponse:
    title = _("Healthy standing of communes and wards, %(year)s") % {"year": period.year}
    names = worker(request).has_perm(Permission.SEE_NAMES)
    context: dict[str, Any] = {
        "title": title,
        "crumbs": [Link(_("Desk"), reverse("desk")), Link(title)],
        "years": switch("recognition", period),
        "parts": parts(rows),
        "groups": year_rows(rows, year_over=clock.today() > period.ends_on),
        "course": course([s for s in steps if s.period.year == period.year], names=names),
        "form": form,
        "refusals": refusals,
        "has_errors": bool(refusals),
    }
    return render(request, "communes/recognition.html", context, status=status)
