"""The ledger to read: its entries with what each changed, and the accepted figures."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bg_portal.administration.records import RecordAdmin
from bg_portal.vietnamese import format_number
from plans import document_data
from plans.admin.edits import change_rows
from plans.document_diff import difference
from plans.models import Entry, Reading
from plans.queries import plan_document
from plans.vocabulary import Protection

SEE_RESTRICTED = "plans.see_restricted"


@admin.register(Entry)
class EntryAdmin(RecordAdmin):
    """Numbered changes of what the portal shows."""

    list_display = ("version", "kind", "at", "by", "cause", "source", "plan")
    list_filter = ("plan", "kind")
    list_select_related = ("plan", "by")
    search_fields = ("cause", "source")
    ordering = ("-at", "-version")
    fields = ("plan", "version", "kind", "at", "by", "cause", "source", "changed")
    readonly_fields = ("changed",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entry]:
        """Lists do without the documents, each of which is the whole plan."""
        return super().get_queryset(request).defer("document")

    @admin.display(description=gettext_lazy("What changed in the plan"))
    def changed(self, entry: Entry) -> SafeString | str:
        """Each change of an edit in words; nothing for entries that did not edit the plan."""
        if entry.document is None:
            return _("the plan itself stayed as it was")
        try:
            before = plan_document(entry.plan, entry.version - 1)
        except LookupError:
            return _("first loaded")
        rows = change_rows(difference(before, document_data.from_data(entry.document)))
        items = format_html_join("", "<li>{}, {}: {} → {}</li>", rows)
        return format_html("<ul>{}</ul>", items)


@admin.register(Reading)
class ReadingAdmin(RecordAdmin):
    """Accepted figures, current and superseded; protected ones only by whom the role table lets see them."""

    list_display = ("indicator", "commune", "period_key", "figure", "reason", "version")
    list_filter = ("indicator__measure",)
    list_select_related = ("indicator", "commune", "period", "entry")
    search_fields = ("indicator__code", "commune__name_vi")
    ordering = ("-entry__version", "pk")
    fields = (
        "plan",
        "indicator",
        "commune",
        "period_key",
        "figure",
        "reason",
        "document_number",
        "document_date",
        "valid_until",
        "effective_on",
        "supersedes_version",
        "entry",
    )
    readonly_fields = ("period_key", "figure", "supersedes_version")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Reading]:
        """Without restricted figures: those are read on the report's page, where each look is recorded."""
        related = ("plan", "indicator", "commune", "period", "entry", "supersedes__entry")
        rows: QuerySet[Any] = super().get_queryset(request).select_related(*related)
        rows = rows.exclude(indicator__protection=Protection.RESTRICTED)
        if request.user.has_perm(SEE_RESTRICTED):
            return rows
        return rows.filter(indicator__protection=Protection.OPEN, indicator__protected_with__isnull=True)

    @admin.display(description=gettext_lazy("period"), ordering="period__ends_on")
    def period_key(self, reading: Reading) -> str:
        return reading.period.label

    @admin.display(description=gettext_lazy("value"))
    def figure(self, reading: Reading) -> str:
        return "…" if reading.value is None else format_number(reading.value)

    @admin.display(description=gettext_lazy("version"), ordering="entry__version")
    def version(self, reading: Reading) -> int:
        return reading.entry.version

    @admin.display(description=gettext_lazy("takes the place of the figure of version"))
    def supersedes_version(self, reading: Reading) -> int | str:
        return reading.supersedes.entry.version if reading.supersedes else "…"
