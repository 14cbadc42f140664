"""The course of a report: moves, extensions, closings of a period; nothing here is ever changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from communes import words
from communes.models.commune import Commune
from communes.models.report import Report
from communes.models.submission import Submission
from communes.vocabulary import MoveName, ReportState
from plans.models import Entry, Period


class Passage(models.Model):
    """One move of a report, from a state to a state, with the ledger entry that carries its version."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="passages")
    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, null=True, blank=True, related_name="passages"
    )
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="+")
    move = models.CharField(max_length=12, choices=words.choices(MoveName))
    source = models.CharField(max_length=12, choices=words.choices(ReportState))
    target = models.CharField(max_length=12, choices=words.choices(ReportState))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    comment = models.TextField(blank=True)

    class Meta:
        ordering = ("entry",)
        constraints = (
            models.CheckConstraint(
                name="passage_back_says_why",
                condition=~models.Q(move__in=("return", "reopen")) | ~models.Q(comment=""),
                violation_error_message="A report goes back only with a reason.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.report_id} {self.source}→{self.target}"


class Extension(models.Model):
    """A later due date for one commune and period; the last one granted holds."""

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="extensions")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="extensions")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="+")
    until = models.DateField()
    reason = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("entry",)
        constraints = (models.CheckConstraint(name="extension_says_why", condition=~models.Q(reason="")),)

    def __str__(self) -> str:
        return f"{self.commune_id} {self.period_id} → {self.until}"


class PeriodMove(models.Model):
    """The city closes a period for reports, or opens it again; the last row holds."""

    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="moves")
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="+")
    closed = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    comment = models.TextField()

    class Meta:
        ordering = ("entry",)
        constraints = (models.CheckConstraint(name="period_move_says_why", condition=~models.Q(comment="")),)

    def __str__(self) -> str:
        return f"{self.period_id} {'closed' if self.closed else 'open'}"
