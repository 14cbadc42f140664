"""What search engines ask for: which pages there are, in both languages, and which to leave alone."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils import translation

from bg_portal.etag import public_page
from communes.queries.site_map import every_page


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Exactly the public pages, each with its other language."""
    with translation.override("vi"):
        pages = [link.href for link in every_page()]
    codes = [code for code, _name in settings.LANGUAGES]
    rows = [[(code, _absolute(translate_url(page, code))) for code in codes] for page in pages]
    return render(request, "communes/sitemap.xml", {"rows": rows}, content_type="application/xml")


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Signed-in pages and forms are of no use to a search engine."""
    comments = reverse("comments")
    closed = [reverse("desk"), reverse("admin:index"), reverse("login"), reverse("useful")]
    closed += [f"{comments}viet/", f"{comments}cua-toi/"]
    lines = ["User-agent: *", *(f"Disallow: {place}" for place in closed)]
    lines += [f"Disallow: {translate_url(place, 'en')}" for place in closed]
    lines += ["", f"Sitemap: {_absolute(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _absolute(address: str) -> str:
    return f"{settings.PORTAL_URL}{address}"
