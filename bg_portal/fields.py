"""Fields for what people type: a line, some lines, a day; cleaned as everything the portal stores."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.dates import format_date, parse_date
from bg_portal.vietnamese import clean_text

REQUIRED = {"required": _("This has to be filled in.")}
TOO_LONG = {"max_length": _("This is too long: at most %(limit_value)d characters, now %(show_value)d.")}


class LineField(forms.CharField):
    """One line of text, cleaned as everything the portal stores."""

    def __init__(self, *, max_length: int, **options: Any) -> None:
        super().__init__(max_length=max_length, error_messages={**REQUIRED, **TOO_LONG}, **options)

    def to_python(self, value: Any) -> str:
        return cleaned(super().to_python(value) or "")


class LinesField(forms.CharField):
    """Some lines of text, of which no two in a row are empty."""

    def __init__(self, *, max_length: int, rows: int = 5, **options: Any) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(max_length=max_length, error_messages={**REQUIRED, **TOO_LONG}, **options)

    def to_python(self, value: Any) -> str:
        return cleaned(super().to_python(value) or "", multiline=True)


class DayField(forms.CharField):
    """A day typed as day/month/year."""

    def __init__(self, **options: Any) -> None:
        help_text = _("Day/month/year, for example 05/10/2018.")
        super().__init__(max_length=10, help_text=help_text, error_messages=REQUIRED, **options)

    def prepare_value(self, value: Any) -> Any:
        return format_date(value) if isinstance(value, date) else value

    def clean(self, value: Any) -> Any:
        """The day as a date, or None where none is needed and none was typed."""
        typed = super().clean(value)
        try:
            return parse_date(typed) if typed else None
        except ValueError as error:
            raise ValidationError(gettext(str(error))) from error


def cleaned(text: str, *, multiline: bool = False) -> str:
    """The text as the portal stores it; ValidationError where it holds hidden signs."""
    try:
        return clean_text(text, multiline=multiline)
    except ValueError as error:
        raise ValidationError(gettext(str(error))) from error
