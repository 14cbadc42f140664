"""The form by which the city records a review or a decision for several communes at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from communes import words
from communes.forms.deciding import DecidingForm
from communes.forms.people_fields import REQUIRED
from communes.forms.review import ReasonField
from communes.queries.recognitions import CommuneYear
from communes.recognition import MOVES
from communes.vocabulary import RecognitionStep
from plans.presenting.wording import capital
from plans.words import full_name


class RecognitionForm(DecidingForm):
    """Which communes, which step, by which document; a reason where a decision changes."""

    communes = forms.MultipleChoiceField(
        label=_("Communes and wards"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one commune or ward."),
            "invalid_choice": _("Choose from the list."),
            "invalid_list": _("Choose from the list."),
        },
    )
    step = forms.ChoiceField(
        label=_("What is recorded"),
        widget=forms.RadioSelect,
        choices=words.choices(RecognitionStep),
        error_messages={**REQUIRED, "invalid_choice": _("Choose from the list.")},
    )
    reason = ReasonField(
        label=_("Reason"),
        required=False,
        rows=3,
        help_text=_("Needed where a decision that stands is changed or something is taken back."),
    )
    field_order = ("communes", "step", "number", "dated_on", "authority", "reason")

    def __init__(self, data: Any = None, *, rows: Sequence[CommuneYear], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["communes"].choices = [(row.place.slug, _with_state(row)) for row in rows]  # type: ignore[attr-defined]
        for name in ("number", "dated_on", "authority"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """A decision needs its document; a review may have one."""
        told = self.cleaned_data
        step = told.get("step")
        self.refuse_half(needed=MOVES[RecognitionStep(step)].needs_document if step else False)
        return told


def _with_state(row: CommuneYear) -> str:
    return f"{capital(full_name(row.place))} - {words.LABELS[row.state]}"
