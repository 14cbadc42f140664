"""Every refusal is a page of the portal, in the reader's language, that says what can be done next."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.template import loader
from django.views.decorators.csrf import requires_csrf_token
from django.views.defaults import server_error as bare_server_error

from bg_portal.http import is_from_here, keep, kept_from, render_kept

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
DRAIN_BYTES = 32 * 1024 * 1024


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 for what cannot be understood, 413 for what is too large."""
    if isinstance(exception, TOO_LARGE):
        drain(request)
        return page(request, 413)
    return page(request, 400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: signed in, and not allowed."""
    return page(request, 403)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing here for this person."""
    return page(request, 404)


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """500 from a template that needs nothing, as whatever it needed might be what failed."""
    return bare_server_error(request)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without a valid token.

    Signing in or out in another tab changes the token, so our own pages meet this in daily work: what was
    typed is offered for sending again. Never to a form of another site, whose doing it might be.
    """
    if not is_from_here(request):
        return page(request, 403, template="403_csrf.html")
    kept = kept_from(request)
    if kept and request.user.is_authenticated:
        return render_kept(request, kept, status=403)
    request.kept = keep(request)  # type: ignore[attr-defined]
    return page(request, 403, template="403_csrf.html", kept=kept_from(request))


def page(request: HttpRequest, status: int, *, template: str = "", **context: object) -> HttpResponse:
    """The page of a refusal; without request and user where a request failed before they were known."""
    name = template or f"{status}.html"
    request.refusal = status  # type: ignore[attr-defined]  # for what is drawn around it
    if hasattr(request, "user"):
        return render(request, name, context, status=status)
    return HttpResponse(loader.render_to_string(name, context), status=status)


def drain(request: HttpRequest) -> None:
    """Reads away a body that was refused: a browser still sending would see a broken connection instead."""
    left = DRAIN_BYTES
    with suppress(UnreadablePostError):
        while left > 0 and (chunk := request.read(65_536)):
            left -= len(chunk)


class RefusalPagesMiddleware:
    """Gives a bare 405, which Django answers with an empty body, its page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or response.content:
            return response
        answer = page(request, 405)
        answer["Allow"] = response["Allow"]
        return answer
