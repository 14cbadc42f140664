"""Announcements in the shapes that pages draw: a line of a list, the whole text, its course."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import get_default_timezone
from django.utils.translation import get_language, gettext

from bg_portal.dates import format_date, format_moment
from bg_portal.pieces import Link, Passage, Row
from plans import words
from plans.markup import as_html
from plans.models import Announcement, AnnouncementMove, AnnouncementVersion, Picture, Plan
from plans.news_content import NewsContent
from plans.news_queries import latest
from plans.queries import plan_document
from plans.text_search import TextRow
from plans.topics import Topic, names, topic
from plans.vocabulary import NewsMove, NewsState, TopicKind

STATE_MARKS = {
    NewsState.DRAFT: ("draft", ""),
    NewsState.SCHEDULED: ("sent", ""),
    NewsState.PUBLISHED: ("full", "good"),
    NewsState.WITHDRAWN: ("back", "quiet"),
}
"""Shape and tone beside the word of each state."""
_MOVE_MARKS = {
    NewsMove.SCHEDULE: "sent",
    NewsMove.PUBLISH: "full",
    NewsMove.TAKE_BACK: "open",
    NewsMove.WITHDRAW: "back",
}


class Told(NamedTuple):
    """Some text and its language; no language where it is that of the page."""

    text: str
    lang: str = ""


class NewsLine(NamedTuple):
    """One announcement in a list."""

    title: Told
    summary: Told
    href: str
    day: date


class Figure(NamedTuple):
    """A picture as a page shows it."""

    href: str
    width: int
    height: int
    alt: Told


class NewsText(NamedTuple):
    """A version as readers see it."""

    title: Told
    summary: Told
    body: Told
    source: Told
    source_on: date | None
    source_href: str
    picture: Figure | None
    about: Link


def told(version: AnnouncementVersion | TextRow, name: str) -> Told:
    """A field in the language of the page; where it was left empty, in Vietnamese, which is then declared."""
    vietnamese, english = getattr(version, f"{name}_vi"), getattr(version, f"{name}_en")
    if get_language() != "en":
        return Told(vietnamese)
    return Told(english) if english else Told(vietnamese, "vi" if vietnamese else "")


def news_path(announcement: Announcement) -> str:
    """The public address of an announcement that has one."""
    return reverse("news-item", args=[announcement.year, announcement.slug])


def line(announcement: Announcement) -> NewsLine:
    """A public announcement in a list."""
    version = announcement.public_version
    return NewsLine(
        told(version, "title"),
        told(version, "summary"),
        news_path(announcement),
        local_day(announcement.published_at),
    )


def lines(announcements: Iterable[Announcement]) -> list[NewsLine]:
    """Public announcements in their order."""
    return [line(each) for each in announcements]


def latest_lines(
    plan: Plan | None = None, kind: TopicKind | None = None, code: object = ""
) -> list[NewsLine]:
    """The last announcements: of all, about a plan, or about a part of it by its kind and code."""
    return lines(latest(plan, Topic(kind, str(code)) if kind else None))


def text(version: AnnouncementVersion, *, top: int = 2) -> NewsText:
    """A whole version; `top` is the level of its highest headings on the page."""
    body = told(version, "body")
    return NewsText(
        told(version, "title"),
        told(version, "summary"),
        body._replace(text=html(body.text, top=top)),
        told(version, "source"),
        version.source_on,
        version.source_url,
        figure(version.picture, told(version, "alt")) if version.picture else None,
        about(version),
    )


def preview(content: NewsContent, *, top: int = 2) -> NewsText:
    """What was typed and is not kept yet, as readers would see it."""
    return text(AnnouncementVersion(**asdict(content)), top=top)


def html(markup: str, *, top: int = 2) -> SafeString:
    """Markup as HTML: `plans.markup` lets no tag through that somebody typed."""
    return mark_safe(as_html(markup, top=top))  # noqa: S308


def figure(picture: Picture, alt: Told) -> Figure:
    """A picture with what is said to those who do not see it."""
    return Figure(reverse("news-picture", args=[picture.digest]), picture.width, picture.height, alt)


def about(version: AnnouncementVersion) -> Link:
    """What it is about: the part of the plan, or the plan."""
    plan, part = version.plan, topic(version.about)
    if part is None:
        return Link(gettext("Plan %(number)s") % {"number": plan.number}, reverse("plan", args=[plan.slug]))
    called = names(plan_document(plan), part)
    if called is None:
        return Link(topic_words(part), reverse("plan", args=[plan.slug]))
    name = called[1] if called[1] and get_language() == "en" else called[0]
    return Link(f"{topic_words(part)}: {name}", reverse(part.kind.value, args=[plan.slug, part.code]))


def topic_words(part: Topic) -> str:
    """A part by its kind and code: "Objective MT1"."""
    kind = str(words.LABELS[part.kind])
    return f"{kind[:1].upper()}{kind[1:]} {part.code}"


def course(moves: Iterable[AnnouncementMove]) -> list[Passage]:
    """What happened to it, move by move."""
    return [
        Passage(
            at=row.at,
            word=_move_word(row),
            mark=_MOVE_MARKS[NewsMove(row.move)],
            by=str(row.by) if row.by else gettext("the portal, at the set time"),
            comment=row.reason,
        )
        for row in moves
    ]


def _move_word(row: AnnouncementMove) -> str:
    word = str(words.LABELS[NewsMove(row.move)])
    number = gettext("version %(number)d") % {"number": row.version.number}
    at = f", {format_moment(row.publish_at)}" if row.publish_at else ""
    return f"{word}{at} ({number})"


def facts(announcement: Announcement, version: AnnouncementVersion) -> list[Row]:
    """What its writers need to know beside the text."""
    rows = [Row(gettext("About"), about(version).text, about(version).href)]
    if announcement.state == NewsState.PUBLISHED:
        rows.append(Row(gettext("Public address"), news_path(announcement), news_path(announcement)))
    if announcement.publish_at:
        rows.append(Row(gettext("Will be published"), format_moment(announcement.publish_at)))
    writer = str(version.by) if version.by else gettext("from a file")
    rows.append(Row(gettext("Last written by"), f"{writer}, {format_moment(version.at)}"))
    if version.source_vi:
        day = f", {format_date(version.source_on)}" if version.source_on else ""
        rows.append(Row(gettext("Source"), version.source + day))
    return rows


def local_day(moment: datetime | None) -> date:
    """The day of a moment where the portal stands."""
    assert moment is not None  # noqa: S101 - what is public has one, says a constraint
    return moment.astimezone(get_default_timezone()).date()
