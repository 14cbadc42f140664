"""The portal's addresses and a few pages that only tests need: a closed form, and one that writes on GET."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST

from bg_portal import urls


def closed_form(request: HttpRequest) -> JsonResponse:
    """Answers with what arrived; only for the signed in."""
    return JsonResponse(dict(request.POST.lists()))


@login_not_required
@require_POST
def open_form(request: HttpRequest) -> JsonResponse:
    """The same for everybody."""
    return JsonResponse(dict(request.POST.lists()))


@login_not_required
def writes_on_get(request: HttpRequest, table: str) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(f'DELETE FROM "{table}"')
    return HttpResponse(str(Session.objects.count()))


@login_not_required
def refuses(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


@login_not_required
def fails(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("as if something were broken")


urlpatterns = [
    path("dong/", closed_form),
    path("mo/", open_form),
    path("ghi/<slug:table>/", writes_on_get),
    path("tu-choi/", refuses),
    path("hong/", fails),
    *urls.urlpatterns,
]
handler400, handler403, handler404, handler500 = (
    urls.handler400,
    urls.handler403,
    urls.handler404,
    urls.handler500,
)
