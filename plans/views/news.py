"""Announcements for everybody: the list, a year, one of them, its picture, the feed."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bg_portal.etag import public_page
from bg_portal.pieces import Link
from plans import comment_pages, news_pages
from plans.comment_queries import Subject
from plans.models import Announcement
from plans.news_feed import feed
from plans.news_queries import (
    announcement_at,
    is_public,
    picture_of,
    published,
    withdrawal_of,
    years_published,
)
from plans.vocabulary import NewsState

A_PAGE = 20
IN_FEED = 20
PICTURE_SECONDS = int(timedelta(days=7).total_seconds())


@public_page
def news(request: HttpRequest) -> HttpResponse:
    """Everything that was announced, the newest first."""
    page = Paginator(published(), A_PAGE).get_page(request.GET.get("trang"))
    return _list(request, page, None)


@public_page
def year(request: HttpRequest, year: int) -> HttpResponse:
    """What was announced in a year; Http404 for a year without."""
    if not 0 < year < 10_000:
        raise Http404
    page = Paginator(published().filter(year=year), A_PAGE).get_page(request.GET.get("trang"))
    if not page.object_list:
        raise Http404
    return _list(request, page, year)


def _list(request: HttpRequest, page: object, year: int | None) -> HttpResponse:
    years = [
        Link(str(each), reverse("news-year", args=[each]), each == year, number)
        for each, number in years_published()
    ]
    title = _("News of the year %(year)d") % {"year": year} if year else _("News of the plan")
    context = {
        "title": title,
        "page": page,
        "lines": news_pages.lines(page),  # type: ignore[arg-type]  # a page of the paginator
        "years": [Link(_("All years"), reverse("news"), year is None), *years],
    }
    return render(request, "plans/news_list.html", context)


@public_page
def item(request: HttpRequest, year: int, slug: str) -> HttpResponse:
    """One announcement; where it was withdrawn, 410 and the reason."""
    announcement = announcement_at(year, slug)
    if announcement.state != NewsState.PUBLISHED or announcement.shown is None:
        return _gone(request, announcement)
    text = news_pages.text(announcement.shown)
    context = {
        "text": text,
        "description": text.summary.text,
        "shared": text,
        "announcement": announcement,
        "comments": comment_pages.beside(Subject(announcement=announcement)),
        "published_on": news_pages.local_day(announcement.published_at),
        "updated_on": news_pages.local_day(announcement.updated_at),
        "crumbs": [Link(_("News"), reverse("news")), Link(str(year), reverse("news-year", args=[year]))],
    }
    return render(request, "plans/news_item.html", context)


def _gone(request: HttpRequest, announcement: Announcement) -> HttpResponse:
    return render(request, "plans/news_gone.html", {"move": withdrawal_of(announcement)}, status=410)


@public_page
def atom(request: HttpRequest) -> HttpResponse:
    """The last announcements for feed readers."""
    return HttpResponse(feed(list(published()[:IN_FEED])), content_type="application/atom+xml; charset=utf-8")


@login_not_required
@require_safe
def picture(request: HttpRequest, digest: str) -> HttpResponse:
    """A picture under the digest of its bytes: what is public may be stored, anything else nowhere."""
    found = picture_of(digest, request.user)
    try:
        with found.file.open("rb") as file:
            response = HttpResponse(file.read(), content_type="image/jpeg")
    except FileNotFoundError:
        raise Http404 from None
    if is_public(found):
        patch_cache_control(response, public=True, max_age=PICTURE_SECONDS)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response
