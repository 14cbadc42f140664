"""The audit chain as a Django app."""

from __future__ import annotations

from django.apps import AppConfig

from bg_portal import append_only


class AuditConfig(AppConfig):
    """Guards the events against change from the first migration on."""

    name = "bg_portal.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        append_only.protect(self.get_model("Event"))
