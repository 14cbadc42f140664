"""The portal's addresses and beside them a bare view, which every other page is measured by."""

from __future__ import annotations

from functools import cache

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from bg_portal import urls

BARE = "bare/"


@cache
def home() -> bytes:
    """Home's bytes, asked for once."""
    return Client().get("/", headers={"Host": "127.0.0.1"}).content


@login_not_required
def bare(request: HttpRequest) -> HttpResponse:
    """Home's bytes through the same middleware, without a question to the database."""
    return HttpResponse(home())


urlpatterns = [*urls.urlpatterns, path(BARE, bare)]
handler400, handler403, handler404, handler500 = (
    urls.handler400,
    urls.handler403,
    urls.handler404,
    urls.handler500,
)
