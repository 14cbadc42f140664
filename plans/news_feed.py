"""The Atom feed: the last announcements in one language, with ids that outlive addresses."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.timezone import get_default_timezone
from django.utils.translation import get_language, gettext

from bg_portal import clock
from bg_portal.called import owner
from plans.models import Announcement
from plans.news_pages import line, news_path

_NAMESPACE = uuid.UUID("6f0d8a2e-6a5f-5c39-9a3d-6d1a1f6b1c25")


class NewsFeed(Atom1Feed):
    """Entries say of themselves in which language they are, where it is not that of the feed."""

    content_type = "application/atom+xml; charset=utf-8"

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """The language of an entry, declared where it differs."""
        return {"xml:lang": item["lang"]} if item["lang"] else {}

    def latest_post_date(self) -> datetime:
        """When it last changed; without an entry the beginning of today, not another moment each time."""
        if self.items:
            return super().latest_post_date()
        return datetime.combine(clock.today(), time.min, get_default_timezone())


def feed(announcements: Sequence[Announcement]) -> str:
    """The announcements, the newest first, as an Atom document in the language of the moment."""
    language = get_language() or settings.LANGUAGE_CODE
    here = settings.PORTAL_URL + reverse("news-feed")
    made = NewsFeed(
        title=gettext("News of the plan"),
        link=settings.PORTAL_URL + reverse("news"),
        description="",
        subtitle=gettext("What the city announces about carrying out the plan"),
        language=language,
        author_name=owner(),
        feed_url=here,
        feed_guid=_urn(_NAMESPACE, language),
    )
    for each in announcements:
        _add(made, each, language)
    return made.writeString("utf-8")


def _add(made: NewsFeed, announcement: Announcement, language: str) -> None:
    entry = line(announcement)
    assert announcement.published_at is not None  # noqa: S101 - what is public has one
    assert announcement.updated_at is not None  # noqa: S101 - what is public has one
    zone = get_default_timezone()
    made.add_item(
        title=entry.title.text,
        link=settings.PORTAL_URL + news_path(announcement),
        description=escape(entry.summary.text),
        unique_id=_urn(announcement.uid, language),
        pubdate=announcement.published_at.astimezone(zone),
        updateddate=announcement.updated_at.astimezone(zone),
        lang=entry.title.lang,
    )


def _urn(base: uuid.UUID, language: str) -> str:
    """An id that stays whatever the address becomes; each language of an announcement is an entry."""
    return f"urn:uuid:{uuid.uuid5(base, language)}"
