"""Where announcements are written: the list, one of them with its course, its older versions, the form."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bg_portal.dates import format_moment
from bg_portal.pieces import Link, Row, Task
from bg_portal.refused import Overtaken, Refused
from plans import news_pages, words
from plans.actions.news import content_of, may_decide, save_announcement, start_announcement
from plans.actions.pictures import keep_picture
from plans.forms.news import NewsForm, initial_of
from plans.models import Announcement, AnnouncementVersion
from plans.news_about import abouts
from plans.news_content import NewsContent
from plans.news_queries import announcement_inside, moves_of, newsroom, version_of, versions_of
from plans.newsflow import PUBLISH, WRITABLE, WRITE, moves_from
from plans.vocabulary import NewsMove, NewsState

form_methods = require_http_methods(["GET", "HEAD", "POST"])
INVALID, OVERTAKEN, REFUSED = 422, 409, 400
A_PAGE = 30


@require_safe
def room(request: HttpRequest) -> HttpResponse:
    """Every announcement, what was written last first."""
    page = Paginator(newsroom(request.user), A_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": _("News and announcements"),
        "page": page,
        "tasks": [_task(row) for row in page],
        "may_write": request.user.has_perm(WRITE),
    }
    return render(request, "plans/newsroom.html", context)


def _task(row: Announcement) -> Task:
    state, latest = NewsState(row.state), row.last_version
    assert latest is not None  # noqa: S101 - the first version comes with the announcement
    mark, tone = news_pages.STATE_MARKS[state]
    changed = state is NewsState.PUBLISHED and row.is_changed
    writer = str(latest.by) if latest.by else _("from a file")
    return Task(
        text=latest.title_vi,
        href=reverse("news-draft", args=[row.pk]),
        mark=mark,
        word=_("Published, with changes that are not public") if changed else str(words.LABELS[state]),
        tone="act" if changed else tone,
        note=f"{writer}, {format_moment(latest.at)}",
        until=format_moment(row.publish_at) if row.publish_at else "",
    )


@require_safe
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """One announcement: its last version as readers would see it, what can be done, what happened."""
    found = announcement_inside(request.user, pk)
    return _inside(request, found, found.last_version)


@require_safe
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The announcement as it was saved once."""
    found = announcement_inside(request.user, pk)
    return _inside(request, found, version_of(found, number))


def _inside(request: HttpRequest, found: Announcement, shown: AnnouncementVersion) -> HttpResponse:
    state = NewsState(found.state)
    mark, tone = news_pages.STATE_MARKS[state]
    old = shown.pk != found.latest_id
    title = shown.title_vi
    versions = [
        Link(
            _("version %(number)d") % {"number": each.number},
            reverse("news-version", args=[found.pk, each.number]),
            each.number == shown.number,
        )
        for each in versions_of(found)
    ]
    context = {
        "title": title,
        "crumbs": [Link(_("News and announcements"), reverse("newsroom")), Link(title)],
        "announcement": found,
        "version": shown,
        "old": old,
        "unseen": state is NewsState.PUBLISHED and found.is_changed,
        "state": {"mark": mark, "tone": tone, "word": words.LABELS[state]},
        "facts": news_pages.facts(found, shown),
        "text": news_pages.text(shown, top=4),
        "steps": [] if old else _steps(request.user, found),
        "waits_for_another": not old and _waits_for_another(request.user, found),
        "course": news_pages.course(moves_of(found)),
        "versions": versions,
    }
    return render(request, "plans/news_draft.html", context)


def _steps(user: Any, found: Announcement) -> list[dict[str, Any]]:
    """What this person can do with it now, as buttons."""
    steps: list[dict[str, Any]] = []
    possible = {
        m.name
        for m in moves_from(NewsState(found.state), changed=found.is_changed)
        if user.has_perm(m.permission)
    }
    if NewsMove.PUBLISH in possible and may_decide(found, user):
        steps.append({"text": _("Publish"), "href": reverse("news-publish", args=[found.pk]), "tone": "main"})
    if found.state in WRITABLE and user.has_perm(WRITE):
        steps.append({"text": _("Write on"), "href": reverse("news-edit", args=[found.pk])})
    if NewsMove.TAKE_BACK in possible:
        back = reverse("news-back", args=[found.pk])
        steps.append({"text": _("Take back to the draft"), "href": back, "post": True})
    if NewsMove.WITHDRAW in possible:
        steps.append(
            {"text": _("Withdraw the announcement"), "href": reverse("news-withdraw", args=[found.pk])}
        )
    return steps


