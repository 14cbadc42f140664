"""Every page that anybody may open, as a visitor gets it, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.test import Client
from django.urls import reverse
from django.utils import translation

from communes.about.help import GUIDES
from plans.models import Announcement, Objective, Plan
from plans.news_pages import news_path

COMMENTS = {"comments", "comment-write", "comment-own"}
NEWS = {"news", "news-year", "news-item", "news-feed", "news-picture"}
PLAN = {"plan", "objective", "indicator", "measure", "period", "changes"}
WHY = {"objective-why", "objective-why-csv", "indicator-why", "indicator-why-csv"}
ABOUT = {"help", "methods", "accessibility", "privacy", "contact", "site-map", "useful"}
SOUGHT = {"search", "compare"}
KNOWN = (
    {"home", "commune-list", "commune", "source", "help-role"} | PLAN | WHY | NEWS | COMMENTS | ABOUT | SOUGHT
)
"""The names of the public addresses that `addresses` covers; a picture has no words."""
MOMENTS = {"vi": ("?ky=2018-Q3", "?ky=2018"), "en": ("",)}
"""Moments at which pages of progress are asked in each language: a quarter and a year, the present one."""
WHOLE = {"vi": "?ky=2018-Q3&khoang=nam", "en": "?khoang=giai-doan"}
"""Over which time the pages that explain a figure are asked; `tests.explained` says what all of them do."""
SPOKEN_OF = ("LD01", "TV02", "SK02", "KT05", "LG11")
"""Indicators whose pages are asked: open, protected, hidden with another, restricted, a yes or no."""
LOADED = "2016-11-10"
"""The day on which the tests' plan is loaded: from then on everything has happened."""
YEAR = 2018
"""The year whose figures the tests speak of."""


def addresses(places: Iterable[str], references: Iterable[str]) -> Iterator[str]:
    """The public pages of these communes and sources, and those that name no commune."""
    for language in ("vi", "en"):
        with translation.override(language):
            yield reverse("home")
            yield f"{reverse('home')}?ky=2018-Q2"
            yield reverse("commune-list")
            yield from (reverse(name) for name in sorted(ABOUT - {"useful"}))  # signed anew each time
            yield from (reverse("help-role", args=[role]) for role in GUIDES)
            yield f"{reverse('search')}?q=vay+von"
            for plan in Plan.objects.all():
                yield reverse("plan", args=[plan.slug])
                yield reverse("changes", args=[plan.slug])
                yield f"{reverse('changes', args=[plan.slug])}?tu={LOADED}"
            yield from (page + moment for page in of_progress() for moment in MOMENTS[language])
            yield from (page + WHOLE[language] for page in of_whys())
            for key in ("2018-Q2", "2018-Q3", "2018"):
                yield from (reverse("period", args=[plan.slug, key]) for plan in Plan.objects.all())
            yield from (f"{reverse('commune', args=[slug])}?nam={YEAR}" for slug in places)
            yield from (f"{reverse('commune', args=[slug])}?ky=2018-Q2" for slug in places)
            yield from compared(places) if language == "vi" else ()
            yield reverse("news")
            yield reverse("news-feed")
            yield reverse("comments")
            yield f"{reverse('comments')}?ve=125-kh-ubnd/MT1"
            for row in Announcement.objects.filter(state="published"):
                yield reverse("news-year", args=[row.year])
                yield news_path(row)
            yield from (reverse("source", args=[reference]) for reference in references)


def of_progress() -> Iterator[str]:
    """The pages of progress of every plan."""
    for objective in Objective.objects.select_related("plan"):
        yield reverse("objective", args=[objective.plan.slug, objective.code])
    for plan in Plan.objects.all():
        yield from (reverse("indicator", args=[plan.slug, code]) for code in SPOKEN_OF)
        yield from (reverse("measure", args=[plan.slug, order]) for order in (4, 8))


def compared(places: Iterable[str]) -> Iterator[str]:
    """A commune beside the median, the year so far sorted by figures; and all of them at two moments."""
    first, *_rest = places
    both = "&".join(f"xa={slug}" for slug in places)
    for plan in Plan.objects.all():
        page = reverse("compare", args=[plan.slug])
        yield f"{page}?ky=2018-Q3&xa={first}&xep=-so1&khoang=nam"
        yield f"{page}?ky=2018-Q3&voi=2018-Q2&{both}"


def of_whys() -> Iterator[str]:
    """The pages and files that explain figures."""
    for plan in Plan.objects.all():
        for end in ("", "-csv"):
            yield reverse(f"objective-why{end}", args=[plan.slug, "MT1"])
            yield from (reverse(f"indicator-why{end}", args=[plan.slug, code]) for code in SPOKEN_OF[1:])


def bodies(places: Iterable[str], references: Iterable[str] = ()) -> dict[str, bytes]:
    """What a visitor who is not signed in gets at each address; each has to be there."""
    client = Client()
    found = {}
    for address in addresses(places, references):
        response = client.get(address)
        assert response.status_code == 200, address
        found[address] = response.content
    return found
