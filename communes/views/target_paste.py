"""Pasting a table of targets: every slip named by row and column, a preview, then storing."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from bg_portal.pieces import Link
from communes.forms.targets import PasteForm
from communes.models import User
from communes.presenting.target_grid import Grid, GridOf, preview_cell
from communes.queries.targets import TargetYear
from communes.views.access import INVALID
from communes.views.assigning import Stopped, assign, overtaken
from plans.assigning import changed, fingerprint, is_revision, with_targets
from plans.pasting import Fault, Pasted, read_table


class PastePage:
    """The page while somebody assigns targets by a table."""

    def __init__(self, request: HttpRequest, known: TargetYear, user: User) -> None:
        self.request, self.known, self.user = request, known, user
        self.year = known.period.year
        self.seen = fingerprint(known.document, self.year)
        self.form = PasteForm(request.POST if request.method == "POST" else None)
        self.pasted = Pasted((), ())
        self.stopped: Stopped | None = None
        self.status = 200

    def asked(self) -> HttpResponse:
        """The empty form."""
        return self._page(None)

    def stored(self) -> int | None:
        """How many targets were stored; None where something stands in the way, which the page then says."""
        if not self._read():
            return None
        new = changed(self.known.document, self.pasted.targets)
        if self.request.POST.get("seen") != self.seen:
            self.stopped = overtaken()
        elif new:
            self.stopped = assign(self.known.period.plan, new, self.form, self.user)
        return len(new) if new and not self.stopped else None

    def previewed(self) -> HttpResponse:
        """What the table would change, or what has to be mended first; everything typed is kept."""
        readable = self._read()
        self.status = self.stopped.status if self.stopped else (200 if readable else INVALID)
        return self._page(self._preview())

    def _read(self) -> bool:
        """Whether form and table are without fault."""
        if "table" in self.form.errors:
            return False
        self.pasted = read_table(
            self.form.cleaned_data["table"],
            document=self.known.document,
            places=self.known.places,
            year=self.year,
            language=get_language() or "vi",
        )
        new = changed(self.known.document, self.pasted.targets)
        if is_revision(self.known.document, new) and not self.form.cleaned_data.get("reason"):
            self.form.refuse_silence()
        return self.form.is_valid() and not self.pasted.faults

    def _preview(self) -> Grid | None:
        if self.pasted.faults or not self.pasted.targets:
            return None
        document, rows = self.known.document, self.pasted.targets
        after = with_targets(document, changed(document, rows), cited="", reason="")
        codes = {row.indicator for row in rows}
        plan, places = self.known.period.plan, self.known.places
        return GridOf(plan, after, self.year, places, codes, preview_cell(document, self.year, places)).grid()

    def _page(self, preview: Grid | None) -> HttpResponse:
        period = self.known.period
        title = _("Paste targets of %(year)s") % {"year": self.year}
        home = reverse("targets", args=[period.plan.slug, self.year])
        above = _("Assigned targets of %(year)s") % {"year": self.year}
        new = changed(self.known.document, self.pasted.targets)
        context: dict[str, Any] = {
            "title": title,
            "crumbs": [Link(_("Desk"), reverse("desk")), Link(above, home), Link(title)],
            "form": self.form,
            "seen": self.seen,
            "faults": [_fault(fault) for fault in self.pasted.faults],
            "refusal": self.stopped.text if self.stopped else "",
            "preview": preview,
            "changes": len(new),
            "unchanged": len(self.pasted.targets) - len(new),
            "ready": preview is not None and bool(new),
            "href": home,
            "has_errors": self.status != 200,
        }
        return render(self.request, "communes/targets_paste.html", context, status=self.status)


def _fault(fault: Fault) -> str:
    place = _("Row %(row)d, column %(column)d") % {"row": fault.row, "column": fault.column}
    return f"{place}: {gettext(fault.message) % fault.params}"
