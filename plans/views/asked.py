"""What the address of a "why" page asks for: which moment, which commune, and the book to answer from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from bg_portal.etag import public_page
from plans.book import Book
from plans.models import Entry, Plan
from plans.moments import Moment, NoSuchMoment, moment_of
from plans.overview import book_at, book_now
from plans.provenance import Acceptances, acceptances
from plans.queries import Place, places_of, plans_public
from plans.views.asking import no_such_moment


@dataclass(frozen=True)
class Asked:
    """A plan at a moment, for everybody: the public's book, who takes part, perhaps one commune of them."""

    plan: Plan
    moment: Moment
    book: Book
    version: int
    places: tuple[Place, ...]
    """The commune asked for alone, or everybody in alphabetical order."""
    place: Place | None

    @property
    def commune(self) -> int | None:
        return self.place.id if self.place else None

    @cached_property
    def recorded_on(self) -> date | None:
        """The local day of the record that the figure is worked out from."""
        at = Entry.objects.filter(plan=self.plan, version=self.version).values_list("at", flat=True).first()
        return at.astimezone(timezone.get_default_timezone()).date() if at else None

    def sources(self, periods: Collection[str]) -> Acceptances:
        """Which reports of these periods had been accepted."""
        return acceptances(self.plan, self.version, periods, self.commune)

    def file_name(self, code: str, span: str = "") -> str:
        """What a file is called where it is kept: plan, code, period, commune."""
        place = self.place.slug if self.place else ""
        return "_".join(filter(None, (self.plan.slug, code, self.moment.period.key, span, place)))


Answer = Callable[[HttpRequest, Asked, str], HttpResponse]


def why_page(answer: Answer) -> Callable[..., HttpResponse]:
    """A public view of plan, code and query, from one that gets what is asked; 404 for what there is not."""

    @public_page
    @wraps(answer)
    def view(request: HttpRequest, slug: str, code: str) -> HttpResponse:
        plan = plans_public().filter(slug=slug).first()
        if plan is None:
            raise Http404
        try:
            return answer(request, _asked(request, plan), code)
        except NoSuchMoment:
            return no_such_moment(request, plan)

    return view


def context_of(question: Asked, **more: Any) -> dict[str, Any]:
    """What both pages say beside their own: moment, record, commune."""
    return {
        "plan": question.plan,
        "moment": question.moment,
        "place": question.place,
        "version": question.version,
        "recorded_on": question.recorded_on,
        **more,
    }


def _asked(request: HttpRequest, plan: Plan) -> Asked:
    moment = moment_of(plan, request.GET)
    if moment.past:
        book, version = book_at(plan, moment.version, public=True), moment.version
    else:
        book, version = book_now(plan, public=True)
    places = tuple(places_of(book.document))
    place = _place(places, request.GET.get("xa", ""))
    return Asked(plan, moment, book, version, (place,) if place else places, place)


def _place(places: Sequence[Place], slug: str) -> Place | None:
    if not slug:
        return None
    found = next((place for place in places if place.slug == slug), None)
    if found is None:
        raise Http404
    return found
