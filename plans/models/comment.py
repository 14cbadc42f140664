"""Comments of the public, what the city answered, each step; for a day how much came from where; a gate."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from plans import words
from plans.commenting import EMAIL_MAX, NAME_MAX
from plans.models.news import Announcement
from plans.models.plan import Plan
from plans.vocabulary import CommentReason, CommentState, CommentStep

LANGUAGE_MAX = 10


class Comment(models.Model):
    """What somebody wrote about an announcement, or about a part of a plan.

    `uid` was given out with the empty form: sent twice, it is one comment; its private address follows from
    it. Name, e-mail address and text are emptied when their time is over; that there was a comment stays.
    """

    uid = models.UUIDField(unique=True, editable=False)
    announcement = models.ForeignKey(
        Announcement, on_delete=models.PROTECT, null=True, blank=True, related_name="comments"
    )
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    about = models.CharField(max_length=40, blank=True)
    """The part of the plan, as `plans.topics` writes it."""
    language = models.CharField(max_length=LANGUAGE_MAX, choices=settings.LANGUAGES)
    name = models.CharField(max_length=NAME_MAX, blank=True)
    email = models.CharField(max_length=EMAIL_MAX, blank=True)
    text = models.TextField(blank=True)
    folded = models.TextField(blank=True)
    likeness = models.CharField(max_length=64, blank=True)
    """Digest of what it shares with copies of it."""
    sent_at = models.DateTimeField()
    state = models.CharField(
        max_length=12, choices=words.choices(CommentState), default=CommentState.WAITING.value
    )
    reason = models.CharField(max_length=16, choices=words.choices(CommentReason), blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    emptied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("sent_at", "pk")
        constraints = (
            models.CheckConstraint(
                name="comment_about_one_thing",
                condition=Q(announcement__isnull=False, plan__isnull=True, about="")
                | (Q(announcement__isnull=True, plan__isnull=False) & ~Q(about="")),
                violation_error_message="A comment is about an announcement or about a part of a plan.",
            ),
            models.CheckConstraint(
                name="comment_reason_of_rejection",
                condition=Q(state=CommentState.REJECTED.value) & ~Q(reason="")
                | ~Q(state=CommentState.REJECTED.value) & Q(reason=""),
                violation_error_message="What is not published has a reason, and nothing else has.",
            ),
            models.CheckConstraint(
                name="comment_emptied_is_empty",
                condition=Q(emptied_at__isnull=True) & ~Q(text="")
                | Q(emptied_at__isnull=False, name="", email="", text="", folded="", likeness=""),
                violation_error_message="A comment has a text, or nothing is left of it.",
            ),
        )
        indexes = (
            models.Index(fields=("state", "sent_at"), name="comment_by_state"),
            models.Index(fields=("likeness", "sent_at"), name="comment_copies"),
        )

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class CommentAnswer(models.Model):
    """What the city answered; a later one stands in its place. Deleted with the comment's text."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    language = models.CharField(max_length=LANGUAGE_MAX, choices=settings.LANGUAGES)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("comment", "pk")

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.at}"


class CommentMove(models.Model):
    """One step of a comment without a word of it: from, to, why, by whom (null: its author, the portal)."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="moves")
    step = models.CharField(max_length=12, choices=words.choices(CommentStep))
    source = models.CharField(max_length=12, choices=words.choices(CommentState), blank=True)
    target = models.CharField(max_length=12, choices=words.choices(CommentState))
    reason = models.CharField(max_length=16, choices=words.choices(CommentReason), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("comment", "pk")
        indexes = (models.Index(fields=("step", "at"), name="comment_move_by_step"),)

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.source} → {self.target}"


class CommentSender(models.Model):
    """That something came from an address: a digest that no other day can make again. Bound to no comment."""

    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
        indexes = (models.Index(fields=("digest", "at"), name="comment_sender_lately"),)

    def __str__(self) -> str:
        return self.digest[:12]


class CommentGate(models.Model):
    """One row, whose lock lets comments come one after another, so that limits are exact."""

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return "gate"
