"""Public pages are asked for often and change seldom: who has one keeps it while nothing changed.

What a visitor reads follows from a few things alone: what was accepted and published, the day, the release,
the language, the address. Their digest is the page's ETag, found without computing the page; and a page that
was computed once under a digest is ready for everybody who asks while the digest stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Concatenate, Final, NamedTuple, ParamSpec, TypeAlias

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.http import parse_etags
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from bg_portal import clock
from bg_portal.release import release
from bg_portal.remembered import Remembered

Asked = ParamSpec("Asked")
Page: TypeAlias = Callable[Concatenate[HttpRequest, Asked], HttpResponse]

PRIVATE_COOKIES: Final = (settings.SESSION_COOKIE_NAME, "messages")
"""With one of these a page may say what is meant for one reader alone."""


class Ready(NamedTuple):
    """An answer that was computed: its body and the headers that its view gave it."""

    content: bytes
    headers: dict[str, str]


_ready: Final[Remembered[Ready]] = Remembered(settings.PORTAL_READY_BYTES)
_locks: Final = tuple(Lock() for _ in range(16))
"""By digest: those who ask for a page that is being computed wait for it, instead of computing it too."""


def public_page(page: Page[Asked], *, ready: bool = True) -> Callable[..., HttpResponse]:
    """A view that everybody may open and that answers a visitor by nothing but what the digest covers.

    * a visitor who has the page as it is gets 304, and nothing is computed;
    * it carries no token and no session, and is the same for all visitors;
    * who is signed in, or has a message waiting, gets a page of their own, stored nowhere;
    * `ready` says whether it is kept for others who ask the same.
    """

    @login_not_required
    @require_safe
    @wraps(page)
    def answer(request: HttpRequest, /, *args: Asked.args, **kwargs: Asked.kwargs) -> HttpResponse:
        if not is_visitor(request):
            own = page(request, *args, **kwargs)
            patch_cache_control(own, private=True, no_store=True)
            return own
        as_visitor(request)
        if settings.DEBUG:  # files may change beneath a running process
            return page(request, *args, **kwargs)
        tag = tag_of(request)
        if tag.removeprefix("W/") in held(request):
            return _public(HttpResponseNotModified(), tag)
        if not ready:
            return _tagged(tag, page(request, *args, **kwargs))
        return _answer(tag, lambda: page(request, *args, **kwargs), lambda: tag_of(request))

    return answer


def public_answer(page: Page[Asked]) -> Callable[..., HttpResponse]:
    """The same for what is asked in everybody's own words: the next visitor will ask something else."""
    return public_page(page, ready=False)


def is_visitor(request: HttpRequest) -> bool:
    """Whether nothing that the browser sends could make the page another one."""
    return request.COOKIES.keys().isdisjoint(PRIVATE_COOKIES)


def as_visitor(request: HttpRequest) -> None:
    """Nobody is signed in and no message waits: said beforehand, so that no session is asked for it."""
    request.user = AnonymousUser()
    vars(request).pop("_messages", None)


def held(request: HttpRequest) -> set[str]:
    """The tags of what the browser has; whether they are called weak makes no difference to a reader."""
    return {tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))}


def tag_of(request: HttpRequest) -> str:
    """The ETag of what a visitor gets at the request's address now: weak, because it is compressed or not."""
    parts = (*stamps(), clock.today(), release(), get_language(), "visitor", request.build_absolute_uri())
    return f'W/"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


def stamps() -> tuple[object, ...]:
    """The values that change whenever something public changes; one query, whoever asks."""
    sql = ", ".join(f"({import_string(name)})" for name in settings.PORTAL_STAMPS)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {sql}")
        return tuple(cursor.fetchone())


def forget() -> None:
    """Forget every ready answer."""
    _ready.cache_clear()


def _answer(tag: str, compute: Callable[[], HttpResponse], now: Callable[[], str]) -> HttpResponse:
    ready = _ready.get(tag)
    if ready is None:
        with _locks[hash(tag) % len(_locks)]:
            ready = _ready.get(tag)
            if ready is None:
                return _computed(tag, compute, now)
    return _public(HttpResponse(ready.content, headers=ready.headers), tag)


def _computed(tag: str, compute: Callable[[], HttpResponse], now: Callable[[], str]) -> HttpResponse:
    """The page as it is computed; where something changed meanwhile, nobody may keep it."""
    response = compute()
    if response.status_code != 200 or response.streaming or response.cookies or now() != tag:
        return response
    if len(response.content) <= settings.PORTAL_READY_BYTES:
        _ready.put(tag, Ready(response.content, dict(response.items())), len(response.content))
    return _public(response, tag)


def _tagged(tag: str, response: HttpResponse) -> HttpResponse:
    """A page under the digest that was found before it was computed: it holds that or something newer, and
    something newer has another digest the next time."""
    return _public(response, tag) if response.status_code == 200 and not response.cookies else response


def _public(response: HttpResponse, tag: str) -> HttpResponse:
    """To be kept by everybody and asked about each time."""
    response["ETag"] = tag
    patch_cache_control(response, public=True, no_cache=True)
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
