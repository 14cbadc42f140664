"""Writing announcements, and deciding what readers see; every version and every move stays."""

from __future__ import annotations

import logging
import uuid
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit, clock
from bg_portal.audit import rows
from bg_portal.refused import Overtaken, Refused
from plans.models import Announcement, AnnouncementMove, AnnouncementVersion
from plans.news_content import NewsContent, slug_of
from plans.newsflow import WRITABLE, WRITE, Move, move_named, moves_from, read_by_another
from plans.vocabulary import NewsMove, NewsState

log = logging.getLogger(__name__)
_CLOSED = _("This step is not open to this account.")
_MOVED = _("Somebody else was faster: the announcement is no longer as this page showed it.")


@transaction.atomic
def start_announcement(*, uid: uuid.UUID, content: NewsContent, by: Any) -> Announcement:
    """The draft of a new announcement with its first version.

    `uid` is given out with the empty form: what is sent twice makes one announcement. `by` is None where
    it comes from a file.
    """
    _refuse_unless(by is None or by.has_perm(WRITE), _CLOSED)
    announcement, created = Announcement.objects.get_or_create(uid=uid)
    if created:
        _append(announcement, content, by)
    return announcement


@transaction.atomic
def save_announcement(
    *, announcement: Announcement, content: NewsContent, based_on: int, by: Any
) -> AnnouncementVersion:
    """Store what was written as the next version; readers see it when it is published.

    * the last version, and no new one, where nothing was changed;
    * raises Overtaken where somebody saved another version than `based_on` in the meantime;
    * raises Refused where the announcement is scheduled or withdrawn.
    """
    _refuse_unless(by.has_perm(WRITE), _CLOSED)
    locked = _locked(announcement)
    latest = locked.versions.get(number=locked.number)
    if content_of(latest) == content:
        return latest
    if locked.number != based_on:
        raise Overtaken(_MOVED)
    if locked.state not in WRITABLE:
        raise Refused(_("Take the announcement back to the draft first: it cannot be written on as it is."))
    return _append(locked, content, by)


def content_of(version: AnnouncementVersion) -> NewsContent:
    """What a version says."""
    return NewsContent(**{each.name: getattr(version, each.name) for each in fields(NewsContent)})


@transaction.atomic
def publish_announcement(*, announcement: Announcement, number: int, by: Any) -> AnnouncementMove:
    """Show the version that was looked at to the readers, now. Raises Refused, Overtaken."""
    return _decide(announcement, NewsMove.PUBLISH, number, by)


@transaction.atomic
def schedule_announcement(
    *, announcement: Announcement, number: int, at: datetime, by: Any
) -> AnnouncementMove:
    """Let the version that was looked at be published at a later moment. Raises Refused, Overtaken."""
    _refuse_unless(at > clock.now(), _("The time of publication has to lie ahead."))
    return _decide(announcement, NewsMove.SCHEDULE, number, by, publish_at=at)


@transaction.atomic
def take_back_announcement(*, announcement: Announcement, by: Any) -> AnnouncementMove:
    """Make a draft again of what is scheduled or withdrawn. Raises Refused, Overtaken."""
    return _decide(announcement, NewsMove.TAKE_BACK, None, by)


@transaction.atomic
def withdraw_announcement(*, announcement: Announcement, reason: str, by: Any) -> AnnouncementMove:
    """Take what is public away from the readers, who are told the reason. Raises Refused, Overtaken."""
    return _decide(announcement, NewsMove.WITHDRAW, None, by, reason=reason)


def publish_due() -> int:
    """Publish what is scheduled for now or before; returns how many. Failures are logged, and tried again."""
    due = Announcement.objects.filter(state=NewsState.SCHEDULED, publish_at__lte=clock.now())
    return sum(_publish_one(row) for row in due.order_by("publish_at", "pk"))


