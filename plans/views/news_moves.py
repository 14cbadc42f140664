"""Deciding what readers see of an announcement: publish now or later, take back, withdraw."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bg_portal.pieces import Link
from bg_portal.refused import Overtaken, Refused
from plans import news_pages, words
from plans.actions.news import (
    may_decide,
    publish_announcement,
    schedule_announcement,
    take_back_announcement,
    withdraw_announcement,
)
from plans.forms.news_moves import PublishForm, WithdrawNewsForm
from plans.models import Announcement
from plans.news_queries import announcement_inside
from plans.newsflow import move_named, moves_from
from plans.views.newsroom import INVALID, OVERTAKEN, REFUSED, form_methods
from plans.vocabulary import NewsMove, NewsState


@form_methods
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the last version to the readers, now or at a moment that lies ahead."""
    found = _open_to(request, pk, NewsMove.PUBLISH)
    sent = request.POST if request.method == "POST" else None
    form = PublishForm(sent, initial={"number": found.number})

    def act() -> str:
        moment = form.moment
        if moment is None:
            publish_announcement(announcement=found, number=form.seen, by=request.user)
            return _("The announcement is public.")
        schedule_announcement(announcement=found, number=form.seen, at=moment, by=request.user)
        return _("The announcement will be published at the time set.")

    return _answer(request, found, form, act, "plans/news_publish.html", _("Publish"), NewsMove.PUBLISH)


@form_methods
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take what is public away; its address answers that it is gone, and why."""
    found = _open_to(request, pk, NewsMove.WITHDRAW)
    form = WithdrawNewsForm(request.POST if request.method == "POST" else None)

    def act() -> str:
        withdraw_announcement(announcement=found, reason=form.cleaned_data["reason"], by=request.user)
        return _("The announcement is withdrawn; its address says so.")

    return _answer(
        request,
        found,
        form,
        act,
        "plans/news_withdraw.html",
        _("Withdraw the announcement"),
        NewsMove.WITHDRAW,
    )


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a draft of it again."""
    found = _open_to(request, pk, NewsMove.TAKE_BACK)

    def act() -> str:
        take_back_announcement(announcement=found, by=request.user)
        return _("The announcement is a draft again.")

    return _answer(
        request,
        found,
        Form({}),
        act,
        "plans/news_stopped.html",
        _("Take back to the draft"),
        NewsMove.TAKE_BACK,
    )


def _open_to(request: HttpRequest, pk: int, name: NewsMove) -> Announcement:
    """The announcement for who may make this move. Raises PermissionDenied, Http404."""
    if not request.user.has_perm(move_named(name).permission):
        raise PermissionDenied
    return announcement_inside(request.user, pk)


def _answer(
    request: HttpRequest,
    found: Announcement,
    form: Form,
    act: Callable[[], str],
    template: str,
    title: str,
    name: NewsMove,
) -> HttpResponse:
    """Ask, or act and go back to the announcement; a refusal keeps what was typed."""
    if request.method != "POST":
        stopped = _stopped(request.user, found, name)
        return _page(request, found, form, template, title, stopped, OVERTAKEN if stopped else 200)
    if not form.is_valid():
        return _page(request, found, form, template, title, "", INVALID)
    try:
        messages.success(request, act())
    except Refused as refused:
        status = OVERTAKEN if isinstance(refused, Overtaken) else REFUSED
        return _page(request, found, form, template, title, str(refused), status)
    return redirect("news-draft", found.pk)


def _stopped(user: Any, found: Announcement, name: NewsMove) -> str:
    """Why the move cannot be made now; empty where it can."""
    state = NewsState(found.state)
    move = move_named(name)
    if move not in moves_from(state, changed=found.is_changed):
        return _("The announcement is now: %(state)s. It cannot be done in this state.") % {
            "state": words.LABELS[state]
        }
    if move.shows_text and not may_decide(found, user):
        return _("The plan asks for a second reader: somebody else than the last writer publishes.")
    return ""


def _page(
    request: HttpRequest,
    found: Announcement,
    form: Form,
    template: str,
    title: str,
    refusal: str,
    status: int,
) -> HttpResponse:
    latest = found.last_version
    state = NewsState(found.state)
    mark, tone = news_pages.STATE_MARKS[state]
    href = reverse("news-draft", args=[found.pk])
    context = {
        "title": title,
        "lead": latest.title_vi,
        "crumbs": [
            Link(_("News and announcements"), reverse("newsroom")),
            Link(latest.title_vi, href),
            Link(title),
        ],
        "form": form,
        "refusal": refusal,
        "state": {"mark": mark, "tone": tone, "word": words.LABELS[state]},
        "facts": news_pages.facts(found, latest),
        "href": href,
        "has_errors": bool(refusal),
    }
    return render(request, template, context, status=status)
