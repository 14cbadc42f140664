"""Closed by default, private when signed in, and nothing typed is ever lost on the way."""

from __future__ import annotations

import time
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import resolve, reverse
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme

KEPT_FIELD = "kept"
KEPT_SALT = "bg_portal.http.kept"
KEPT_SECONDS = 12 * 3600  # a little more than a session lives
SESSION_TOUCH_SECONDS = 600

GetResponse = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True)
class Kept:
    """A request that could not be carried out: where it was going and what had been typed."""

    path: str
    fields: tuple[tuple[str, str], ...]
    signed: str


def keep(request: HttpRequest) -> str:
    """What this POST carries, signed and compressed for one hidden field; empty when it does not fit in one.

    Passwords and the CSRF token are left out; uploaded files cannot be carried.
    """
    fields = [(name, value) for name, values in request.POST.lists() for value in values if is_keepable(name)]
    signed = signing.dumps([request.get_full_path(), urlencode(fields)], salt=KEPT_SALT, compress=True)
    room = (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) - 10_000  # the rest of the form that will carry it
    return signed if len(signed) < room else ""


def is_keepable(name: str) -> bool:
    return name != "csrfmiddlewaretoken" and "password" not in name


def kept_from(request: HttpRequest) -> Kept | None:
    """What was kept for this sign-in: by the middleware just now, or in the posted field `kept`.

    None when there is nothing, when it is older than 12 hours, was altered, or leads off this site.
    """
    signed = getattr(request, "kept", "") or request.POST.get(KEPT_FIELD, "")
    try:
        path, body = signing.loads(signed, salt=KEPT_SALT, max_age=KEPT_SECONDS)
    except signing.BadSignature:
        return None
    if not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return None
    return Kept(path, tuple(parse_qsl(body, keep_blank_values=True)), signed)


def render_kept(request: HttpRequest, kept: Kept, *, status: int = 200) -> HttpResponse:
    """The page that holds everything typed and offers to send it again to where it was going.

    Template people/kept.html gets `kept.path` and `kept.fields` (pairs of name and value), to be put
    into hidden fields of one form with a fresh CSRF token.
    """
    return render(request, "people/kept.html", {"kept": kept}, status=status)


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser itself says that the request comes from one of our own pages.

    Scripts of other sites can forge neither header; a request without both is not believed.
    """
    here = f"{request.scheme}://{request.get_host()}"
    if "Origin" in request.headers:
        return request.headers["Origin"] == here
    return request.headers.get("Referer", "").startswith(f"{here}/")


def client_address(request: HttpRequest) -> str:
    """The address the outermost trusted proxy saw, or of the connection where no proxy is set."""
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    count: int = settings.PROXY_COUNT
    if count and len(forwarded) >= count and forwarded[-count]:
        return forwarded[-count]
    return str(request.META.get("REMOTE_ADDR", ""))


class KeepingLoginRequiredMiddleware(LoginRequiredMiddleware):
    """Closes every page that does not say otherwise; a form sent after the session ended is kept.

    The sign-in page is shown in its place, with status 403 and the form's content in a signed field.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[object, ...],
        view_kwargs: dict[str, object],
    ) -> HttpResponseBase | None:
        # Asked before the user is looked up: an open page must not need the session table.
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(  # type: ignore[override]  # the stubs know of redirects only
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        return sign_in_page(request, keep(request))


def sign_in_page(request: HttpRequest, kept: str) -> HttpResponseBase:
    """The sign-in page as the answer to a form, holding what the form carried; status 403."""
    address = reverse(settings.LOGIN_URL)
    asking = copy(request)
    asking.method, asking.path, asking.path_info = "GET", address, address
    asking.GET = asking.POST = QueryDict()
    asking.kept = kept  # type: ignore[attr-defined]
    asking.resolver_match = match = resolve(address)
    response: HttpResponseBase = match.func(asking, *match.args, **match.kwargs)
    response.status_code = 403
    return response


class PrivatePagesMiddleware:
    """Pages of signed-in people are stored nowhere, and their session slides on while they work."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.session.accessed and request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
            slide(request)
        return response


def slide(request: HttpRequest) -> None:
    """Lets the session count its ten hours from now; written at most every ten minutes, not at each page."""
    now = int(time.time())  # noqa: TID251 - sessions live in real time, whatever day the portal believes it is
    if now - request.session.get("slid_at", 0) > SESSION_TOUCH_SECONDS:
        request.session["slid_at"] = now
