"""Events in their chain, and the end of the chain kept outside their table."""

from __future__ import annotations

from typing import Any

from django.db import models

from bg_portal.audit.chain import GENESIS, hash_of


class Event(models.Model):
    """Something that was done: never changed, never deleted, bound to the event before by `hash`.

    Persons stand as ids and subjects as "app.model:key", without foreign keys: an event outlives its
    subject, and holds no name that would have to be forgotten.
    """

    sequence = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    actor_id = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=120)
    data: models.JSONField[dict[str, Any]] = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        default_permissions = ()
        ordering = ("sequence",)
        indexes = (
            models.Index(fields=("kind", "subject"), name="audit_kind_subject"),
            models.Index(fields=("subject", "sequence"), name="audit_subject"),
        )

    def __str__(self) -> str:
        return f"{self.sequence} {self.kind} {self.subject}"

    def computed_hash(self) -> str:
        """The hash that belongs to the event as it stands now; equal to `hash` while nobody changed it."""
        return hash_of(
            sequence=self.sequence,
            at=self.at,
            kind=self.kind,
            actor_id=self.actor_id,
            subject=self.subject,
            data=self.data,
            previous_hash=self.previous_hash,
        )


class Head(models.Model):
    """The end of the chain in one row: events cut off its tail are missed, and writers wait on its lock."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    count = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default=GENESIS)

    class Meta:
        default_permissions = ()
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="audit_one_head"),)

    def __str__(self) -> str:
        return f"{self.count} {self.last_hash}"


class Check(models.Model):
    """One check of the chain and of what it vouches for: when, how many events, what was wrong first."""

    at = models.DateTimeField()
    count = models.PositiveBigIntegerField()
    fault = models.CharField(max_length=20, blank=True)
    """Empty where everything held."""
    sequence = models.PositiveBigIntegerField(null=True, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.fault or 'holds'}"
