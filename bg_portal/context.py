"""What every page is told: whether its figures are illustrative, where one can go, in which languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.module_loading import import_string
from django.utils.translation import get_language, get_language_info

from bg_portal import clock
from bg_portal.pieces import Link

if TYPE_CHECKING:
    from django.http import HttpRequest

LONGEST_ADDRESS = 4000
"""Beyond it the question of an address is not repeated; no server of ours takes a longer one."""


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Whether figures are illustrative and where one can go is answered by the callables
    that settings name, so that the kit knows neither plans nor communes."""
    navigation = import_string(settings.PORTAL_NAVIGATION)(request)
    return {
        "illustrative": import_string(settings.PORTAL_ILLUSTRATIVE)(request),
        "portal_date": settings.PORTAL_DATE,
        "today": clock.today(),
        "navigation": navigation,
        "about": import_string(settings.PORTAL_ABOUT)(request),
        "canonical": f"{settings.PORTAL_URL}{request.path}",
        "portal_url": settings.PORTAL_URL,
        "languages": other_languages(request),
        "home_href": reverse("home"),
        "search_href": reverse("search"),
    }


def other_languages(request: HttpRequest) -> list[tuple[str, Link]]:
    """This page in the other languages, each named in itself; a form answers only where it was sent."""
    here = request.get_full_path()
    if len(here) > LONGEST_ADDRESS:
        here = request.path
    return [
        (code, Link(get_language_info(code)["name_local"], translate_url(here, code)))
        for code, _name in settings.LANGUAGES
        if code != get_language()
    ]
