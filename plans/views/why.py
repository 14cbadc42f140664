"""What the pages that explain a number share: the question in their address, and what they say around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from bg_portal.pieces import Link
from plans.document import PlanDocument
from plans.models import Entry, Plan
from plans.moments import moment_of
from plans.objectives import indicators_used
from plans.overview import book_at
from plans.presenting import Scope
from plans.presenting.measures import trail
from plans.presenting.moment_bar import moment_bar
from plans.presenting.wording import capital
from plans.provenance import Acceptances, acceptances
from plans.queries import Place, places_of, plan_document
from plans.words import full_name


@dataclass(frozen=True)
class Question:
    """Whose number is to be explained, at which moment, to whom."""

    scope: Scope
    places: tuple[Place, ...]
    """The commune asked for alone, or everybody in alphabetical order."""

    @property
    def place(self) -> Place | None:
        return self.scope.place

    @property
    def document(self) -> PlanDocument:
        return self.scope.book.document

    @property
    def version(self) -> int:
        """The number of the record that the figure is worked out from."""
        return self.scope.moment.version

    @cached_property
    def recorded_on(self) -> date | None:
        """The local day of that record."""
        rows = Entry.objects.filter(plan=self.scope.plan, version=self.version)
        at = rows.values_list("at", flat=True).first()
        return at.astimezone(timezone.get_default_timezone()).date() if at else None

    @cached_property
    def sources(self) -> Acceptances:
        """Which reports had been accepted, whatever quarters the figure reaches back to."""
        keys = self.document.quarter_keys
        return acceptances(self.scope.plan, self.version, keys, self.scope.commune)

    @property
    def by_id(self) -> dict[int, Place]:
        return {place.id: place for place in self.places}

    def file_name(self, code: str, span: str = "") -> str:
        """What a file is called where it is kept: plan, code, period, commune; that it is not public."""
        place, inside = self.place.slug if self.place else "", "" if self.scope.book.public else "noi-bo"
        return "_".join(filter(None, (self.scope.plan.slug, code, self.scope.key, span, place, inside)))

    def trail(self, up: Link, city: str) -> list[Link]:
        """The way down to the page: what the figure belongs to, the city's answer, that of a commune."""
        here = Link(_("How is this number worked out?"), city)
        return trail(self.scope, up, here, *([Link(self.place.name)] if self.place else []))

    def context(self, address: str, span: str = "", **more: Any) -> dict[str, Any]:
        """What both pages say beside their own; `address` is the page's, to be had at other moments."""
        own = {"xa": self.place.slug if self.place else "", "khoang": span}

        def at(key: str, day: date | None) -> str:
            return address + self.scope.moment.query(ky=key, ngay=day.isoformat() if day else "", **own)

        return {
            "plan": self.scope.plan,
            "bar": moment_bar(self.document, self.scope.moment, at),
            "place": self.place,
            "who": capital(full_name(self.place)) if self.place else "",
            "version": self.version,
            "recorded_on": self.recorded_on,
            **more,
        }


def question_of(
    plan: Plan, asked: Mapping[str, str], indicator: str = "", *, public: bool = True
) -> Question:
    """What an address asks about an indicator, or about objectives.

    Raises NoSuchMoment, or Http404 for an indicator that the plan does not have and a commune that takes no
    part in it.
    """
    moment = moment_of(plan, asked)
    about = _with_parts(plan_document(plan, moment.version), indicator) if indicator else indicators_used
    book = book_at(plan, moment.version, public=public, about=about)
    places = tuple(places_of(book.document))
    place = _place(places, asked.get("xa", ""))
    return Question(Scope(book, plan, moment, place), (place,) if place else places)


def _with_parts(document: PlanDocument, code: str) -> frozenset[str]:
    """The indicator and those that it is the sum of."""
    try:
        return frozenset({code, *document.indicator(code).sum_of})
    except KeyError:
        raise Http404 from None


def _place(places: Sequence[Place], slug: str) -> Place | None:
    if not slug:
        return None
    found = next((place for place in places if place.slug == slug), None)
    if found is None:
        raise Http404
    return found
