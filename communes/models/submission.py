"""What a commune sent, frozen: review, receipt, difference and acceptance work on it, never on the draft."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from communes import words
from communes.models.report import Report
from communes.vocabulary import ReportKind


class Submission(models.Model):
    """The canonical answers of one sending, with their SHA-256 and the portal's reference number.

    The reference (mã tra cứu) is the portal's own; the report's number is the clerk's, on Report.
    `entered_by` typed it in; `reported_by` is who answers for it, in words, where it came on paper.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=14, choices=words.choices(ReportKind))
    answers = models.TextField()
    checksum = models.CharField(max_length=64)
    plan_version = models.PositiveIntegerField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reported_by = models.CharField(max_length=200)
    on_paper = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ("report", "number")
        constraints = (
            models.UniqueConstraint(fields=("report", "number"), name="submission_number_in_report"),
            models.CheckConstraint(name="submission_numbered_from_one", condition=models.Q(number__gte=1)),
        )

    def __str__(self) -> str:
        return self.reference
