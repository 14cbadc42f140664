"""The plans app: it knows no other app."""

from __future__ import annotations

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Guards the ledger's rows against change from the first migration on."""

    name = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the append-only tables; triggers are installed after migrations."""
        from bg_portal import append_only  # models are not loaded before `ready`
        from plans.models import Entry, Reading

        append_only.protect(Entry)
        append_only.protect(Reading)
