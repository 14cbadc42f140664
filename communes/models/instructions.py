"""Instructions of the city's leaders and what became of each; nothing here is ever changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from communes import words
from communes.models.commune import Commune
from communes.vocabulary import InstructionState, InstructionStep
from plans.models import Objective, Period, Plan


class Instruction(models.Model):
    """What a leader wants done, by whom, until when; about a commune, an objective or a period.

    `commune` is whom it is for: a commune's officers, or the city's reviewers where it is empty.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    about_commune = models.ForeignKey(
        Commune, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    objective = models.ForeignKey(
        Objective, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    period = models.ForeignKey(Period, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField()
    due_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(name="instruction_says_what", condition=~Q(text="")),
            models.CheckConstraint(
                name="instruction_about_one_thing",
                condition=Q(about_commune__isnull=False, objective__isnull=True, period__isnull=True)
                | Q(about_commune__isnull=True, objective__isnull=False, period__isnull=True)
                | Q(about_commune__isnull=True, objective__isnull=True, period__isnull=False),
                violation_error_message="An instruction is about a commune, an objective or a period.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.plan_id} {self.pk}"


class InstructionMove(models.Model):
    """An answer to an instruction, or that it is done."""

    instruction = models.ForeignKey(Instruction, on_delete=models.PROTECT, related_name="moves")
    step = models.CharField(max_length=10, choices=words.choices(InstructionStep))
    source = models.CharField(max_length=10, choices=words.choices(InstructionState))
    target = models.CharField(max_length=10, choices=words.choices(InstructionState))
    text = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                name="instruction_answer_has_words",
                condition=~Q(step="answer") | ~Q(text=""),
                violation_error_message="An instruction is answered in words.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.instruction_id} {self.source}→{self.target}"