def _waits_for_another(user: Any, found: Announcement) -> bool:
    """Whether this person could publish it, had somebody else written it."""
    possible = moves_from(NewsState(found.state), changed=found.is_changed)
    open_to = any(move.shows_text for move in possible) and user.has_perm(PUBLISH)
    return open_to and not may_decide(found, user)


@form_methods
def new(request: HttpRequest) -> HttpResponse:
    """An empty form, and the draft that comes of it."""
    _only_writers(request)
    known = abouts()
    if request.method != "POST":
        initial = {"uid": uuid.uuid4(), "about": next(iter(known.plans), "")}
        return _form(request, NewsForm(initial=initial, abouts=known), None)
    form = NewsForm(request.POST, request.FILES, abouts=known)
    content = _read(request, form)
    if content is None or "preview" in request.POST:
        return _form(request, form, None, content)
    try:
        announcement = start_announcement(uid=form.uid_given, content=content, by=request.user)
    except Refused as refused:
        return _form(request, form, None, refusal=str(refused), status=REFUSED)
    messages.success(request, _("The draft is kept. Readers see it once it is published."))
    return redirect("news-draft", announcement.pk)


@form_methods
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The last version in the form; what is sent becomes the next one."""
    _only_writers(request)
    found = announcement_inside(request.user, pk)
    latest = found.last_version
    assert latest is not None  # noqa: S101 - the first version comes with the announcement
    known = abouts(latest.plan)
    if request.method != "POST":
        initial = initial_of(
            content_of(latest), latest.plan.slug, latest.picture.digest if latest.picture else ""
        )
        form = NewsForm(initial={**initial, "number": found.number}, abouts=known)
        return _form(
            request, form, found, refusal=_not_now(found), status=OVERTAKEN if _not_now(found) else 200
        )
    form = NewsForm(request.POST, request.FILES, abouts=known)
    content = _read(request, form)
    if content is None or "preview" in request.POST:
        return _form(request, form, found, content)
    try:
        save_announcement(announcement=found, content=content, based_on=form.based_on, by=request.user)
    except Overtaken:
        return _overtaken(request, form, found, content)
    except Refused as refused:
        return _form(request, form, found, refusal=str(refused), status=REFUSED)
    messages.success(request, _("The version is kept. Readers see it once it is published."))
    return redirect("news-draft", found.pk)


def _only_writers(request: HttpRequest) -> None:
    if not request.user.has_perm(WRITE):
        raise PermissionDenied


def _not_now(found: Announcement) -> str:
    """Why it cannot be written on; empty where it can."""
    if found.state in WRITABLE:
        return ""
    return _("Take the announcement back to the draft first: it cannot be written on as it is.")


def _read(request: HttpRequest, form: NewsForm) -> NewsContent | None:
    """What was sent, None where it cannot stand; a picture is kept either way, to be sent only once."""
    valid, picture = form.is_valid(), None
    sent = form.new_picture
    if sent is not None:
        picture = keep_picture(rewritten=sent, by=request.user)
        form.carry(picture=picture.digest)
    return form.content(picture) if valid else None


def _overtaken(
    request: HttpRequest, form: NewsForm, found: Announcement, content: NewsContent
) -> HttpResponse:
    """What somebody else wrote meanwhile, beside what was typed, which can be sent again."""
    now = announcement_inside(request.user, found.pk)
    theirs = content_of(now.last_version)
    rows = [
        Row(field.label, getattr(theirs, field.name) or "–")
        for field in form.visible_fields()
        if getattr(theirs, field.name, None) != getattr(content, field.name, None)
    ]
    form.carry(number=now.number)
    return _form(request, form, now, theirs=rows, status=OVERTAKEN)


def _form(
    request: HttpRequest,
    form: NewsForm,
    found: Announcement | None,
    preview: NewsContent | None = None,
    *,
    refusal: str = "",
    theirs: list[Row] | None = None,
    status: int = 200,
) -> HttpResponse:
    title = _("Write an announcement") if found is None else _("Write on")
    crumbs = [Link(_("News and announcements"), reverse("newsroom")), Link(title)]
    if found is not None:
        crumbs.insert(1, Link(found.last_version.title_vi, reverse("news-draft", args=[found.pk])))
    context = {
        "title": title,
        "crumbs": crumbs,
        "form": form,
        "announcement": found,
        "refusal": refusal,
        "theirs": theirs,
        "preview": news_pages.preview(preview, top=4) if preview else None,
        "picture": form.picture_digest,
        "has_errors": bool(refusal or theirs),
    }
    if form.errors:
        status = INVALID
    return render(request, "plans/news_edit.html", context, status=status)
