"""Announcements: what the portal tells the public in words, every version of it, and every move."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from bg_portal.bilingual import InLanguage
from plans import words
from plans.models.plan import Plan
from plans.news_content import ADDRESS_MAX, ALT_MAX, SLUG_MAX, SOURCE_MAX, SUMMARY_MAX, TITLE_MAX
from plans.vocabulary import NewsMove, NewsState


class Picture(models.Model):
    """A picture written anew from what somebody sent, named by the digest of its bytes."""

    digest = models.CharField(max_length=64, unique=True)
    file = models.FileField(max_length=120)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest[:12]


class Announcement(models.Model):
    """One announcement: its state, the version last written, and the version that readers see.

    The address is given with the first publication and stays, also after a withdrawal.
    """

    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=12, choices=words.choices(NewsState), default=NewsState.DRAFT.value)
    number = models.PositiveIntegerField(default=0)
    latest = models.ForeignKey(
        "plans.AnnouncementVersion", on_delete=models.PROTECT, null=True, related_name="+"
    )
    shown = models.ForeignKey(
        "plans.AnnouncementVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    publish_at = models.DateTimeField(null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    slug = models.SlugField(max_length=SLUG_MAX + 12, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-published_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("year", "slug"),
                condition=models.Q(year__isnull=False),
                name="announcement_address",
                violation_error_message="Another announcement has this address.",
            ),
            models.CheckConstraint(
                name="announcement_public_is_shown",
                condition=~models.Q(state=NewsState.PUBLISHED.value)
                | models.Q(
                    shown__isnull=False,
                    year__isnull=False,
                    published_at__isnull=False,
                    updated_at__isnull=False,
                ),
                violation_error_message="A public announcement has a version, an address and a day.",
            ),
            models.CheckConstraint(
                name="announcement_scheduled_at",
                condition=models.Q(state=NewsState.SCHEDULED.value, publish_at__isnull=False)
                | (~models.Q(state=NewsState.SCHEDULED.value) & models.Q(publish_at__isnull=True)),
                violation_error_message="What is scheduled has a time, and nothing else has.",
            ),
        )
        indexes = (models.Index(fields=("state", "-published_at"), name="announcement_by_day"),)

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"

    @property
    def last_version(self) -> AnnouncementVersion:
        """The text as it was last saved: it comes with the announcement."""
        assert self.latest is not None  # noqa: S101 - both are made in one transaction
        return self.latest

    @property
    def public_version(self) -> AnnouncementVersion:
        """The text that readers see, of an announcement that is public."""
        assert self.shown is not None  # noqa: S101 - says a constraint
        return self.shown

    @property
    def is_changed(self) -> bool:
        """Whether a version was written that readers do not see."""
        return self.shown_id != self.latest_id


class AnnouncementVersion(models.Model):
    """The whole text as it was saved once; never changed, so that whatever was public can be shown again."""

    announcement = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=40, blank=True)
    title_vi = models.CharField(max_length=TITLE_MAX)
    title_en = models.CharField(max_length=TITLE_MAX, blank=True)
    summary_vi = models.CharField(max_length=SUMMARY_MAX)
    summary_en = models.CharField(max_length=SUMMARY_MAX, blank=True)
    body_vi = models.TextField()
    body_en = models.TextField(blank=True)
    source_vi = models.CharField(max_length=SOURCE_MAX, blank=True)
    source_en = models.CharField(max_length=SOURCE_MAX, blank=True)
    source_url = models.CharField(max_length=ADDRESS_MAX, blank=True)
    source_on = models.DateField(null=True, blank=True)
    picture = models.ForeignKey(
        Picture, on_delete=models.PROTECT, null=True, blank=True, related_name="versions"
    )
    alt_vi = models.CharField(max_length=ALT_MAX, blank=True)
    alt_en = models.CharField(max_length=ALT_MAX, blank=True)
    folded = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    title = InLanguage("title")
    summary = InLanguage("summary")
    body = InLanguage("body")
    source = InLanguage("source")
    alt = InLanguage("alt")

    class Meta:
        ordering = ("announcement", "number")
        constraints = (
            models.UniqueConstraint(fields=("announcement", "number"), name="announcement_version_number"),
            models.CheckConstraint(
                name="announcement_picture_described",
                condition=models.Q(picture__isnull=True) | ~models.Q(alt_vi=""),
                violation_error_message="A picture is described in words.",
            ),
        )
        indexes = (models.Index(fields=("plan", "about"), name="announcement_by_topic"),)

    def __str__(self) -> str:
        return f"{self.announcement_id}/{self.number} {self.title_vi}"


class AnnouncementMove(models.Model):
    """One move of an announcement: of which version, by whom (null: the portal at its time), and why."""

    announcement = models.ForeignKey(Announcement, on_delete=models.PROTECT, related_name="moves")
    version = models.ForeignKey(AnnouncementVersion, on_delete=models.PROTECT, related_name="+")
    move = models.CharField(max_length=12, choices=words.choices(NewsMove))
    source = models.CharField(max_length=12, choices=words.choices(NewsState))
    target = models.CharField(max_length=12, choices=words.choices(NewsState))
    publish_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("announcement", "pk")

    def __str__(self) -> str:
        return f"{self.announcement_id}: {self.source} → {self.target}"
