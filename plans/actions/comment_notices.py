"""Mail about comments: to who wrote one and left an address, and to who decides on them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import translation

from bg_portal import clock, outbox
from bg_portal.letters import letter
from plans import words
from plans.comment_queries import oldest_waiting
from plans.comment_tokens import key_of
from plans.commentflow import MODERATE
from plans.models import Comment, CommentMove
from plans.vocabulary import CommentReason, CommentStep


def decided(comment: Comment, move: CommentMove) -> None:
    """Tell the author, who left an address for it; the mail leads to the private page and quotes nothing."""
    if not comment.email:
        return
    context = {
        "word": words.LABELS[CommentStep(move.step)],
        "reason": words.LABELS[CommentReason(move.reason)] if move.reason else "",
        "denounced": move.reason == CommentReason.DENUNCIATION,
    }
    with translation.override(comment.language):
        url = settings.PORTAL_URL + reverse("comment-own", args=[key_of(comment.uid)])
        _put(_key(move.pk), comment.email, "comment", {**context, "url": url})


def take_back(comment: Comment) -> None:
    """Forget what its author was told and where, also what has not gone out yet."""
    outbox.forget(keys=[_key(pk) for pk in comment.moves.values_list("pk", flat=True)])


def forget_told() -> None:
    """Of emptied comments, forget where their authors were written to, once that was sent."""
    since = clock.now() - timedelta(days=outbox.KEPT_DAYS)
    gone = CommentMove.objects.filter(comment__emptied_at__gte=since).order_by().values_list("pk", flat=True)
    outbox.forget_sent(keys=[_key(pk) for pk in gone])


def remind_of_comments() -> int:
    """Once a day tell who decides on comments that some wait; how many wait."""
    number, since = oldest_waiting()
    if number:
        people: Any = get_user_model().objects
        for person in people.with_perm(MODERATE):
            with translation.override(person.language):
                context = {"n": number, "since": since, "url": settings.PORTAL_URL + reverse("comment-room")}
                key = f"comments:{clock.today().isoformat()}:{person.pk}"
                _put(key, person.email, "comments", context)
    return number


def _key(move: int) -> str:
    return f"comment:{move}"


def _put(key: str, to: str, name: str, context: dict[str, Any]) -> None:
    subject, body = letter(name, context)
    outbox.put(key=key, to=to, subject=subject, body=body)
