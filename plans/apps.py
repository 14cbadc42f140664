"""The plans app: it knows no other app."""

from __future__ import annotations

from django.apps import AppConfig

from bg_portal import append_only


class PlansConfig(AppConfig):
    """Guards the ledger's rows against change from the first migration on."""

    name = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the append-only tables; triggers are installed after migrations."""
        for name in ("Entry", "Reading", "Target"):
            append_only.protect(self.get_model(name))
