"""Reports and what was sent of them, to be found and followed; what they say is on their own pages."""

from __future__ import annotations

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bg_portal.administration.records import RecordAdmin
from communes.models import Passage, Report, Submission


@admin.register(Report)
class ReportAdmin(RecordAdmin):
    """One for each commune and quarter; its state, without what anybody is writing."""

    list_display = ("commune", "quarter", "state", "kind")
    list_filter = ("state", "kind", "period__year")
    list_select_related = ("commune", "period")
    search_fields = ("commune__name_fold", "commune__code")
    ordering = ("-period__ends_on", "commune__name_sort")
    fields = ("commune", "quarter", "state", "kind", "page")
    readonly_fields = ("quarter", "page")

    @admin.display(description=gettext_lazy("period"), ordering="period__ends_on")
    def quarter(self, report: Report) -> str:
        return report.period.label

    @admin.display(description=gettext_lazy("page of the report"))
    def page(self, report: Report) -> SafeString:
        """Who may read the report reads it there; the administration opens it to nobody else."""
        values = (report.period.plan.slug, report.period.key, report.commune.slug)
        return format_html('<a href="{}">{}</a>', reverse("report", args=values), _("Open the report"))


@admin.register(Submission)
class SubmissionAdmin(RecordAdmin):
    """What was sent: when, by whom, under which reference and checksum."""

    list_display = ("reference", "place", "quarter", "number", "kind", "at", "entered_by", "on_paper")
    list_filter = ("kind", "on_paper", "report__period__year")
    list_select_related = ("report__commune", "report__period", "entered_by")
    search_fields = ("reference", "checksum")
    ordering = ("-at", "-pk")
    fields = (*list_display, "plan_version", "checksum")
    readonly_fields = ("place", "quarter")

    @admin.display(description=gettext_lazy("commune or ward"), ordering="report__commune__name_sort")
    def place(self, submission: Submission) -> str:
        return submission.report.commune.full_name

    @admin.display(description=gettext_lazy("period"), ordering="report__period__ends_on")
    def quarter(self, submission: Submission) -> str:
        return submission.report.period.label


@admin.register(Passage)
class PassageAdmin(RecordAdmin):
    """Each move of a report: from which state to which, by whom and when."""

    list_display = ("at", "place", "quarter", "move", "source", "target", "by")
    list_filter = ("move", "report__period__year")
    list_select_related = ("report__commune", "report__period", "by")
    search_fields = ("report__commune__name_fold",)
    ordering = ("-at", "-pk")
    fields = ("at", "place", "quarter", "move", "source", "target", "by", "submission", "entry")
    readonly_fields = ("place", "quarter")

    @admin.display(description=gettext_lazy("commune or ward"), ordering="report__commune__name_sort")
    def place(self, passage: Passage) -> str:
        return passage.report.commune.full_name

    @admin.display(description=gettext_lazy("period"), ordering="report__period__ends_on")
    def quarter(self, passage: Passage) -> str:
        return passage.report.period.label
