"""A plan, its measures, and the indicators that communes and the city give figures for."""

from __future__ import annotations

from django.db import models

from bg_portal.bilingual import InLanguage
from plans import words
from plans.vocabulary import (
    AcrossCommunes,
    AcrossQuarters,
    Frequency,
    IndicatorKind,
    PlanState,
    Protection,
    RecordedBy,
)


class Plan(models.Model):
    """One plan of the authority, as its document states it; edited only through `plans.actions`."""

    number = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    title_vi = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    aim_vi = models.TextField(blank=True)
    aim_en = models.TextField(blank=True)
    issuer_vi = models.CharField(max_length=200)
    issuer_en = models.CharField(max_length=200, blank=True)
    issued_on = models.DateField()
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    legal_basis = models.TextField(blank=True)
    source = models.TextField(blank=True)
    notes_vi = models.TextField(blank=True)
    notes_en = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=words.choices(PlanState))
    clearance_required = models.BooleanField(default=False)
    names_public = models.BooleanField(default=False)
    second_reader = models.BooleanField(default=False)
    illustrative = models.BooleanField(default=False)

    title = InLanguage("title")
    aim = InLanguage("aim")
    issuer = InLanguage("issuer")
    notes = InLanguage("notes")

    class Meta:
        ordering = ("-first_year", "number")
        constraints = (
            models.CheckConstraint(
                name="plan_years_in_order", condition=models.Q(first_year__lte=models.F("last_year"))
            ),
        )

    def __str__(self) -> str:
        return self.number


class Measure(models.Model):
    """A task and solution (nhiệm vụ, giải pháp) of the plan; what its text leaves open stays empty."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="measures")
    order = models.PositiveSmallIntegerField()
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, blank=True)
    statement_vi = models.TextField()
    statement_en = models.TextField(blank=True)
    responsible_vi = models.CharField(max_length=300, blank=True)
    responsible_en = models.CharField(max_length=300, blank=True)
    partners_vi = models.CharField(max_length=300, blank=True)
    partners_en = models.CharField(max_length=300, blank=True)

    name = InLanguage("name")
    statement = InLanguage("statement")
    responsible = InLanguage("responsible")
    partners = InLanguage("partners")

    class Meta:
        ordering = ("order",)
        constraints = (models.UniqueConstraint(fields=("plan", "order"), name="measure_order_in_plan"),)

    def __str__(self) -> str:
        return f"{self.order}. {self.name}"


class Indicator(models.Model):
    """What is counted for a measure: by whom, in which unit, and how it adds up over time and place."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="indicators")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="indicators")
    code = models.CharField(max_length=12)
    order = models.PositiveSmallIntegerField()
    name_vi = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True)
    short_vi = models.CharField(max_length=120, blank=True)
    short_en = models.CharField(max_length=120, blank=True)
    unit_vi = models.CharField(max_length=40, blank=True)
    unit_en = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=12, choices=words.choices(IndicatorKind))
    frequency = models.CharField(max_length=12, choices=words.choices(Frequency))
    across_quarters = models.CharField(max_length=12, choices=words.choices(AcrossQuarters))
    across_communes = models.CharField(max_length=12, choices=words.choices(AcrossCommunes))
    part_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    sum_of = models.JSONField(default=list, blank=True)
    protection = models.CharField(max_length=12, choices=words.choices(Protection))
    protected_with = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="protects"
    )
    required = models.BooleanField(default=True)
    recorded_by = models.CharField(max_length=12, choices=words.choices(RecordedBy))
    asks = models.JSONField(default=list, blank=True)
    decimals = models.PositiveSmallIntegerField(default=0)
    provider_vi = models.CharField(max_length=200, blank=True)
    provider_en = models.CharField(max_length=200, blank=True)
    guidance_vi = models.TextField(blank=True)
    guidance_en = models.TextField(blank=True)
    valid_from = models.CharField(max_length=8, blank=True)
    valid_to = models.CharField(max_length=8, blank=True)

    name = InLanguage("name")
    short = InLanguage("short")
    unit = InLanguage("unit")
    provider = InLanguage("provider")
    guidance = InLanguage("guidance")

    class Meta:
        ordering = ("measure__order", "order")
        constraints = (models.UniqueConstraint(fields=("plan", "code"), name="indicator_code_in_plan"),)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
