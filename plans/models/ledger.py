"""The append-only ledger: numbered entries, and readings that supersede one another."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plans import words
from plans.models.plan import Indicator, Plan
from plans.vocabulary import EntryKind, NoFigure


class Head(models.Model):
    """The plan's last version; its row is the lock under which entries are numbered.

    It is not a column of Plan: a save of the plan from an open admin page would set an old number back.
    """

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="head")
    version = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.plan_id} v{self.version}"


class Entry(models.Model):
    """One numbered change of what the portal shows: when, by whom, why, and where it came from."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="entries")
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=words.choices(EntryKind))
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cause = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=120, blank=True)
    document = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ("plan", "version")
        constraints = (models.UniqueConstraint(fields=("plan", "version"), name="entry_version_in_plan"),)

    def __str__(self) -> str:
        return f"{self.plan_id} v{self.version} {self.kind}"


class Reading(models.Model):
    """An accepted figure of one commune and period: a value, or the reason why there is none."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="readings")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="readings")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="readings")
    commune = models.ForeignKey("communes.Commune", on_delete=models.PROTECT, related_name="+")
    period = models.ForeignKey("plans.Period", on_delete=models.PROTECT, related_name="readings")
    value = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    reason = models.CharField(max_length=20, blank=True, choices=words.choices(NoFigure))
    document_number = models.CharField(max_length=60, blank=True)
    document_date = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="reading_value_or_reason",
                condition=models.Q(value__isnull=False, reason="")
                | (models.Q(value__isnull=True) & ~models.Q(reason="")),
                violation_error_message="A reading is a value or a reason for none.",
            ),
            models.UniqueConstraint(
                fields=("indicator", "commune", "period"),
                condition=models.Q(supersedes__isnull=True),
                name="reading_has_one_root",
            ),
            models.UniqueConstraint(
                fields=("entry", "indicator", "commune", "period"), name="reading_once_per_entry"
            ),
        )
        indexes = (models.Index(fields=("plan", "commune", "period"), name="reading_by_commune"),)

    def __str__(self) -> str:
        return f"{self.indicator_id}/{self.commune_id}/{self.period_id}: {self.value or self.reason}"
