"""What the buttons within the report form do, after the form was saved."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from communes.actions import drafting
from communes.forms.draft import MOST_PROPOSALS, Posted
from communes.models import Report
from communes.queries.checks import check_draft
from communes.queries.drafts import draft_content
from communes.queries.surroundings import surroundings
from communes.views.worker import worker

MORE_ROWS = 3


def carry_out(move: str, saved: Report, posted: Posted, request: HttpRequest) -> str:
    """Do what the button says; returns where in the form to go on. An unknown button has only saved.

    Raises Refused where the draft moved on since it was saved a moment ago.
    """
    if move == "rows":
        return f"?dong={min(len(posted.proposal_rows) + MORE_ROWS, MOST_PROPOSALS)}#proposals"
    if move == "copy":
        _copy(request, saved)
        return "#texts"
    if move.startswith("nil-"):
        return _nil_measure(request, saved, move.removeprefix("nil-"))
    return ""


def _copy(request: HttpRequest, saved: Report) -> None:
    previous = surroundings(saved).previous
    if previous is None:
        messages.warning(request, _("There is no earlier report to take words from."))
        return
    drafting.copy_texts(report=saved, source=previous, version=saved.draft_version, by=worker(request))
    messages.success(
        request, _("The words of the last period stand where nothing was written. Change what is new.")
    )


def _nil_measure(request: HttpRequest, saved: Report, typed: str) -> str:
    orders = {str(q.measure): q.measure for q in check_draft(saved, draft_content(saved)).questions}
    if typed not in orders:
        raise Http404
    version = saved.draft_version
    drafting.fill_nil(report=saved, measure=orders[typed], version=version, by=worker(request))
    messages.success(request, _("0 was entered where nothing had been entered in this group."))
    return f"#m{typed}"
