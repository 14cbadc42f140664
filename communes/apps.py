"""The communes app: it knows plans, and nobody else."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bg_portal import append_only
from bg_portal.naming import name_models
from communes.field_words import FIELD_NAMES, MODEL_NAMES

APPEND_ONLY = (
    "Submission",
    "Passage",
    "Extension",
    "PeriodMove",
    "Recognition",
    "SentProposal",
    "ProposalAnswer",
    "Instruction",
    "InstructionMove",
)


class CommunesConfig(AppConfig):
    """Guards what was sent and decided against change from the first migration on."""

    name = "communes"
    verbose_name = _("Communes, people and reports")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the append-only tables, whose triggers come after migrations; give models their words."""
        for name in APPEND_ONLY:
            append_only.protect(self.get_model(name))
        named = [model for model in self.get_models() if model.__name__ in MODEL_NAMES]
        name_models(named, MODEL_NAMES, FIELD_NAMES)
