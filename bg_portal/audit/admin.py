"""The audit chain to read: what was done to what, when, and by whose id."""

from __future__ import annotations

import json

from django.contrib import admin
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from bg_portal.administration.records import RecordAdmin
from bg_portal.audit.models import Event


@admin.register(Event)
class EventAdmin(RecordAdmin):
    """Events, the newest first; persons stand as ids, as in the chain itself."""

    list_display = ("sequence", "at", "kind", "subject", "actor_id")
    list_filter = ("kind",)
    search_fields = ("subject",)
    ordering = ("-sequence",)
    fields = ("sequence", "at", "kind", "subject", "actor_id", "content", "previous_hash", "hash")
    readonly_fields = ("content",)

    @admin.display(description=gettext_lazy("data"))
    def content(self, event: Event) -> SafeString:
        return format_html(
            "<pre>{}</pre>", json.dumps(event.data, ensure_ascii=False, indent=1, sort_keys=True)
        )
