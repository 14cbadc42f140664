"""What happens to comments of the public: sent, published or not, answered, taken back."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from bg_portal import audit, clock
from bg_portal.audit import rows
from bg_portal.refused import Overtaken, Refused
from bg_portal.vietnamese import fold
from plans.actions import comment_notices
from plans.comment_queries import Subject, copies, last_move, sent_from
from plans.commentflow import AS_IT_WAITS, Seen, Step, step_named
from plans.commenting import LIMITS, is_copied_too_often, likeness
from plans.models import Comment, CommentAnswer, CommentGate, CommentMove, CommentSender
from plans.vocabulary import CommentReason, CommentState, CommentStep

_CLOSED = _("This step is not open to this account.")
_FLOOD = gettext_noop(
    "Many comments have come from this connection. Send this one again in %(n)d minutes: it is kept here."
)
_MOVED = _("Somebody else was faster: the comment is no longer as this page showed it.")


class TooManyError(Refused):
    """So many came from one address that the next has to wait."""


class SentTwiceError(Refused):
    """The form made a comment already, and now says something else."""


@dataclass(frozen=True)
class Written:
    """What somebody wrote, from where (a digest), with which form."""

    uid: uuid.UUID
    subject: Subject
    language: str
    name: str
    text: str
    email: str = ""
    sender: str = ""

    @property
    def likeness(self) -> str:
        """Digest of what it shares with copies of it."""
        return hashlib.sha256(likeness(self.text).encode()).hexdigest()


@transaction.atomic
def send_comment(*, written: Written) -> Comment:
    """Keep a comment until somebody has decided on it; sent twice by one form it is one comment.

    Raises SentTwiceError, TooManyError, and Refused for what stands there already.
    """
    _pass_the_gate()
    known = Comment.objects.filter(uid=written.uid).first()
    if known is None:
        _refuse_flood(written.sender)
        _refuse_copy(written)
        known = Comment.objects.create(uid=written.uid, **_columns(written))
        CommentSender.objects.create(digest=written.sender, at=clock.now())
        _append(known, CommentStep.SEND, "", CommentState.WAITING, None)
    if (known.name, known.text) != (written.name, written.text):
        raise SentTwiceError(
            _("This form was sent once already. Send it again, where this is another comment.")
        )
    return known


def _pass_the_gate() -> None:
    """Until this transaction ends no other comment is counted or written."""
    CommentGate.objects.get_or_create(pk=1)
    CommentGate.objects.select_for_update().get(pk=1)


def _columns(written: Written) -> dict[str, Any]:
    subject = written.subject
    return {
        "announcement": subject.announcement,
        "plan": subject.plan,
        "about": subject.about,
        "language": written.language,
        "name": written.name,
        "email": written.email,
        "text": written.text,
        "folded": fold(written.text),
        "likeness": written.likeness,
        "sent_at": clock.now(),
    }


def _refuse_flood(sender: str) -> None:
    for most, minutes in LIMITS:
        times = sent_from(sender, minutes)
        if len(times) >= most:
            free = times[len(times) - most] + timedelta(minutes=minutes)
            wait = max(1, -((clock.now() - free) // timedelta(minutes=1)))
            raise TooManyError(gettext(_FLOOD) % {"n": wait})


def _refuse_copy(written: Written) -> None:
    here, anywhere = copies(written.likeness, written.subject)
    if is_copied_too_often(written.text, here=here, anywhere=anywhere):
        raise Refused(_("The same comment has come already. Add what is your own, or leave it at that."))


@transaction.atomic
def approve_comments(*, pks: Iterable[int], by: Any, seen: Seen = AS_IT_WAITS) -> int:
    """Publish comments; how many. Those that somebody else decided on meanwhile stay. Raises Refused."""
    return sum(_decide(pk, step_named(CommentStep.APPROVE), by, seen) for pk in sorted(set(pks)))


@transaction.atomic
def reject_comments(*, pks: Iterable[int], reason: CommentReason, by: Any, seen: Seen = AS_IT_WAITS) -> int:
    """Do not publish comments, for one reason; how many. Denunciations are emptied. Raises Refused."""
    return sum(_decide(pk, step_named(CommentStep.REJECT), by, seen, reason) for pk in sorted(set(pks)))


@transaction.atomic
def answer_comment(*, pk: int, text: str, language: str, by: Any, seen: Seen = AS_IT_WAITS) -> CommentAnswer:
    """Answer for the city, in public: the comment is published with it. Raises Refused, Overtaken."""
    if not _decide(pk, step_named(CommentStep.ANSWER), by, seen):
        raise Overtaken(_MOVED)
    return CommentAnswer.objects.create(comment_id=pk, text=text, language=language, by=by, at=clock.now())


@transaction.atomic
def withdraw_comment(*, uid: uuid.UUID) -> None:
    """Take a comment back, for who holds its private address: nothing that was written is left of it."""
    comment = Comment.objects.select_for_update().get(uid=uid)
    if not comment.emptied_at:
        _move(comment, step_named(CommentStep.WITHDRAW), None)
        comment_notices.take_back(comment)
        empty(comment)


def _decide(pk: int, step: Step, by: Any, seen: Seen, reason: CommentReason | None = None) -> bool:
    """One step of somebody of the city; False where the comment is no longer as it was seen."""
    if not by.has_perm(step.permission):
        raise Refused(_CLOSED)
    comment = Comment.objects.select_for_update().filter(pk=pk).first()
    if comment is None or comment.state not in step.sources or not _is_as(seen, comment):
        return False
    move = _move(comment, step, by, reason)
    comment_notices.decided(comment, move)
    if reason is CommentReason.DENUNCIATION:
        empty(comment)
    return True


def _is_as(seen: Seen, comment: Comment) -> bool:
    """Whether nothing happened since somebody saw it."""
    if comment.emptied_at or comment.state != seen.state:
        return False
    return seen.move is None or seen.move == last_move(comment)


def _move(comment: Comment, step: Step, by: Any, reason: CommentReason | None = None) -> CommentMove:
    source = CommentState(comment.state)
    target = step.target or source
    if target is not source:
        comment.state, comment.reason = target.value, reason.value if reason else ""
        comment.decided_at = clock.now()
        comment.save(update_fields=["state", "reason", "decided_at"])
    return _append(comment, step.name, source.value, target, by)


def forget(comment: Comment) -> None:
    """Empty a comment whose time is over; that it was there stays."""
    _move(comment, step_named(CommentStep.FORGET), None)
    empty(comment)


def empty(comment: Comment) -> None:
    """Delete every word of a comment and of its answers."""
    comment.answers.all().delete()
    gone = dict.fromkeys(("name", "email", "text", "folded", "likeness"), "")
    Comment.objects.filter(pk=comment.pk).update(emptied_at=clock.now(), **gone)


def _append(comment: Comment, step: CommentStep, source: str, target: CommentState, by: Any) -> CommentMove:
    """The move and its event; neither holds a word of the comment."""
    row = CommentMove.objects.create(
        comment=comment,
        step=step.value,
        source=source,
        target=target.value,
        reason=comment.reason if step is CommentStep.REJECT else "",
        by=by,
        at=clock.now(),
    )
    audit.record(
        kind="comment.moved",
        by=by.pk if by else None,
        subject=rows.subject(row),
        data={
            "step": row.step,
            "from": row.source,
            "to": row.target,
            "reason": row.reason,
            "digest": rows.digest(row),
        },
    )
    return row
