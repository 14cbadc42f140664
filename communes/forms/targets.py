"""The forms by which targets are assigned: a pasted table, or a box for each commune."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.fields import TOO_LONG
from bg_portal.vietnamese import format_number, parse_number
from communes.forms.deciding import DecidingForm
from communes.forms.people_fields import REQUIRED
from communes.forms.review import ReasonField
from plans.assigning import NewTarget
from plans.queries import Place

REASON_MAX = 300
"""What a target's row holds."""
TABLE_MAX = 200_000
"""Longest pasted table in characters."""
CITY = "city"
"""The box of the whole plan's target; no commune's address is an English word."""


class AssignForm(DecidingForm):
    """The deciding document, and the reason of a revision."""

    reason = ReasonField(
        label=_("Reason of the revision"),
        required=False,
        rows=3,
        max_length=REASON_MAX,
        help_text=_("Needed where a target that stands already is changed."),
    )

    def refuse_silence(self) -> None:
        """An error at the reason, where a target is changed and nobody says why."""
        if not self.cleaned_data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("A target that stands already is changed: say why."))


class PasteForm(AssignForm):
    """A table copied from a spreadsheet."""

    table = forms.CharField(
        label=_("Table copied from the spreadsheet"),
        strip=False,
        max_length=TABLE_MAX,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "wrap": "off"}),
        help_text=_(
            "First row: codes of the indicators, as TT02. First column: names or official codes of the "
            "communes and wards; the row “The whole city” is the city's own target, a row “Total” is checked."
        ),
        error_messages={**REQUIRED, **TOO_LONG},
    )
    field_order = ("table", "number", "dated_on", "authority", "reason")


class NumberField(forms.CharField):
    """A number as the page's language writes it, or nothing."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(
            attrs={"inputmode": "decimal", "autocomplete": "off", "class": "number__box"}
        )
        super().__init__(required=False, max_length=30, widget=widget, **options)

    def prepare_value(self, value: Any) -> Any:
        is_number = isinstance(value, Decimal)
        return format_number(value, language=get_language() or "vi") if is_number else value

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return parse_number(typed, language=get_language() or "vi")
        except ValueError as error:
            raise ValidationError(gettext(str(error))) from error


class BoxesForm(AssignForm):
    """One indicator: a box for each commune and one for the city; an emptied box takes a target back."""

    def __init__(
        self, data: Any = None, *, places: Sequence[Place], now: dict[str, Decimal | None], **options: Any
    ) -> None:
        initial = {f"value-{slug}": value for slug, value in now.items()}
        super().__init__(data, initial=initial, **options)
        self.places, self.now = places, now
        for place in places:
            self.fields[f"value-{place.slug}"] = NumberField(label=place.name)
        self.fields[f"value-{CITY}"] = NumberField(label=_("The whole city"))
        self.order_fields([*(f"value-{slug}" for slug in now), "number", "dated_on", "authority", "reason"])

    def box(self, slug: str) -> BoundField:
        """The box of a commune, or of CITY."""
        return self[f"value-{slug}"]

    def rows(self, code: str, year: int) -> list[tuple[str, NewTarget]]:
        """Every box of a valid form with its field's name."""
        named = [(p.slug, (p.code, p.valid_from)) for p in self.places]
        found = [
            (slug, NewTarget(code, year, self._value(slug), *key, self.now[slug])) for slug, key in named
        ]
        city = NewTarget(code, year, self._value(CITY), before=self.now[CITY])
        return [(f"value-{slug}", row) for slug, row in [*found, (CITY, city)]]

    def _value(self, slug: str) -> Decimal | None:
        value: Decimal | None = self.cleaned_data[f"value-{slug}"]
        return value
