"""A period as the city sees it: every commune's report, who is missing, closing and opening."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bg_portal.pieces import Link, Words
from communes.actions import periods
from communes.forms.periods import PeriodMoveForm
from communes.models import PeriodMove
from communes.queries.periods import is_closed, last_period_move
from communes.queries.reports import plan_by_slug, quarter_by_key
from communes.refusals import Refused
from communes.roles import Permission
from communes.views.access import INVALID, form_methods
from communes.views.move_page import OVERTAKEN, status_of
from communes.views.period_board import PeriodBoard
from communes.views.worker import worker
from plans.models import Period

city_only = permission_required(Permission.SEE_CITY_DESK, raise_exception=True)
closers_only = permission_required(Permission.CLOSE_PERIOD, raise_exception=True)


@require_safe
@city_only
def period_desk(request: HttpRequest, plan: str, period: str) -> HttpResponse:
    """Every commune's report of one period."""
    board = PeriodBoard(plan_by_slug(plan), period, worker(request))
    return render(request, "communes/period_desk.html", board.context())


@closers_only
@form_methods
def close(request: HttpRequest, plan: str, period: str) -> HttpResponse:
    """Take no more reports for the period, with the reason."""
    found = quarter_by_key(plan_by_slug(plan), period)
    texts = {
        "title": _("Close the period"),
        "effect": _(
            "No report of this period can be started or sent any more, corrected ones included. Reports that "
            "have not come stay missing. The period can be opened again."
        ),
        "stopped": _("The period is closed already.") if is_closed(found) else "",
    }
    return _page(request, found, texts, periods.close_period, _("The period is closed."))


@closers_only
@form_methods
def reopen(request: HttpRequest, plan: str, period: str) -> HttpResponse:
    """Take reports for the period again, with the reason."""
    found = quarter_by_key(plan_by_slug(plan), period)
    texts = {
        "title": _("Open the period again"),
        "effect": _(
            "Reports of this period can be started and sent again. What came after the due date stays late."
        ),
        "stopped": "" if is_closed(found) else _("The period is open already."),
    }
    return _page(request, found, texts, periods.reopen_period, _("The period is open again."))


def _page(
    request: HttpRequest,
    found: Period,
    texts: dict[str, str],
    act: Callable[..., PeriodMove],
    done: Words,
) -> HttpResponse:
    """Ask, or act and go back to the period; a refusal shows the page again with what was typed."""
    form = PeriodMoveForm(request.POST if request.method == "POST" else None)
    refusal, status = texts["stopped"], OVERTAKEN if texts["stopped"] else 200
    if request.method == "POST":
        refusal, status = "", INVALID
        if form.is_valid():
            try:
                act(period=found, comment=form.cleaned_data["comment"], by=worker(request))
            except Refused as refused:
                refusal, status = str(refused), status_of(refused)
            else:
                messages.success(request, done)
                return redirect("period-desk", found.plan.slug, found.key)
    context = _context(found, form, texts, refusal)
    return render(request, "communes/period_move.html", context, status=status)


def _context(found: Period, form: PeriodMoveForm, texts: dict[str, str], refusal: str) -> dict[str, Any]:
    href = reverse("period-desk", args=[found.plan.slug, found.key])
    board = _("Reports of %(period)s") % {"period": found.label}
    return {
        **texts,
        "lead": capfirst(found.label),
        "last": last_period_move(found),
        "crumbs": [Link(_("Desk"), reverse("desk")), Link(board, href), Link(texts["title"])],
        "href": href,
        "form": form,
        "refusal": refusal,
        "has_errors": bool(refusal),
    }
