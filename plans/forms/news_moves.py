"""The forms that decide what readers see of an announcement: when it is published, why it goes."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _

from bg_portal import clock
from bg_portal.fields import REQUIRED, DayField, LineField, LinesField

REASON_MAX: Final = 500
_HOUR: Final = re.compile(r"([01]?[0-9]|2[0-3])[:hg.]([0-5][0-9])")


class PublishForm(forms.Form):
    """Now, or at a moment that lies ahead."""

    number = forms.CharField(required=False, widget=forms.HiddenInput)
    day = DayField(label=_("On which day"), required=False)
    hour = LineField(
        label=_("At what time"),
        max_length=5,
        required=False,
        help_text=_("Hours and minutes, for example 07:30. Leave day and time empty to publish now."),
    )

    def clean_hour(self) -> time | None:
        typed: str = self.cleaned_data["hour"]
        if not typed:
            return None
        found = _HOUR.fullmatch(typed)
        if found is None:
            raise ValidationError(_("Write hours and minutes, for example 07:30."))
        return time(int(found[1]), int(found[2]))

    def clean(self) -> dict[str, Any]:
        """A day needs its time; both together have to lie ahead."""
        told = self.cleaned_data
        day, hour = told.get("day"), told.get("hour")
        if (day is None) != (hour is None) and not self.errors:
            self.add_error("hour" if day else "day", str(REQUIRED["required"]))
        if self.moment and self.moment <= clock.now():
            self.add_error("day", _("The time of publication has to lie ahead."))
        return told

    @property
    def moment(self) -> datetime | None:
        """When, or None for now."""
        day, hour = self.cleaned_data.get("day"), self.cleaned_data.get("hour")
        if day is None or hour is None:
            return None
        return datetime.combine(day, hour, get_default_timezone())

    @property
    def seen(self) -> int:
        """The version that was looked at; -1 where it was lost on the way."""
        typed = str(self["number"].value() or "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1


class WithdrawNewsForm(forms.Form):
    """Why readers do not find it any more."""

    reason = LinesField(
        label=_("Reason"),
        max_length=REASON_MAX,
        help_text=_("Readers find this text at the address of the announcement. Name no person in it."),
    )
