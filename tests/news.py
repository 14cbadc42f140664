"""Announcements that tests speak of: written by one reviewer, published by another."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

from PIL import Image

from bg_portal import clock
from communes.models import User
from plans.actions.news import publish_announcement, schedule_announcement, start_announcement
from plans.actions.pictures import keep_picture
from plans.models import Announcement, Picture
from plans.news_content import NewsContent
from plans.pictures import rewritten
from tests import factories as f

BODY = """
# Kết quả

Đã tổ chức **03 buổi**, xem [kế hoạch](/ke-hoach/125-kh-ubnd/).

- một
- hai

| Phường | Buổi |
|---|--:|
| Đa Mai | 3 |

> Toàn dân đoàn kết.
"""


def content(**changed: Any) -> NewsContent:
    """The text of an announcement in both languages, about the first objective."""
    written = NewsContent(
        plan_id=f.plan_loaded().pk,
        about="objective:MT1",
        title_vi="Kết quả đợt tuyên truyền",
        title_en="Results of the communication drive",
        summary_vi="Các xã, phường đã tổ chức 03 buổi.",
        summary_en="Communes and wards held three sessions.",
        body_vi=BODY,
        body_en="Three sessions were *held*.",
        source_vi="UBND thành phố",
        source_en="City People's Committee",
        source_url="https://example.vn/tin?a=1&b=2",
        source_on=f.period("2018-Q1").ends_on,
    )
    return replace(written, **changed)


def image(kind: str = "PNG", size: tuple[int, int] = (60, 40), **options: Any) -> BytesIO:
    """A picture as a file."""
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, kind, **options)
    file.seek(0)
    file.name = f"anh.{kind.lower()}"
    return file


def picture(by: User | None = None, **options: Any) -> Picture:
    """A picture that was sent."""
    file = image(**options)
    return keep_picture(rewritten=rewritten(file, len(file.getvalue())), by=by)


def drafted(by: User, **changed: Any) -> Announcement:
    """A draft."""
    return start_announcement(uid=uuid.uuid4(), content=content(**changed), by=by)


def published(by: User, reader: User | None = None, **changed: Any) -> Announcement:
    """An announcement that everybody reads."""
    found = drafted(by, **changed)
    publish_announcement(announcement=found, number=found.number, by=reader or by)
    found.refresh_from_db()
    return found


def scheduled(by: User, days: int = 3, **changed: Any) -> Announcement:
    """An announcement that is published in some days."""
    found = drafted(by, **changed)
    at = clock.now() + timedelta(days=days)
    schedule_announcement(announcement=found, number=found.number, at=at, by=by)
    found.refresh_from_db()
    return found


def addressed(people: Mapping[str, User | None]) -> dict[str, dict[str, str | int]]:
    """What stands on the stage, by the addresses that lead to it."""
    reviewer = people["reviewer"]
    assert reviewer is not None
    shown = picture(reviewer)
    public = published(reviewer, picture_id=shown.pk, alt_vi="Một buổi họp", alt_en="A meeting")
    draft = drafted(reviewer, title_vi="Bản đang soạn")
    waiting = scheduled(reviewer, title_vi="Tin hẹn giờ")
    return {
        "news-item": {"year": public.year or 0, "slug": public.slug},
        "news-year": {"year": public.year or 0},
        "news-picture": {"digest": shown.digest},
        "news-draft": {"pk": waiting.pk},
        "news-version": {"pk": public.pk, "number": 1},
        "news-edit": {"pk": draft.pk},
        "news-publish": {"pk": draft.pk},
        "news-withdraw": {"pk": public.pk},
        "news-back": {"pk": waiting.pk},
    }
