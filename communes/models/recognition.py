"""What the city recorded of a commune's healthy standing in a year; nothing here is ever changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from communes import words
from communes.models.commune import Commune
from communes.vocabulary import RecognitionStep
from plans.models import Entry, Period


class Recognition(models.Model):
    """One step of a commune's year, with the document that decided it; the last step holds.

    One document decides on many communes, so the rows of one recording share their ledger entry.
    Registration is no row of this table: it is the accepted answer of the commune's own report.
    """

    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="recognitions")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="recognitions")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=12, choices=words.choices(RecognitionStep))
    document_number = models.CharField(max_length=60, blank=True)
    document_date = models.DateField(null=True, blank=True)
    authority = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("entry", "pk")
        constraints = (
            models.UniqueConstraint(fields=("entry", "commune"), name="recognition_once_per_entry"),
            models.CheckConstraint(
                name="recognition_decided_by_document",
                condition=~models.Q(step__in=("recognise", "refuse"))
                | (
                    ~models.Q(document_number="")
                    & ~models.Q(authority="")
                    & models.Q(document_date__isnull=False)
                ),
                violation_error_message="A decision has a number, a date and an authority.",
            ),
            models.CheckConstraint(
                name="recognition_taken_back_says_why",
                condition=~models.Q(step="take_back") | ~models.Q(reason=""),
                violation_error_message="What is taken back says why.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.commune_id} {self.period_id} {self.step}"
