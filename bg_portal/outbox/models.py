"""Mail that waits, was taken, was sent."""

from __future__ import annotations

from django.db import models


class Message(models.Model):
    """One mail to one address: waiting, then claimed by a sender, then sent; or claimed and failed."""

    key = models.CharField(max_length=200, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=250)
    body = models.TextField()
    created_at = models.DateTimeField()
    not_before = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=100, blank=True, default="")

    class Meta:
        default_permissions = ()
        indexes = (
            models.Index(
                fields=("not_before", "id"), condition=models.Q(claimed_at=None), name="outbox_waiting"
            ),
        )

    def __str__(self) -> str:
        return self.key
