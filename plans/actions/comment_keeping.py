"""Deleting what people wrote when its time is over, as the privacy notice promises; and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from bg_portal import clock
from plans.actions.comments import forget
from plans.comment_keeping import EMAIL_DAYS, PUBLIC_YEARS, REJECTED_DAYS, SENDER_HOURS
from plans.models import Comment, CommentMove, CommentSender
from plans.vocabulary import CommentState


def forget_comments() -> int:
    """Empty comments, e-mail addresses and senders whose time is over; how many comments were emptied."""
    now = clock.now()
    CommentSender.objects.filter(at__lt=now - timedelta(hours=SENDER_HOURS)).delete()
    spoken = CommentMove.objects.filter(comment=OuterRef("pk"), at__gte=now - timedelta(days=EMAIL_DAYS))
    settled = Comment.objects.exclude(state=CommentState.WAITING).exclude(email="")
    settled.filter(~Exists(spoken)).update(email="")
    return sum(_forget_one(pk) for pk in _over(now))


def _over(now: datetime) -> list[int]:
    rejected = Q(state=CommentState.REJECTED, decided_at__lt=now - timedelta(days=REJECTED_DAYS))
    public = Q(state=CommentState.APPROVED, sent_at__lt=_years_before(now, PUBLIC_YEARS))
    found = Comment.objects.filter(rejected | public, emptied_at=None)
    return list(found.order_by("pk").values_list("pk", flat=True))


def _years_before(moment: datetime, years: int) -> datetime:
    """The same day so many years ago; 29 February becomes the 28th."""
    day = min(moment.day, 28) if moment.month == 2 else moment.day
    return moment.replace(year=moment.year - years, day=day)


@transaction.atomic
def _forget_one(pk: int) -> bool:
    comment = Comment.objects.select_for_update().get(pk=pk)
    if comment.emptied_at:
        return False
    forget(comment)
    return True
