"""The plans app: it knows no other app."""

from __future__ import annotations

from typing import Final

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bg_portal import append_only
from bg_portal.naming import name_models
from plans.field_words import FIELD_NAMES, MODEL_NAMES

APPEND_ONLY: Final = (
    "Entry",
    "Reading",
    "Target",
    "AnnouncementVersion",
    "AnnouncementMove",
    "CommentMove",
)


class PlansConfig(AppConfig):
    """Guards the ledger's rows against change from the first migration on."""

    name = "plans"
    verbose_name = _("Plans and ledger")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the append-only tables, whose triggers come after migrations; give models their words."""
        for name in APPEND_ONLY:
            append_only.protect(self.get_model(name))
        name_models(self.get_models(), MODEL_NAMES, FIELD_NAMES)
