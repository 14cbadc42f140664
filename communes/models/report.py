"""A commune's report for a quarter, and the working draft that people type into."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from communes import words
from communes.models.commune import Commune
from communes.vocabulary import ReportKind, ReportState
from plans.models import Indicator, Measure, Period
from plans.vocabulary import NoFigure
from plans.words import choices as plan_choices


class Report(models.Model):
    """One per commune and quarter; what was sent of it are its submissions.

    `draft_version` counts saves of the draft, so that two people who type at once are told of each other.
    `writers` is everybody who ever saved anything of it: nobody accepts what they wrote.
    """

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="reports")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="reports")
    state = models.CharField(
        max_length=12, choices=words.choices(ReportState), default=ReportState.DRAFT.value
    )
    kind = models.CharField(
        max_length=14, choices=words.choices(ReportKind), default=ReportKind.ORDINARY.value
    )
    draft_version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    writers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    limitations = models.TextField(blank=True)
    next_tasks = models.TextField(blank=True)
    cleared_by_name = models.CharField(max_length=120, blank=True)
    cleared_by_title = models.CharField(max_length=120, blank=True)
    cleared_on = models.DateField(null=True, blank=True)
    document_number = models.CharField(max_length=60, blank=True)
    document_date = models.DateField(null=True, blank=True)
    signer = models.CharField(max_length=120, blank=True)
    signer_title = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("commune", "period"), name="report_once_per_period"),
            models.CheckConstraint(
                name="report_saved_at_and_by",
                condition=models.Q(saved_at__isnull=True, saved_by__isnull=True)
                | models.Q(saved_at__isnull=False, saved_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.commune_id} {self.period_id} {self.state}"


class Figure(models.Model):
    """One answer of the draft: a number (0 counts), a reason for none, or neither yet.

    `typed` keeps what could not be read as an answer, so that it is shown again and not lost.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    reason = models.CharField(max_length=20, blank=True, choices=plan_choices(NoFigure))
    reason_text = models.CharField(max_length=300, blank=True)
    document_number = models.CharField(max_length=60, blank=True)
    document_date = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    activity = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=500, blank=True)
    confirmed = models.BooleanField(default=True)
    typed = models.JSONField(default=dict, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("report", "indicator"), name="figure_once_per_report"),
            models.CheckConstraint(
                name="figure_not_value_and_reason",
                condition=models.Q(value__isnull=True) | models.Q(reason=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.report_id}/{self.indicator_id}"


class Account(models.Model):
    """What was done for a measure in the period, in the commune's words; never public."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="accounts")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("report", "measure"), name="account_once_per_measure"),
        )

    def __str__(self) -> str:
        return f"{self.report_id}/{self.measure_id}"


class Proposal(models.Model):
    """One proposal of the commune to the city; an item of its own, because each wants an answer."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="proposals")
    order = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000)

    class Meta:
        ordering = ("order",)
        constraints = (models.UniqueConstraint(fields=("report", "order"), name="proposal_order_in_report"),)

    def __str__(self) -> str:
        return f"{self.report_id}/{self.order}"
