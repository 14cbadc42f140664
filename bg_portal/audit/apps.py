"""The audit chain as a Django app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from bg_portal import append_only
from bg_portal.naming import name_models

MODEL_NAMES = {"Event": (_("audit event"), _("audit events"))}
FIELD_NAMES = {
    "sequence": _("number"),
    "at": _("at"),
    "kind": pgettext_lazy("field", "kind"),
    "actor_id": _("number of the person"),
    "subject": _("subject"),
    "data": _("data"),
    "previous_hash": _("hash of the event before"),
    "hash": _("hash"),
}


class AuditConfig(AppConfig):
    """Guards the events, and what checks of them found, against change from the first migration on."""

    name = "bg_portal.audit"
    label = "audit"
    verbose_name = _("Audit")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        for name in ("Event", "Check"):
            append_only.protect(self.get_model(name))
        name_models([self.get_model("Event")], MODEL_NAMES, FIELD_NAMES)
