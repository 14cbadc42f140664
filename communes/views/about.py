"""The pages on which the portal speaks of itself; all of them are public."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from bg_portal.etag import public_page
from bg_portal.pieces import Link
from communes.about import accessibility as access_page
from communes.about import contact as contact_page
from communes.about import methods as methods_page
from communes.about import privacy as privacy_page
from communes.about.help import GUIDES
from communes.about.pieces import Chapter, Page
from communes.queries.site_map import chapters_of_site


def _public(page: Callable[[], Page]) -> Callable[[HttpRequest], HttpResponse]:
    """A view that shows one page."""

    @public_page
    def view(request: HttpRequest) -> HttpResponse:
        return render(request, "communes/about.html", {"page": page()})

    return view


def _site_map() -> Page:
    lead = _("Every public page of the portal; each commune, task, objective and indicator has one.")
    return Page(_("Site map"), lead, tuple(chapters_of_site()))


def _help() -> Page:
    guides = tuple(Link(page.title, reverse("help-role", args=[role])) for role, page in GUIDES.items())
    return Page(
        _("Help"),
        _("For each role: what to do first, step by step."),
        (Chapter(_("Choose your role"), links=guides),),
    )


accessibility = _public(lambda: access_page.PAGE)
methods = _public(lambda: methods_page.PAGE)
contact = _public(contact_page.page)
privacy = _public(privacy_page.page)
site_map = _public(_site_map)
guides = _public(_help)


@public_page
def guide(request: HttpRequest, role: str) -> HttpResponse:
    """Help for one role. Raises Http404 for a role that there is not."""
    if role not in GUIDES:
        raise Http404
    crumbs = [Link(_("Help"), reverse("help")), Link(GUIDES[role].title)]
    return render(request, "communes/about.html", {"page": GUIDES[role], "crumbs": crumbs})
