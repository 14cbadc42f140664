"""The outbox as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "bg_portal.outbox"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"
