"""Administration of records: lists to search and rows to read, with nothing to add, change or delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.admin import ModelAdmin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern

# Rows go only where an edit leaves them out, and their history is in the ledger and in the audit.
NOT_HERE = ("_delete", "_history")


if TYPE_CHECKING:
    AnyModelAdmin = ModelAdmin[Any]
else:
    AnyModelAdmin = ModelAdmin  # generic for the type checker alone


class PortalModelAdmin(AnyModelAdmin):
    """A list and a page for each row. Whether one may look or edit is asked of the role table."""

    actions = None
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    preserve_filters = False

    def get_urls(self) -> list[URLPattern]:
        """Without Django's own pages for deleting and for the log of admin actions."""
        return [url for url in super().get_urls() if not (url.name or "").endswith(NOT_HERE)]

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        """Nothing: see PortalAdminSite."""

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> Any:
        """Nothing: see PortalAdminSite."""


class RecordAdmin(PortalModelAdmin):
    """Rows that come from elsewhere and are read here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
