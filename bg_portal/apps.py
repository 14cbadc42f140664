"""The kit as a Django app: its template tags, commands and translations."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "bg_portal"
    label = "bg_portal"
    default_auto_field = "django.db.models.BigAutoField"
