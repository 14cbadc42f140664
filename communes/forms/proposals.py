"""The form with which the city answers a proposal of a commune."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from communes import words
from communes.actions.proposals import Reply
from communes.forms.people_fields import REQUIRED, LineField
from communes.forms.review import ReasonField
from communes.vocabulary import AnswerKind

BODY_MAX = 200


class AnswerForm(forms.Form):
    """What becomes of the proposal; `seen` is how many answers the page showed."""

    kind = forms.ChoiceField(
        label=_("What becomes of it"),
        widget=forms.RadioSelect,
        choices=words.choices(AnswerKind),
        error_messages={**REQUIRED, "invalid_choice": _("Choose from the list.")},
    )
    body = LineField(
        label=_("Passed on to"),
        max_length=BODY_MAX,
        required=False,
        help_text=_("The body that decides, where it is passed on."),
    )
    text = ReasonField(
        label=_("What will be done, or the reason"),
        required=False,
        rows=4,
        help_text=_("Needed where it is not taken up. The commune reads this text as it is."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10_000, required=False)

    def clean(self) -> dict[str, Any]:
        """Whom for what is passed on, and nobody else; why for what is not taken up."""
        told = self.cleaned_data
        kind, required = told.get("kind"), REQUIRED["required"]
        if kind == AnswerKind.PASSED_ON and not told.get("body") and "body" not in self.errors:
            self.add_error("body", required)
        if kind and kind != AnswerKind.PASSED_ON and told.get("body"):
            self.add_error("body", _("Leave this empty unless the proposal is passed on."))
        if kind == AnswerKind.NOT_TAKEN_UP and not told.get("text") and "text" not in self.errors:
            self.add_error("text", required)
        return told

    def reply(self) -> Reply:
        """The answer of a valid form."""
        told = self.cleaned_data
        return Reply(AnswerKind(told["kind"]), told["body"], told["text"])
