"""Announcements and comments that hold the words of a question: there may be many, so the database looks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, NamedTuple

from django.db.models import F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Coalesce

from plans.comment_queries import public
from plans.models import Announcement, Comment
from plans.news_queries import published

MOST_FOUND: Final = 50
"""Of each kind: who finds more than these adds a word."""


class TextKind(StrEnum):
    """What a text is."""

    NEWS = "news"
    COMMENT = "comment"


class TextRow(NamedTuple):
    """What everybody reads; a comment's text stands in `body_vi`, its title is that of its announcement."""

    kind: str
    number: int
    """Year in the address of an announcement; the number of a comment."""
    slug: str
    """In the address of an announcement; the language of a comment."""
    at: datetime
    name: str
    about: str
    title_vi: str
    title_en: str
    summary_vi: str
    summary_en: str
    body_vi: str
    body_en: str
    source_vi: str
    source_en: str


def texts_with(words: Iterable[str]) -> list[TextRow]:
    """Those that hold every word, which has to be without accents, the latest first; one query, or none."""
    wanted = list(words)
    if not wanted:
        return []
    rows = map(TextRow._make, _news(wanted).union(_comments(wanted), all=True))
    return sorted(rows, key=lambda row: row.at, reverse=True)


def _news(words: list[str]) -> QuerySet[Any, Any]:
    return (
        Announcement.objects.order_by()
        .filter(pk__in=_holding(published(), "shown__folded", words))
        .values_list(
            _text(TextKind.NEWS),
            Coalesce("year", 0, output_field=IntegerField()),
            "slug",
            "published_at",
            _text(""),
            _text(""),
            *(F(f"shown__{name}") for name in TextRow._fields[6:]),
        )
    )


def _comments(words: list[str]) -> QuerySet[Any, Any]:
    return (
        Comment.objects.order_by()
        .filter(pk__in=_holding(public(), "folded", words))
        .values_list(
            _text(TextKind.COMMENT),
            "pk",
            "language",
            "sent_at",
            "name",
            "about",
            *(_of_announcement(f"title_{code}") for code in ("vi", "en")),
            _text(""),
            _text(""),
            "text",
            _text(""),
            _text(""),
            _text(""),
        )
    )


def _holding(rows: QuerySet[Any], place: str, words: list[str]) -> QuerySet[Any, Any]:
    """The keys of the latest that hold every word in that column."""
    for word in words:
        rows = rows.filter(**{f"{place}__contains": word})
    return rows.values("pk")[:MOST_FOUND]


def _text(text: str) -> Value:
    return Value(str(text), output_field=TextField())


def _of_announcement(name: str) -> Coalesce:
    return Coalesce(F(f"announcement__shown__{name}"), _text(""), output_field=TextField())