def _publish_one(announcement: Announcement) -> bool:
    try:
        with transaction.atomic():
            locked = _locked(announcement)
            if locked.state != NewsState.SCHEDULED:
                return False
            _make(locked, move_named(NewsMove.PUBLISH), None)
    except Exception:
        log.exception("announcement %s could not be published", announcement.pk)
        return False
    return True


def _decide(
    announcement: Announcement,
    name: NewsMove,
    number: int | None,
    by: Any,
    *,
    publish_at: datetime | None = None,
    reason: str = "",
) -> AnnouncementMove:
    """Check everything that a move asks for, then make it; `number` is the version that was looked at."""
    move = move_named(name)
    _refuse_unless(by.has_perm(move.permission), _CLOSED)
    locked = _locked(announcement)
    possible = moves_from(NewsState(locked.state), changed=locked.is_changed)
    if number not in (None, locked.number) or move not in possible:
        raise Overtaken(_MOVED)
    _refuse_unless(reason or not move.needs_reason, _("Say why."))
    if move.shows_text and not may_decide(locked, by):
        raise Refused(_("The plan asks for a second reader: somebody else than the last writer publishes."))
    return _make(locked, move, by, publish_at=publish_at, reason=reason)


def may_decide(announcement: Announcement, by: Any) -> bool:
    """Whether this person may decide that the last version is shown, as far as it matters who wrote it."""
    latest = announcement.last_version
    return read_by_another(second_reader=latest.plan.second_reader, writer=latest.by_id, by=by.pk)


def _make(
    announcement: Announcement, move: Move, by: Any, *, publish_at: datetime | None = None, reason: str = ""
) -> AnnouncementMove:
    """Change the announcement's row, append the move and its event."""
    source, latest = announcement.state, announcement.last_version
    announcement.state, announcement.publish_at = move.target.value, publish_at
    if move.target is NewsState.PUBLISHED:
        _show(announcement)
    announcement.save()
    row = AnnouncementMove.objects.create(
        announcement=announcement,
        version=latest,
        move=move.name.value,
        source=source,
        target=move.target.value,
        publish_at=publish_at,
        reason=reason,
        by=by,
        at=clock.now(),
    )
    audit.record(
        kind="announcement.moved",
        by=by.pk if by else None,
        subject=rows.subject(row),
        data={
            "move": row.move,
            "from": row.source,
            "to": row.target,
            "number": announcement.number,
            "digest": rows.digest(row),
        },
    )
    return row


def _show(announcement: Announcement) -> None:
    """Let readers see the last version; the first time gives the address, which then stays."""
    now = clock.now()
    announcement.shown, announcement.updated_at = announcement.latest, now
    if announcement.year is None:
        announcement.published_at, announcement.year = now, now.year
        announcement.slug = _free(slug_of(announcement.last_version.title_vi), now.year)


def _free(slug: str, year: int) -> str:
    """The slug, with a number behind it where the year has it already."""
    taken = set(Announcement.objects.filter(year=year, slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return slug if slug not in taken else next(each for each in numbered if each not in taken)


def _append(announcement: Announcement, content: NewsContent, by: Any) -> AnnouncementVersion:
    announcement.number += 1
    version = AnnouncementVersion.objects.create(
        announcement=announcement,
        number=announcement.number,
        folded=content.folded,
        by=by,
        at=clock.now(),
        **asdict(content),
    )
    announcement.latest = version
    announcement.save()
    audit.record(
        kind="announcement.saved",
        by=by.pk if by else None,
        subject=rows.subject(version),
        data={"number": version.number, "digest": rows.digest(version)},
    )
    return version


def _locked(announcement: Announcement) -> Announcement:
    """The announcement as it is now; nobody else changes it before this transaction ends."""
    Announcement.objects.select_for_update().get(pk=announcement.pk)
    return Announcement.objects.select_related("latest__plan").get(pk=announcement.pk)


def _refuse_unless(condition: object, message: Any) -> None:
    if not condition:
        raise Refused(message)
