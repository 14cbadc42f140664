"""What is read of announcements: by everybody, and by who writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Q, QuerySet
from django.http import Http404

from bg_portal.audit import rows
from plans.models import Announcement, AnnouncementMove, AnnouncementVersion, Picture, Plan
from plans.newsflow import READ
from plans.topics import Topic
from plans.vocabulary import NewsMove, NewsState

LATEST: Final = 3
"""How many stand on other pages than those of announcements."""


def published() -> QuerySet[Announcement]:
    """What is public, with the version that is shown, its plan and its picture, the newest first."""
    rows = Announcement.objects.filter(state=NewsState.PUBLISHED)
    return rows.select_related("shown__plan", "shown__picture").order_by("-published_at", "-pk")


def published_about(plan: Plan, about: Topic | None = None) -> QuerySet[Announcement]:
    """What is public about a plan, or about one part of it."""
    found = published().filter(shown__plan=plan)
    return found.filter(shown__about=str(about)) if about else found


def latest(plan: Plan | None = None, about: Topic | None = None) -> list[Announcement]:
    """The last few announcements: of all, about a plan, or about a part of it; one query."""
    found = published() if plan is None else published_about(plan, about)
    return list(found[:LATEST])


def years_published() -> list[tuple[int, int]]:
    """The years in which something was published, the last one first, each with how many stand there now."""
    public = Announcement.objects.filter(state=NewsState.PUBLISHED, year__isnull=False)
    counted = public.values("year").annotate(n=Count("pk")).order_by("-year")
    return [(row["year"] or 0, row["n"]) for row in counted]


def announcement_at(year: int, slug: str) -> Announcement:
    """What stands or stood at a public address; Http404 where nothing ever did."""
    found = published_or_gone().filter(year=year, slug=slug).first() if 0 < year < 10_000 else None
    if found is None:
        raise Http404
    return found


def published_or_gone() -> QuerySet[Announcement]:
    """Whatever has a public address, also where it answers only that it is gone."""
    rows = Announcement.objects.filter(year__isnull=False)
    return rows.select_related("shown__plan", "shown__picture")


def withdrawal_of(announcement: Announcement) -> AnnouncementMove | None:
    """The last withdrawal, with its reason."""
    moves = announcement.moves.filter(move=NewsMove.WITHDRAW)
    return moves.order_by("-pk").first()


def picture_of(digest: str, user: Any) -> Picture:
    """The picture of that name for whoever may see it: everybody where it is public, else who reads drafts.

    Raises Http404, so that nobody learns what is being prepared.
    """
    found = Picture.objects.filter(digest=digest).first()
    if found is None or not (is_public(found) or user.has_perm(READ)):
        raise Http404
    return found


def is_public(picture: Picture) -> bool:
    """Whether some public announcement shows the picture."""
    shown = Announcement.objects.filter(state=NewsState.PUBLISHED, shown__picture=picture)
    return shown.exists()


def newsroom(user: Any) -> QuerySet[Announcement]:
    """Every announcement with its last version, what was written last first. Raises PermissionDenied."""
    if not user.has_perm(READ):
        raise PermissionDenied
    found = Announcement.objects.select_related(
        "latest__plan", "latest__by", "latest__picture", "shown__plan"
    )
    return found.order_by("-latest__at", "-pk")


def waiting_texts() -> QuerySet[Announcement]:
    """Those that hold text which readers do not see yet, and that nobody has decided on."""
    changed = Q(state=NewsState.PUBLISHED) & ~Q(shown=F("latest"))
    return Announcement.objects.filter(Q(state=NewsState.DRAFT) | changed)


def announcement_inside(user: Any, pk: int) -> Announcement:
    """One announcement for who reads drafts. Raises PermissionDenied, Http404."""
    found = newsroom(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def version_of(announcement: Announcement, number: int) -> AnnouncementVersion:
    """One version of an announcement; Http404 where there is none of that number."""
    found = announcement.versions.filter(number=number).select_related("plan", "picture", "by").first()
    if found is None:
        raise Http404
    return found


def moves_of(announcement: Announcement) -> list[AnnouncementMove]:
    """Its course, oldest first, with who made each move."""
    return list(announcement.moves.select_related("by", "version").order_by("pk"))


def versions_of(announcement: Announcement) -> list[AnnouncementVersion]:
    """Everything that was saved, oldest first, without the texts."""
    found = announcement.versions.select_related("by").order_by("number")
    return list(found.only("number", "at", "by", "announcement"))


def versions_vouched() -> Iterator[tuple[str, str]]:
    """For the audit chain: each version with its digest."""
    return rows.witness(AnnouncementVersion.objects.all())


def moves_vouched() -> Iterator[tuple[str, str]]:
    """For the audit chain: each move with its digest."""
    return rows.witness(AnnouncementMove.objects.all())
