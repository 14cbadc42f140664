"""A commune or ward: official codes were reused in 2025, so the key is code and first day."""

from __future__ import annotations

from django.db import models

from bg_portal.bilingual import InLanguage
from communes import words
from communes.vocabulary import CommuneKind
from plans.words import full_name


class Commune(models.Model):
    """A xã or phường between two days, with its place on the tile grid and its successor."""

    code = models.CharField(max_length=10)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors"
    )
    succession_note_vi = models.CharField(max_length=300, blank=True)
    succession_note_en = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=10, choices=words.choices(CommuneKind))
    name_vi = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    name_sort = models.TextField(editable=False)
    name_fold = models.CharField(max_length=100, editable=False, db_index=True)
    grid_row = models.PositiveSmallIntegerField(null=True, blank=True)
    grid_column = models.PositiveSmallIntegerField(null=True, blank=True)
    population_2009 = models.PositiveIntegerField(null=True, blank=True)

    name = InLanguage("name")
    succession_note = InLanguage("succession_note")

    class Meta:
        ordering = ("name_sort", "code")
        constraints = (
            models.UniqueConstraint(fields=("code", "valid_from"), name="commune_code_from_day"),
            models.CheckConstraint(
                name="commune_days_in_order",
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
            ),
            models.CheckConstraint(
                name="commune_tile_whole",
                condition=models.Q(grid_row__isnull=True, grid_column__isnull=True)
                | models.Q(grid_row__isnull=False, grid_column__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The kind and the name as within a sentence: phường Đa Mai; Da Mai Ward."""
        return full_name(self)
