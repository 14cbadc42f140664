"""Where one can go from every page, and whether figures are illustrative; settings name both for the kit."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.pieces import Link
from communes.models import User
from communes.opinion_address import question_about
from communes.queries.navigation import period_of_request
from communes.queries.people import communes_writable
from communes.roles import Permission
from plans.models import Period
from plans.queries import illustrative


def is_illustrative(request: HttpRequest | None = None) -> bool:
    """Whether the figures of this installation were made up; the query of the navigation knows it too."""
    known: bool | None = getattr(request, "illustrative", None)
    return illustrative() if known is None else known


def links(request: HttpRequest) -> list[Link]:
    """The main navigation for whoever asks; at most one query beyond the memberships."""
    period = period_of_request(request)
    if period is not None:
        request.illustrative = period.illustrative  # type: ignore[attr-defined]  # for is_illustrative
    user = request.user
    places = _places_of_work(user, period) if isinstance(user, User) else _places_of_visitors(period)
    return [link._replace(current=_is_here(request.path, link.href)) for link in places]


def about(request: HttpRequest) -> list[Link]:
    """What the portal says of itself, and the question whether this page was useful; no query."""
    return [
        Link(_("Help"), reverse("help")),
        Link(_("How figures are computed"), reverse("methods")),
        Link(_("Accessibility"), reverse("accessibility")),
        Link(_("Privacy"), reverse("privacy")),
        Link(_("Contact"), reverse("contact")),
        Link(_("Site map"), reverse("site-map")),
        Link(_("Was this page useful?"), question_about(request)),
    ]


def _places_of_visitors(period: Period | None) -> Iterator[Link]:
    yield Link(_("Overview"), reverse("home"))
    yield from _places_for_all(period)
    yield Link(_("Comments"), reverse("comments"))
    yield Link(_("Sign in"), reverse("login"))


def _places_for_all(period: Period | None) -> Iterator[Link]:
    if period is not None:
        yield Link(_("Plan"), reverse("plan", args=[period.plan.slug]))
    yield Link(_("Communes and wards"), reverse("commune-list"))
    yield Link(_("News"), reverse("news"))


def _places_of_work(user: User, period: Period | None) -> Iterator[Link]:
    if user.has_perm(Permission.SEE_DESK):
        yield Link(_("Desk"), reverse("desk"))
    if user.has_perm(Permission.SEE_CITY_DESK):
        yield Link(_("Overview"), reverse("leader"))
    if period is not None:
        yield from _places_of_period(user, period)
    if user.has_perm(Permission.READ_NEWS):
        yield Link(_("Announcements"), reverse("newsroom"))
    if user.has_perm(Permission.READ_COMMENTS):
        yield Link(_("Decide on comments"), reverse("comment-room"))
    if user.has_perm(Permission.MANAGE_PEOPLE):
        yield Link(_("People"), reverse("people"))
    if user.has_perm(Permission.SEE_ADMINISTRATION):
        yield Link(_("Administration"), reverse("admin:index"))
    yield from _places_for_all(period)
    yield Link(_("Account"), reverse("account"))


def _places_of_period(user: User, period: Period) -> Iterator[Link]:
    """The report of who writes for one commune (for several, the desk lists them), the city's view of all."""
    communes = communes_writable(user)
    if len(communes) == 1:
        address = reverse("report", args=[period.plan.slug, period.key, communes[0].slug])
        yield Link(gettext("Report of %(period)s") % {"period": period.label}, address)
    if user.has_perm(Permission.SEE_CITY_DESK):
        address = reverse("period-desk", args=[period.plan.slug, period.key])
        yield Link(gettext("All reports of %(period)s") % {"period": period.label}, address)
    if user.has_perm(Permission.SEE_FORECAST):
        yield Link(_("Forecast"), reverse("forecast", args=[period.plan.slug]))
    if communes or user.has_perm(Permission.SEE_CITY_DESK):
        yield Link(_("Board"), reverse("board", args=[period.plan.slug]))


def _is_here(path: str, href: str) -> bool:
    """Home and desk are the beginning of other addresses, so only they themselves count."""
    return path == href if href in (reverse("home"), reverse("desk")) else path.startswith(href)
