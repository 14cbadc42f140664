"""Objectives, the criteria a commune meets them by, and the targets that documents decided."""

from __future__ import annotations

from django.db import models

from bg_portal.bilingual import InLanguage
from plans import words
from plans.models.ledger import Entry
from plans.models.plan import Indicator, Plan
from plans.vocabulary import Direction, MeasureOfSuccess, Window


class Objective(models.Model):
    """What the plan wants reached or kept, measured by communes that meet every criterion."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="objectives")
    code = models.CharField(max_length=12)
    order = models.PositiveSmallIntegerField()
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    statement_vi = models.TextField()
    statement_en = models.TextField(blank=True)
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    success = models.CharField(max_length=12, choices=words.choices(MeasureOfSuccess))
    direction = models.CharField(max_length=12, choices=words.choices(Direction))

    name = InLanguage("name")
    statement = InLanguage("statement")
    note = InLanguage("note")

    class Meta:
        ordering = ("order",)
        constraints = (models.UniqueConstraint(fields=("plan", "code"), name="objective_code_in_plan"),)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Criterion(models.Model):
    """One condition of an objective: an indicator, the window it is looked at in, and the least value."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="criteria")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="criteria")
    order = models.PositiveSmallIntegerField()
    window = models.CharField(max_length=20, choices=words.choices(Window))
    minimum = models.DecimalField(max_digits=16, decimal_places=3, default=1)

    class Meta:
        ordering = ("order",)
        constraints = (
            models.UniqueConstraint(fields=("objective", "indicator"), name="criterion_once_per_indicator"),
        )

    def __str__(self) -> str:
        return f"{self.objective.code} ← {self.indicator.code}"


class Named(models.Model):
    """A commune that a document names for an objective, from a year on."""

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="named")
    commune = models.ForeignKey("communes.Commune", on_delete=models.PROTECT, related_name="+")
    from_year = models.PositiveSmallIntegerField()
    document = models.CharField(max_length=200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("objective", "commune"), name="named_once"),)

    def __str__(self) -> str:
        return f"{self.objective.code}: {self.commune} ({self.from_year})"


class Target(models.Model):
    """A value that a document decided for one year; a revision is a new row, the old one stays.

    The target that stands is the plan document's; these rows are its history. A row without a value says
    that there is no target any more.
    """

    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, null=True, blank=True, related_name="targets"
    )
    indicator = models.ForeignKey(
        Indicator, on_delete=models.PROTECT, null=True, blank=True, related_name="targets"
    )
    year = models.PositiveSmallIntegerField()
    commune = models.ForeignKey(
        "communes.Commune", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    value = models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)
    document = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="targets")

    class Meta:
        ordering = ("year", "entry__version")
        constraints = (
            models.CheckConstraint(
                name="target_value_by_document",
                condition=models.Q(value__isnull=True) | ~models.Q(document=""),
            ),
            models.CheckConstraint(
                name="target_of_one_thing",
                condition=models.Q(objective__isnull=False, indicator__isnull=True)
                | models.Q(objective__isnull=True, indicator__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.objective or self.indicator} {self.year}: {self.value}"
