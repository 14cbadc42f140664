"""The one question about a page, without cookie: a signed time stands for the page that asked."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from communes.forms.people_fields import REQUIRED

HOURS: Final = 2
SALT: Final = "communes.opinion"


class OpinionForm(forms.Form):
    """Yes or no."""

    useful = forms.ChoiceField(
        label=_("Was the page useful?"),
        widget=forms.RadioSelect,
        choices=(("yes", _("Yes")), ("no", _("No"))),
        error_messages={**REQUIRED, "invalid_choice": _("Choose from the list.")},
    )
    asked = forms.CharField(widget=forms.HiddenInput, required=False)

    data: QueryDict

    def __init__(self, data: QueryDict | None = None, *, address: str, **options: Any) -> None:
        super().__init__(data, initial={"asked": _signed(address)}, **options)
        self.address = address

    def renew(self) -> None:
        """Sign the question anew, so that the same answer can be sent once more."""
        again = self.data.copy()
        again["asked"] = _signed(self.address)
        self.data = again

    def clean(self) -> dict[str, Any]:
        """The answer belongs to the page that asked, and came while it was open."""
        try:
            asked = signing.loads(self.cleaned_data.get("asked", ""), salt=SALT, max_age=HOURS * 3600)
        except signing.BadSignature:
            asked = None
        if asked != self.address:
            raise ValidationError(_("This question was open for too long. Answer once more, please."))
        return self.cleaned_data


def _signed(address: str) -> str:
    return signing.dumps(address, salt=SALT)
