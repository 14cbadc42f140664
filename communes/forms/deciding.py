"""The fields of a deciding document: number, date, authority."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from bg_portal import clock
from communes.forms.people_fields import DayField, LineField
from plans.deciding import AUTHORITY_MAX, NUMBER_MAX, Deciding


class DecidingForm(forms.Form):
    """The document by which something is decided; all of it, or where none is due, nothing of it."""

    number = LineField(
        label=_("Deciding document: number and sign"),
        max_length=NUMBER_MAX,
        help_text=_("As on the document, for example 12/QĐ-UBND."),
    )
    dated_on = DayField(label=_("Date of the deciding document"))
    authority = LineField(
        label=_("Deciding authority"), max_length=AUTHORITY_MAX, help_text=_("The body that issued it.")
    )

    def clean_dated_on(self) -> date | None:
        day: date | None = self.cleaned_data["dated_on"]
        if day and day > clock.today():
            raise ValidationError(_("The document's date cannot lie ahead."))
        return day

    def deciding(self) -> Deciding | None:
        """The document of a valid form, or None where none was named."""
        told: dict[str, Any] = self.cleaned_data
        if not (told["number"] and told["dated_on"] and told["authority"]):
            return None
        return Deciding(told["number"], told["dated_on"], told["authority"])

    def refuse_half(self, *, needed: bool) -> None:
        """An error at each field that lacks: of a document that is needed, or of one that was begun."""
        names = ("number", "dated_on", "authority")
        begun = any(self.cleaned_data.get(name) or name in self.errors for name in names)
        for name in names:
            if (needed or begun) and not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, self.fields[name].error_messages["required"])
