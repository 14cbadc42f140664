"""The form with which the city closes a period or opens it again."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from communes.forms.review import ReasonField


class PeriodMoveForm(forms.Form):
    """The reason, which everybody who works with the period can read."""

    comment = ReasonField(label=_("Reason"))
