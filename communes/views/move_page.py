"""The page of a move that cannot be taken back: what it does, the reason, what where it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.pieces import Link, Words
from communes import words, workflow
from communes.presenting.head import report_title
from communes.presenting.standing_words import due_line, picture
from communes.queries.review import Dossier
from communes.refusals import Overtaken, Refused
from communes.views.access import INVALID
from communes.views.steps import key_of
from communes.vocabulary import MoveName

OVERTAKEN, REFUSED = 409, 400


def status_of(refused: Refused) -> int:
    """409 where somebody else acted first, 400 where a rule forbids it."""
    return OVERTAKEN if isinstance(refused, Overtaken) else REFUSED


class MovePage:
    """A move's own page: what it does, the reason, and what to do where it cannot be made."""

    def __init__(
        self,
        request: HttpRequest,
        found: Dossier,
        form: Form,
        template: str,
        title: Words,
        **more: Any,
    ) -> None:
        self.request = request
        self.found = found
        self.form = form
        self.template = template
        self.title = title
        self.more = more

    def answer(self, act: Callable[[], None], done: str, *, move: MoveName | None = None) -> HttpResponse:
        """Ask, or act and go back to the report; a refusal shows the page again with all that was typed."""
        if self.request.method != "POST":
            stopped = self.stopped(move)
            return self.page(stopped, OVERTAKEN if stopped else 200)
        if not self.form.is_valid():
            return self.page("", INVALID)
        try:
            act()
        except Refused as refused:
            return self.page(str(refused), status_of(refused))
        messages.success(self.request, done)
        return redirect("report", *key_of(self.found.plan, self.found.standing))

    def stopped(self, move: MoveName | None) -> str:
        """Why the move cannot be made now; empty where it can."""
        state = self.found.standing.state
        if move is None:
            return ""
        clearance = self.found.plan.clearance_required
        possible = workflow.moves_from(state, clearance_required=clearance) if state else ()
        if any(each.name is move for each in possible):
            return ""
        words_now = words.LABELS[self.found.standing.standing]
        return _("The report is now: %(state)s. It cannot be done in this state.") % {"state": words_now}

    def page(self, refusal: str, status: int) -> HttpResponse:
        found, standing = self.found, self.found.standing
        href = reverse("report", args=key_of(found.plan, standing))
        context: dict[str, Any] = {
            "title": self.title,
            "lead": report_title(found.commune, found.period),
            "crumbs": [
                Link(_("Desk"), reverse("desk")),
                Link(report_title(found.commune, found.period), href),
                Link(self.title),
            ],
            "dossier": found,
            "form": self.form,
            "refusal": refusal,
            "state": picture(standing, for_city=True),
            "due": due_line(standing),
            "number": self.request.POST.get("number", standing.facts.sendings if standing.facts else 0),
            "href": href,
            "has_errors": bool(refusal),
            **self.more,
        }
        return render(self.request, self.template, context, status=status)
