"""Comments in the shapes that pages draw."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from statistics import median
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, gettext, pgettext

from bg_portal.pieces import Link, Passage, Row
from bg_portal.templatetags.vietnamese_numbers import number
from plans import words
from plans.comment_queries import Counted, Subject, latest, subject_of
from plans.commenting import flags, flags_of_name
from plans.models import Comment, CommentMove
from plans.news_pages import Told, local_day, news_path, told, topic_words
from plans.queries import plan_document
from plans.topics import names, topic
from plans.vocabulary import CommentReason, CommentState, CommentStep, NewsState

STATE_MARKS = {
    CommentState.WAITING: ("sent", "act"),
    CommentState.APPROVED: ("full", "good"),
    CommentState.REJECTED: ("back", "quiet"),
    CommentState.WITHDRAWN: ("back", "quiet"),
}
"""Shape and tone beside the word of each state."""
_STEP_MARKS = {
    CommentStep.SEND: "sent",
    CommentStep.APPROVE: "full",
    CommentStep.REJECT: "back",
    CommentStep.ANSWER: "full",
    CommentStep.WITHDRAW: "back",
    CommentStep.FORGET: "nil",
}
_DAY = timedelta(days=1)


class Answered(NamedTuple):
    """What the city answered."""

    text: Told
    day: date


class About(NamedTuple):
    """What is commented on; `lang` where its name is in another language than the page."""

    text: str = ""
    href: str = ""
    lang: str = ""


class Said(NamedTuple):
    """One comment as readers see it."""

    anchor: str
    name: str
    text: Told
    day: date
    about: About
    answer: Answered | None


class Beside(NamedTuple):
    """The comments that stand on the page of what they are about."""

    comments: list[Said]
    more: Link | None
    """To all of them, where there are more."""
    write: str


class FlagLine(NamedTuple):
    """Something a moderator should look at."""

    word: str
    found: str


class Waiting(NamedTuple):
    """A comment in the list of who decides on them."""

    pk: int
    href: str
    name: str
    text: Told
    at: datetime
    about: About
    flags: list[FlagLine]
    reason: str


def in_its_language(text: str, language: str) -> Told:
    """A text with its language, where that is not the page's."""
    return Told(text, "" if language == get_language() else language)


def about(subject: Subject) -> About:
    """What is commented on, by its name, with its address."""
    if subject.announcement is not None:
        title = told(subject.announcement.public_version, "title")
        return About(title.text, news_path(subject.announcement), title.lang)
    part, plan = topic(subject.about), subject.plan
    assert part is not None and plan is not None  # noqa: S101, PT018 - says a constraint
    called = names(plan_document(plan), part)
    name = called and (called[1] if called[1] and get_language() == "en" else called[0])
    text = f"{topic_words(part)}: {name}" if name else topic_words(part)
    return About(text, reverse(part.kind.value, args=[plan.slug, part.code]))


def about_shown(comment: Comment) -> About | None:
    """What a comment is about, where everybody still reads it."""
    subject = subject_of(comment)
    gone = subject.announcement is not None and subject.announcement.state != NewsState.PUBLISHED
    return None if gone else about(subject)


def write_href(subject: Subject) -> str:
    """Where a comment on it is written."""
    return reverse("comment-write", args=[subject.key])


def comment_href(number: int) -> str:
    """Where one public comment stands by itself."""
    return f"{reverse('comments')}?so={number}"


def list_href(subject: Subject) -> str:
    """Where all comments on it stand."""
    return f"{reverse('comments')}?{urlencode({'ve': subject.key}, safe='/')}"


def said(comments: Iterable[Comment]) -> list[Said]:
    """Public comments in their order."""
    rows = list(comments)
    links = _abouts(rows)
    return [_said(row, links[subject_of(row).key]) for row in rows]


def _abouts(rows: Iterable[Comment]) -> dict[str, About]:
    """What they are about, each looked up once."""
    subjects = {subject.key: subject for subject in map(subject_of, rows)}
    return {key: about(subject) for key, subject in subjects.items()}


def _said(row: Comment, link: About) -> Said:
    return Said(
        anchor=f"y-kien-{row.pk}",
        name=row.name,
        text=in_its_language(row.text, row.language),
        day=local_day(row.sent_at),
        about=link,
        answer=answered(row),
    )


def answered(row: Comment) -> Answered | None:
    """The last answer, of a comment that was read with it."""
    text: str | None = row.answer  # type: ignore[attr-defined]  # annotated
    if text is None:
        return None
    language, at = row.answer_language, row.answered_at  # type: ignore[attr-defined]  # annotated
    return Answered(in_its_language(text, language), local_day(at))


def beside(subject: Subject) -> Beside:
    """The last few comments on a subject and the ways on; one query."""
    rows = latest(subject)
    total = rows[0].total if rows else 0  # type: ignore[attr-defined]  # annotated
    more = Link(gettext("All comments"), list_href(subject), number=total) if total > len(rows) else None
    return Beside([_said(row, About()) for row in rows], more, write_href(subject))


def waiting(comments: Iterable[Comment]) -> list[Waiting]:
    """Comments as moderators read them."""
    rows = list(comments)
    links = _abouts(rows)
    return [_waiting(row, links[subject_of(row).key]) for row in rows]


def _waiting(row: Comment, link: About) -> Waiting:
    return Waiting(
        pk=row.pk,
        href=reverse("comment-inside", args=[row.pk]),
        name=row.name,
        text=in_its_language(row.text, row.language),
        at=row.sent_at,
        about=link,
        flags=flag_lines(row),
        reason=str(words.LABELS[CommentReason(row.reason)]) if row.reason else "",
    )


def flag_lines(row: Comment) -> list[FlagLine]:
    """What the moderator should look at."""
    found = [*flags_of_name(row.name), *flags(row.text, language=row.language)]
    return [FlagLine(str(words.LABELS[flag.kind]), flag.found) for flag in found]


def course(moves: Iterable[CommentMove]) -> list[Passage]:
    """What happened to a comment, step by step."""
    return [
        Passage(
            at=row.at,
            word=str(words.LABELS[CommentStep(row.step)]),
            mark=_STEP_MARKS[CommentStep(row.step)],
            by=str(row.by) if row.by else "",
            comment=str(words.LABELS[CommentReason(row.reason)]) if row.reason else "",
        )
        for row in moves
    ]


def figures(found: Counted) -> list[Row]:
    """What became of everything that came, for the public."""
    states = found.states
    answered = gettext("Answered by the city")
    rows = [
        (gettext("Came"), found.came),
        (pgettext("comment", "Published"), states.get(CommentState.APPROVED, 0)),
        (answered, len(found.waits)),
        (gettext("Wait for a decision"), states.get(CommentState.WAITING, 0)),
        (gettext("Withdrawn by their authors"), states.get(CommentState.WITHDRAWN, 0)),
        (gettext("Not published"), states.get(CommentState.REJECTED, 0)),
    ]
    lines = [Row(term, number(count)) for term, count in rows]
    lines += [
        Row(f"– {words.LABELS[reason]}", number(found.reasons[reason]))
        for reason in CommentReason
        if reason in found.reasons
    ]
    lines.insert(3, Row(gettext("Median time to the answer"), _median(found.waits)))
    return lines


def _median(waits: list[timedelta]) -> str:
    if not waits:
        return gettext("nothing has been answered yet")
    days = Decimal(round(median(wait / _DAY for wait in waits) * 10)) / 10
    return gettext("%(n)s days") % {"n": number(days)}
