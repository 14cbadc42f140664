"""Forms of what the city does with a report: a reason, a later due date, a figure taken down."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.dates import weekday_date
from bg_portal.fields import TOO_LONG
from bg_portal.vietnamese import clean_text
from communes.findings import Level
from communes.forms.people_fields import REQUIRED, DayField
from communes.privacy import text_findings
from plans.calendar import is_working_day, working_day_from
from plans.document import PlanDocument

REASON_MAX = 2000
CAUSE_MAX = 500
"""What an entry of the ledger holds."""


class ReasonField(forms.CharField):
    """Some lines of text that name no person: they go out by mail and stay in the records."""

    def __init__(self, *, max_length: int = REASON_MAX, rows: int = 5, **options: Any) -> None:
        messages = {**REQUIRED, **TOO_LONG}
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(max_length=max_length, widget=widget, error_messages=messages, **options)

    def to_python(self, value: Any) -> str:
        """The text as it is stored; ValidationError for hidden signs and for what leads to a person."""
        try:
            text = clean_text(super().to_python(value) or "", multiline=True)
        except ValueError as error:
            raise ValidationError(gettext(str(error))) from error
        for found in text_findings(text):
            if found.level is Level.REFUSAL:
                raise ValidationError(gettext(found.message) % {"found": found.found})
        return text


class ReturnForm(forms.Form):
    """What has to be corrected before the report can be accepted."""

    comment = ReasonField(
        label=_("What has to be corrected"),
        help_text=_("Name the indicators by their codes. The commune reads this text as it is."),
    )


class ReopenForm(forms.Form):
    """Why an accepted report is opened again."""

    comment = ReasonField(
        label=_("Reason, and what has to be corrected"),
        help_text=_("Name the indicators by their codes. The commune reads this text as it is."),
    )


class ExtensionForm(forms.Form):
    """A later due date for one commune, on a day on which the office works."""

    until = DayField(label=_("New due date"))
    reason = ReasonField(label=_("Reason"))

    def __init__(self, data: Any = None, *, document: PlanDocument, **options: Any) -> None:
        super().__init__(data, **options)
        self.document = document

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if not is_working_day(until, self.document.holidays):
            later = working_day_from(until, self.document.holidays)
            message = _("Nobody works on this day: choose a working day, for example %(day)s.")
            raise ValidationError(message, params={"day": weekday_date(later)})
        return until


class WithdrawForm(forms.Form):
    """Why a published figure is taken down."""

    reason = ReasonField(
        label=_("Reason"),
        max_length=CAUSE_MAX,
        help_text=_("The commune reads this text as it is. It is kept with the figure's history."),
    )
