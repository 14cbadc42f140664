"""The communes app: it knows plans, and nobody else."""

from __future__ import annotations

from django.apps import AppConfig

from bg_portal import append_only


class CommunesConfig(AppConfig):
    """Guards what was sent and decided against change from the first migration on."""

    name = "communes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the append-only tables; triggers are installed after migrations."""
        for name in ("Submission", "Passage", "Extension", "PeriodMove", "Recognition"):
            append_only.protect(self.get_model(name))
