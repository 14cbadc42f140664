"""Form fields for the values of a plan's document, one for each type that an attribute can have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, get_args, get_origin

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.dates import format_date, parse_date
from bg_portal.vietnamese import clean_text, format_number, parse_number
from plans.field_words import ASKS_LABELS, field_words
from plans.words import choices as choices_of

Choices = Sequence[tuple[Any, Any]]
BLANK: Final = ("", "---------")
REQUIRED: Final = {"required": _("Fill this in.")}


class TypedAsText(forms.CharField):
    """A value that is typed as text; `read` and `write` go between the two."""

    nothing: Any = ""
    """What nothing typed means."""

    def read(self, text: str) -> Any:
        """The value of a cleaned text; ValueError with a msgid."""
        return text

    def write(self, value: Any) -> str:
        """The text of a value."""
        return str(value)

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else self.write(value)

    def clean(self, value: Any) -> Any:
        """The value; what is empty and need not be filled stays None, and a value stays as it is."""
        if value is not None and not isinstance(value, str):
            return value
        typed = super().clean(value)
        try:
            return self.read(typed) if typed else self.nothing
        except ValueError as error:
            raise forms.ValidationError(gettext(str(error))) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        """By what is meant, not by how it is typed: browsers send other line breaks than are stored."""
        if self.disabled:
            return False
        if not data:
            return bool(self.prepare_value(initial))
        try:
            return bool(self.clean(data) != initial)
        except forms.ValidationError:
            return True


class Text(TypedAsText):
    """Text as the portal stores it: composed, without hidden signs."""

    def read(self, text: str) -> str:
        return clean_text(text, multiline=isinstance(self.widget, forms.Textarea))


class Day(TypedAsText):
    """A day, typed as day/month/year."""

    nothing = None

    def read(self, text: str) -> date:
        return parse_date(text)

    def write(self, value: Any) -> str:
        return format_date(value)


class Number(TypedAsText):
    """A number, typed with a decimal comma."""

    nothing = None

    def read(self, text: str) -> Decimal:
        return parse_number(text)

    def write(self, value: Any) -> str:
        return format_number(value)


class Codes(TypedAsText):
    """Codes of indicators with commas between them."""

    nothing = ()

    def read(self, text: str) -> tuple[str, ...]:
        return tuple(clean_text(part) for part in text.replace(";", ",").split(",") if part.strip())

    def write(self, value: Any) -> str:
        return ", ".join(value)


class Choice(forms.TypedChoiceField):
    """One of a list; a number and its digits are the same choice."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        return not self.disabled and str(initial or "") != str(data or "")


def field_for(spec: Field[Any], hint: Any, choices: Choices | None, label: str = "") -> forms.Field:
    """The form field for one attribute of a row; `choices` where it refers to something that is known."""
    options: dict[str, Any] = {
        "label": label or field_words(spec.name),
        "required": spec.default is MISSING,
        "initial": None if spec.default is MISSING else spec.default,
    }
    if choices is not None:
        return _choice(choices, int if hint is int else str, options)
    hint = _without_none(hint)
    if get_origin(hint) is tuple:
        return Codes(**options)
    if get_origin(hint) is frozenset:
        return _several(get_args(hint)[0], options)
    if issubclass(hint, StrEnum):
        return _choice(choices_of(hint), hint, options)
    if hint is str:
        return _text(spec.metadata, options)
    return _PLAIN[hint](options)


def _text(metadata: Mapping[str, Any], options: dict[str, Any]) -> forms.Field:
    """A text longer than a line gets a box."""
    long = metadata.get("multiline", False)
    widget = forms.Textarea(attrs={"rows": 4, "cols": 80}) if long else forms.TextInput()
    return Text(max_length=metadata["limit"], widget=widget, error_messages=REQUIRED, **options)


def _choice(choices: Choices, kind: Any, options: dict[str, Any]) -> forms.Field:
    """A choice without a default begins blank, so that nothing is chosen unseen."""
    blank = [] if options["initial"] else [BLANK]
    offered = [*blank, *choices]
    empty = "" if kind is str else None
    return Choice(choices=offered, coerce=kind, empty_value=empty, error_messages=REQUIRED, **options)


def _several(kind: Any, options: dict[str, Any]) -> forms.Field:
    labels = [(member.value, ASKS_LABELS[member]) for member in kind]
    return forms.TypedMultipleChoiceField(
        choices=labels,
        coerce=kind,
        widget=forms.CheckboxSelectMultiple,
        **{**options, "required": False, "initial": []},
    )


def _whole(options: dict[str, Any]) -> forms.Field:
    return forms.IntegerField(widget=forms.TextInput(attrs={"size": 5}), error_messages=REQUIRED, **options)


def _flag(options: dict[str, Any]) -> forms.Field:
    return forms.BooleanField(**{**options, "required": False})


def _number(options: dict[str, Any]) -> forms.Field:
    return Number(
        max_length=25,
        widget=forms.TextInput(attrs={"size": 10}),
        error_messages=REQUIRED,
        **options,
    )


def _day(options: dict[str, Any]) -> forms.Field:
    return Day(
        max_length=10,
        widget=forms.TextInput(attrs={"size": 10}),
        error_messages=REQUIRED,
        **options,
    )


_PLAIN: Final = {int: _whole, bool: _flag, Decimal: _number, date: _day}


def _without_none(hint: Any) -> Any:
    found = [option for option in get_args(hint) if option is not type(None)]
    return found[0] if type(None) in get_args(hint) else hint
