"""Whether a page was useful: numbers by page and day, and nothing about who answered."""

from __future__ import annotations

from django.db import models

ADDRESS_MAX = 300


class Opinion(models.Model):
    """So many answers of one kind to a page on one day."""

    address = models.CharField(max_length=ADDRESS_MAX)
    day = models.DateField()
    useful = models.BooleanField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("address", "day", "useful")
        constraints = (
            models.UniqueConstraint(
                fields=("address", "day", "useful"), name="opinion_once_per_day_and_kind"
            ),
        )

    def __str__(self) -> str:
        return f"{self.address} {self.day} {self.useful}: {self.number}"
