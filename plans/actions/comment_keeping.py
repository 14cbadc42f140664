"""Deleting what people wrote when its time is over, as the privacy notice promises; and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from bg_portal import clock
from plans.actions.comment_notices import forget_told
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
    pks = _over(now).order_by("pk").values_list("pk", flat=True)
    emptied = sum(_forget_one(pk, now) for pk in list(pks))
    forget_told()
    return emptied


def _over(now: datetime) -> QuerySet[Comment]:
    rejected = Q(state=CommentState.REJECTED, decided_at__lt=now - timedelta(days=REJECTED_DAYS))
    public = Q(state=CommentState.APPROVED, sent_at__lt=_years_before(now, PUBLIC_YEARS))
    return Comment.objects.filter(rejected | public, emptied_at=None)


def _years_before(moment: datetime, years: int) -> datetime:
    """The same day so many years ago; 29 February becomes the 28th."""
    day = min(moment.day, 28) if moment.month == 2 else moment.day
    return moment.replace(year=moment.year - years, day=day)


@transaction.atomic
def _forget_one(pk: int, now: datetime) -> bool:
    """Asked again under the lock: somebody may have published it, or taken it back, at this moment."""
    comment = _over(now).select_for_update().filter(pk=pk).first()
    if comment is not None:
        forget(comment)
    return comment is not None
