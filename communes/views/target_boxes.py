"""One indicator's targets: what stands, what was decided before, and a box for each commune."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from bg_portal.pieces import Link
from communes.forms.targets import CITY, BoxesForm
from communes.models import User
from communes.presenting.target_grid import History, against, value_of
from communes.presenting.target_history import decisions
from communes.presenting.wording import name_of, unit_of, yes_no_unit
from communes.queries.targets import TargetYear
from communes.roles import Permission
from communes.views.access import INVALID
from communes.views.assigning import Stopped, assign, overtaken
from communes.views.years import switch
from plans.assigning import NewTarget, changed, fingerprint, is_revision, problems_of
from plans.document import Indicator
from plans.presenting.wording import capital, number
from plans.queries import Place


class BoxRow(NamedTuple):
    """A commune, or the whole city: what was given first, what stands, by which document, and its box."""

    name: str
    original: str
    now: str
    document: str
    reason: str
    field: BoundField | None


class BoxesPage:
    """The page of one indicator and year."""

    def __init__(self, request: HttpRequest, known: TargetYear, indicator: Indicator, user: User) -> None:
        self.request, self.known, self.indicator, self.user = request, known, indicator, user
        self.year = known.period.year
        self.may_assign = user.has_perm(Permission.ASSIGN_TARGETS)
        self.seen = fingerprint(known.document, self.year)
        self.now = {place.slug: self._value(place) for place in known.places} | {CITY: self._value(None)}
        data = request.POST if request.method == "POST" else None
        self.form = BoxesForm(data, places=known.places, now=self.now)
        self.stopped: Stopped | None = None
        self.status = 200

    def _value(self, place: Place | None) -> Decimal | None:
        return value_of(self.known.document, self.indicator.code, self.year, place)

    def stored(self) -> int | None:
        """How many targets were stored; None where something stands in the way, which the page then says."""
        self.status = INVALID
        if not self.form.is_valid():
            return None
        if self.request.POST.get("seen") != self.seen:
            self.stopped = overtaken()
            return None
        new = self._new()
        if self.form.errors:
            return None
        self.stopped = assign(self.known.period.plan, new, self.form, self.user)
        return None if self.stopped else len(new)

    def _new(self) -> list[NewTarget]:
        """The rows that change something; errors at their boxes for what the plan's validator refuses."""
        document, rows = self.known.document, self.form.rows(self.indicator.code, self.year)
        new = changed(document, [row for _name, row in rows])
        if not new:
            self.form.add_error(None, _("Nothing was changed."))
        problems = problems_of(document, [row for row in new if row.value is not None])
        for name, row in rows:
            if row.key in problems:
                problem = problems[row.key]
                self.form.add_error(name, gettext(problem.message) % problem.params)
        if is_revision(document, new) and not self.form.cleaned_data["reason"]:
            self.form.refuse_silence()
        return new

    def answer(self) -> HttpResponse:
        """What stands, with the boxes for who assigns and everything typed in them."""
        period, indicator = self.known.period, self.indicator
        title = f"{indicator.code} {name_of(indicator)}"
        above = _("Assigned targets of %(year)s") % {"year": self.year}
        home = reverse("targets", args=[period.plan.slug, self.year])
        own = [t for t in self.known.decided if t.indicator and t.indicator.code == indicator.code]
        context: dict[str, Any] = {
            **self.form.get_context(),
            "title": title,
            "lead": above,
            "crumbs": [Link(_("Desk"), reverse("desk")), Link(above, home), Link(indicator.code)],
            "years": switch("targets-indicator", period, indicator.code),
            "unit": unit_of(indicator) or yes_no_unit(),
            "rows": self._rows(History(own)),
            "form": self.form,
            "seen": self.seen,
            "may_assign": self.may_assign,
            "below": [self.form[name] for name in ("number", "dated_on", "authority", "reason")],
            "course": decisions(own, self.known.places, names=self.user.has_perm(Permission.SEE_NAMES)),
            "refusal": self.stopped.text if self.stopped else "",
            "has_errors": self.status != 200,
            **self._totals(),
        }
        status = self.stopped.status if self.stopped else self.status
        return render(self.request, "communes/targets_indicator.html", context, status=status)

    def _rows(self, history: History) -> list[BoxRow]:
        rows = [self._row(history, capital(place.name), place.slug, place.id) for place in self.known.places]
        return [*rows, self._row(history, _("The whole city"), CITY, None)]

    def _row(self, history: History, name: str, slug: str, commune: int | None) -> BoxRow:
        key = (self.indicator.code, commune)
        original, last = history.original(key), history.last(key)
        first = original.value if original and history.revised(key) else None
        now = self.now[slug]
        return BoxRow(
            name=name,
            original="" if first is None else number(first),
            now="" if now is None else number(now),
            document=last.document if last else "",
            reason=last.reason if last else "",
            field=self.form.box(slug) if self.may_assign else None,
        )

    def _totals(self) -> dict[str, str]:
        values = [self.now[place.slug] for place in self.known.places]
        known = [value for value in values if value is not None]
        total = sum(known, Decimal(0)) if known else None
        return {
            "total": "" if total is None else number(total),
            "against": against(total, self.now[CITY]),
        }
