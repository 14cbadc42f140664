"""What is read of comments: by everybody, by who wrote one, and by who decides on them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Min, OuterRef, Q, QuerySet, Subquery, Window
from django.http import Http404

from bg_portal import clock
from bg_portal.audit import rows
from plans.commentflow import MODERATE, READ
from plans.commenting import COPIES_DAYS
from plans.models import Announcement, Comment, CommentAnswer, CommentMove, CommentSender, Plan
from plans.news_queries import published, waiting_texts
from plans.newsflow import PUBLISH
from plans.queries import plan_document, plans_public
from plans.topics import Topic, names
from plans.vocabulary import CommentState, CommentStep, NewsState, TopicKind

LATEST: Final = 3
"""How many stand on the page of what they are about."""
_NEWS: Final = "tin-tuc"


@dataclass(frozen=True)
class Subject:
    """What can be commented on: an announcement, or an objective of a plan."""

    announcement: Announcement | None = None
    plan: Plan | None = None
    about: str = ""

    @property
    def key(self) -> str:
        """How it stands in an address: "tin-tuc/2018/tieu-de" or "125-kh-ubnd/MT1"."""
        if self.announcement is not None:
            return f"{_NEWS}/{self.announcement.year}/{self.announcement.slug}"
        return f"{self.plan.slug if self.plan else ''}/{self.about.partition(':')[2]}"

    @property
    def matches(self) -> Q:
        """Its comments."""
        return Q(announcement=self.announcement, plan=self.plan, about=self.about)


def objective_of(plan: Plan, code: str) -> Subject:
    """An objective as a subject."""
    return Subject(plan=plan, about=str(Topic(TopicKind.OBJECTIVE, code)))


def subject_of(comment: Comment) -> Subject:
    """What a comment is about."""
    return Subject(comment.announcement, comment.plan, comment.about)


def subject_at(key: str) -> Subject:
    """The subject at the key of an address; Http404 where everybody reads no such thing."""
    match key.split("/"):
        case [name, year, slug] if name == _NEWS and year.isascii() and year.isdigit() and len(year) == 4:
            found = published().filter(year=int(year), slug=slug).first()
            if found is not None:
                return Subject(announcement=found)
        case [slug, code]:
            plan = plans_public().filter(slug=slug).first()
            about = Topic(TopicKind.OBJECTIVE, code)
            if plan is not None and names(plan_document(plan), about) is not None:
                return Subject(plan=plan, about=str(about))
    raise Http404


def public() -> QuerySet[Comment]:
    """What everybody reads, the newest first, with what it is about and the last answer."""
    shown = Q(announcement=None) | Q(announcement__state=NewsState.PUBLISHED)
    found = Comment.objects.filter(shown, state=CommentState.APPROVED, emptied_at=None)
    return _with_answer(found).order_by("-sent_at", "-pk")


def latest(subject: Subject) -> list[Comment]:
    """The last few public comments of a subject, each with `total`, how many there are; one query."""
    found = public().filter(subject.matches).annotate(total=Window(Count("pk")))
    return list(found[:LATEST])


def _with_answer(found: QuerySet[Comment]) -> QuerySet[Comment]:
    answers = CommentAnswer.objects.filter(comment=OuterRef("pk")).order_by("-pk")
    return found.select_related("announcement__shown", "plan").annotate(
        answer=Subquery(answers.values("text")[:1]),
        answer_language=Subquery(answers.values("language")[:1]),
        answered_at=Subquery(answers.values("at")[:1]),
    )


class Counted(NamedTuple):
    """What became of everything that came."""

    states: dict[str, int]
    reasons: dict[str, int]
    waits: list[timedelta]
    """From sending to the first answer, of each that was answered."""

    @property
    def came(self) -> int:
        return sum(self.states.values())


def counted() -> Counted:
    """Of all comments ever; two queries."""
    states: dict[str, int] = {}
    reasons: dict[str, int] = {}
    for row in Comment.objects.order_by().values("state", "reason").annotate(n=Count("pk")):
        states[row["state"]] = states.get(row["state"], 0) + row["n"]
        if row["reason"]:
            reasons[row["reason"]] = row["n"]
    answers = CommentMove.objects.filter(step=CommentStep.ANSWER).order_by()
    first = answers.values("comment__sent_at", "comment").annotate(first=Min("at"))
    return Counted(states, reasons, [row["first"] - row["comment__sent_at"] for row in first])


def own(uid: uuid.UUID | None) -> Comment:
    """The comment of a private address, with its last answer; Http404 where there is none."""
    found = _with_answer(Comment.objects.filter(uid=uid)).first() if uid else None
    if found is None:
        raise Http404
    return found


def room(user: Any, state: CommentState) -> QuerySet[Comment]:
    """The comments of a state for who may read them all: what waits oldest first. Raises PermissionDenied."""
    found = _inside(user).filter(state=state)
    return (
        found.order_by("sent_at", "pk")
        if state is CommentState.WAITING
        else found.order_by("-sent_at", "-pk")
    )


def numbers(user: Any) -> dict[str, int]:
    """How many stand in each state, for the heads of the list. Raises PermissionDenied."""
    counts = _inside(user).order_by().values_list("state").annotate(n=Count("pk"))
    return dict(counts)


def comment_inside(user: Any, pk: int) -> Comment:
    """One comment for who reads all. Raises PermissionDenied, Http404."""
    found = _with_answer(_inside(user)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _inside(user: Any) -> QuerySet[Comment]:
    if not user.has_perm(READ):
        raise PermissionDenied
    return Comment.objects.select_related("announcement__shown", "plan")


def moves_of(comment: Comment) -> list[CommentMove]:
    """Its course, oldest first."""
    return list(comment.moves.select_related("by").order_by("pk"))


def last_move(comment: Comment) -> int:
    """The number of its last move, by which a page knows whether anything happened since."""
    return comment.moves.order_by("-pk").values_list("pk", flat=True)[0]


class Waiting(NamedTuple):
    """What waits at the city for somebody to decide on it."""

    texts: int
    """Announcements with text that readers do not see yet."""
    comments: int


def waiting(user: Any) -> Waiting:
    """For who publishes announcements and who decides on comments; a query for each, none for others."""
    return Waiting(
        texts=waiting_texts().count() if user.has_perm(PUBLISH) else 0,
        comments=Comment.objects.filter(state=CommentState.WAITING).count() if user.has_perm(MODERATE) else 0,
    )


def oldest_waiting() -> tuple[int, datetime | None]:
    """How many wait for a decision, and since when the first of them."""
    row = Comment.objects.filter(state=CommentState.WAITING).aggregate(n=Count("pk"), since=Min("sent_at"))
    return row["n"], row["since"]


def copies(likeness: str, subject: Subject) -> tuple[int, int]:
    """How often the same was written lately: about this subject, and anywhere."""
    since = clock.now() - timedelta(days=COPIES_DAYS)
    row = Comment.objects.filter(likeness=likeness, sent_at__gt=since).aggregate(
        here=Count("pk", filter=subject.matches), anywhere=Count("pk")
    )
    return row["here"], row["anywhere"]


def sent_from(digest: str, minutes: int) -> list[datetime]:
    """When something came from an address within so many minutes, oldest first."""
    since = clock.now() - timedelta(minutes=minutes)
    found = CommentSender.objects.filter(digest=digest, at__gt=since).order_by("at")
    return list(found.values_list("at", flat=True))


def moves_vouched() -> Iterator[tuple[str, str]]:
    """For the audit chain: each move with its digest."""
    return rows.witness(CommentMove.objects.all())
