"""Who cleared or signed a report, and the number it was given by the commune's clerk."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal import clock
from bg_portal.dates import format_date
from communes.actions.sending import Clearance
from communes.forms.people_fields import DayField, LineField
from communes.models import Report

NAME_MAX = 120
NUMBER_MAX = 60


def not_to_come(day: date | None) -> date | None:
    """The day, if it has come. Raises ValidationError for a later one."""
    if day and day > clock.today():
        message = gettext("Enter a date up to today, %(today)s.")
        raise ValidationError(message % {"today": format_date(clock.today())})
    return day


class ClearanceForm(forms.Form):
    """Who in the commune's leadership cleared the report, asked where the portal knows no move for it."""

    name = LineField(label=_("Cleared by (full name)"), max_length=NAME_MAX)
    title = LineField(label=_("Position"), max_length=NAME_MAX)
    on = DayField(label=_("Day of clearance"))

    def clean_on(self) -> date | None:
        return not_to_come(self.cleaned_data["on"])

    def clearance(self) -> Clearance:
        """What the valid form says."""
        return Clearance(self.cleaned_data["name"], self.cleaned_data["title"], self.cleaned_data["on"])


class PaperForm(ClearanceForm):
    """The same of a report that came on paper: its clearance is the signature."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = _("Signed by (full name)")
        self.fields["on"].label = _("Day of signature")


class NumberForm(forms.Form):
    """Number, day and signer of the paper, once the clerk has entered it in the register."""

    document_number = LineField(
        label=_("Number and sign of the document"), max_length=NUMBER_MAX, required=False
    )
    document_date = DayField(label=_("Day of issue"), required=False)
    signer = LineField(label=_("Signed by (full name)"), max_length=NAME_MAX, required=False)
    signer_title = LineField(label=_("Position of the signer"), max_length=NAME_MAX, required=False)

    def clean_document_date(self) -> date | None:
        return not_to_come(self.cleaned_data["document_date"])

    @staticmethod
    def initial_of(report: Report) -> dict[str, Any]:
        """What is known of the report's document so far."""
        return {name: getattr(report, name) for name in NumberForm.base_fields}
