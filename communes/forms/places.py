"""The form of a commune's administration page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bg_portal.dates import format_date
from communes.actions.places import stated
from communes.field_words import field_words
from communes.forms.people_fields import DayField, LineField
from communes.models import Commune
from communes.vocabulary import CommuneKind
from communes.words import choices

_WHOLE: dict[str, Any] = {"min_value": 0, "required": False, "widget": forms.TextInput(attrs={"size": 6})}


class PlaceForm(forms.Form):
    """What can be edited of a commune; what it is known by stands there to be seen."""

    code = forms.CharField(disabled=True, required=False)
    valid_from = DayField(disabled=True, required=False)
    kind = forms.ChoiceField(choices=choices(CommuneKind))
    name_vi = LineField(max_length=80)
    name_en = LineField(max_length=80)
    slug = forms.RegexField(
        r"\A[a-z0-9]+(-[a-z0-9]+)*\Z",
        max_length=80,
        error_messages={
            "invalid": _("Write small letters without accents, digits and single hyphens, as da-mai.")
        },
    )
    valid_to = DayField(required=False)
    successor = forms.ChoiceField(required=False)
    succession_note_vi = LineField(max_length=300, required=False)
    succession_note_en = LineField(max_length=300, required=False)
    grid_row = forms.IntegerField(max_value=100, **_WHOLE)
    grid_column = forms.IntegerField(max_value=100, **_WHOLE)
    population_2009 = forms.IntegerField(max_value=10**8, **_WHOLE)

    use_required_attribute = False

    def __init__(self, data: Any, *, commune: Commune, others: list[tuple[str, str]], frozen: bool) -> None:
        now = stated(commune)
        initial = {**now, "successor": str(now["successor_id"] or ""), "code": commune.code}
        super().__init__(data, initial={**initial, "valid_from": format_date(commune.valid_from)})
        self.commune = commune
        for name, chosen in self.fields.items():
            chosen.label = field_words(name)
            chosen.disabled = chosen.disabled or frozen
        successor = self.fields["successor"]
        assert isinstance(successor, forms.ChoiceField)  # noqa: S101  as declared above
        successor.choices = [("", "---------"), *others]

    def clean(self) -> dict[str, Any]:
        """What the database would refuse, said where it can be mended."""
        found = self.cleaned_data
        if found.get("valid_to") and found["valid_to"] < self.commune.valid_from:
            self.add_error("valid_to", gettext("The last day must not be before the first."))
        if (found.get("grid_row") is None) != (found.get("grid_column") is None):
            self.add_error("grid_row", gettext("A place on the map has a row and a column."))
        taken = Commune.objects.filter(slug=found.get("slug")).exclude(pk=self.commune.pk)
        if found.get("slug") and taken.exists():
            self.add_error("slug", gettext("Another commune has this name in addresses."))
        return found

    def values(self) -> dict[str, Any]:
        """The valid form as `edit_commune` takes it."""
        found = {
            name: value for name, value in self.cleaned_data.items() if name not in ("code", "valid_from")
        }
        successor = found.pop("successor")
        return {**found, "successor_id": int(successor) if successor else None}
