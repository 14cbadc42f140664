"""The forms with which a leader gives an instruction and others answer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from bg_portal import clock
from communes.forms.people_fields import REQUIRED, DayField
from communes.forms.review import ReasonField
from plans.models import Objective, Period
from plans.presenting.wording import capital
from plans.queries import Place
from plans.words import full_name

REVIEWERS = "thanh-pho"
"""In the form, the city's reviewers in the place of a commune."""
COMMUNE, OBJECTIVE, PERIOD = "xa", "muc-tieu", "ky"
"""What it can be about, as in addresses."""
_FROM_LIST = {**REQUIRED, "invalid_choice": _("Choose from the list.")}


class InstructionForm(forms.Form):
    """About what, to whom, what is to be done, until when."""

    about = forms.ChoiceField(label=_("What it is about"), error_messages=_FROM_LIST)
    to = forms.ChoiceField(label=_("To"), error_messages=_FROM_LIST)
    text = ReasonField(
        label=_("What is to be done"),
        help_text=_("Those it is for read this text as it is. Name no person and no business."),
    )
    due_on = DayField(label=_("Until when"))

    def __init__(
        self,
        data: Any = None,
        *,
        places: Sequence[Place],
        objectives: Sequence[Objective],
        periods: Sequence[Period],
        asked: Mapping[str, str],
    ) -> None:
        named = [(place.slug, capital(full_name(place))) for place in places]
        about = [(f"{PERIOD}:{row.key}", capital(row.label)) for row in periods]
        about += [(f"{OBJECTIVE}:{row.code}", f"{row.order}. {row.name}") for row in objectives]
        about += [(f"{COMMUNE}:{slug}", name) for slug, name in named]
        known = {value for value, _name in about}
        wanted = [f"{kind}:{asked[kind]}" for kind in (COMMUNE, OBJECTIVE, PERIOD) if kind in asked]
        first = next((value for value in wanted if value in known), "")
        place = asked.get(COMMUNE, "")
        to = place if place in dict(named) else REVIEWERS
        super().__init__(data, initial={"about": first, "to": to})
        self.fields["about"].choices = about  # type: ignore[attr-defined]
        self.fields["to"].choices = [(REVIEWERS, _("The city's reviewers")), *named]  # type: ignore[attr-defined]

    def clean_due_on(self) -> date:
        day: date = self.cleaned_data["due_on"]
        if day < clock.today():
            raise ValidationError(_("The day until when lies in the past."))
        return day


class InstructionAnswerForm(forms.Form):
    """What was done about an instruction."""

    text = ReasonField(
        label=_("The answer"),
        help_text=_("What was done or will be done. Name no person and no business."),
    )
