"""Django's admin with the portal's site, and with the registrations that settings name."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings
from django.contrib.admin.apps import SimpleAdminConfig


class AdministrationConfig(SimpleAdminConfig):
    """No autodiscovery: packages from elsewhere would bring pages that write past the ledger."""

    default_site = "bg_portal.administration.site.PortalAdminSite"

    def ready(self) -> None:
        super().ready()
        for name in settings.PORTAL_ADMIN:
            import_module(name)
