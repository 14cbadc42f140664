"""Proposals as communes sent them, and what the city answered; nothing here is ever changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from communes import words
from communes.models.submission import Submission
from communes.vocabulary import AnswerKind


class SentProposal(models.Model):
    """One proposal of a sending: its words and its place there.

    `repeats` is the proposal with the same words in an earlier sending of the report: one answer for both.
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="proposals")
    order = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000)
    repeats = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("submission", "order")
        constraints = (
            models.UniqueConstraint(fields=("submission", "order"), name="proposal_order_in_sending"),
            models.CheckConstraint(name="sent_proposal_has_words", condition=~Q(text="")),
        )

    def __str__(self) -> str:
        return f"{self.submission_id}/{self.order}"


class ProposalAnswer(models.Model):
    """What the city answered to a proposal; the last answer holds."""

    proposal = models.ForeignKey(SentProposal, on_delete=models.PROTECT, related_name="answers")
    kind = models.CharField(max_length=14, choices=words.choices(AnswerKind))
    body = models.CharField(max_length=200, blank=True)
    """To whom it was passed on."""
    text = models.TextField(blank=True)
    """What will be done, or why it is not taken up."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="answer_passed_on_names_whom",
                condition=Q(kind="passed_on") & ~Q(body="") | ~Q(kind="passed_on") & Q(body=""),
                violation_error_message="A proposal that is passed on names the body, no other does.",
            ),
            models.CheckConstraint(
                name="answer_not_taken_up_says_why",
                condition=~Q(kind="not_taken_up") | ~Q(text=""),
                violation_error_message="A proposal is not taken up only with a reason.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.kind}"
