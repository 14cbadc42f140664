"""Fields for what people type about people: an e-mail address, a password; beside those of the kit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from bg_portal.fields import REQUIRED as REQUIRED
from bg_portal.fields import TOO_LONG, cleaned
from bg_portal.fields import DayField as DayField
from bg_portal.fields import LineField as LineField
from bg_portal.filling import filled
from bg_portal.vietnamese import nfc

PASSWORD_MAX = 500
_WEAK = {
    "password_too_short": filled(
        _("Choose a password of at least %(n)s characters."), n=settings.PASSWORD_LEAST
    ),
    "password_too_common": _("This password is in lists of common passwords: choose another one."),
    "password_too_similar": _("The password is too much like the e-mail address: choose another one."),
}


class AddressField(forms.EmailField):
    """An e-mail address in the form in which the portal stores and compares it."""

    def __init__(self, **options: Any) -> None:
        messages = {
            **REQUIRED,
            "invalid": _("Write an e-mail address, for example nguyenvana@bacgiang.gov.vn."),
        }
        super().__init__(error_messages=messages, **options)

    def to_python(self, value: Any) -> str:
        """Small letters without signs: mail servers of the province take no others."""
        address = cleaned(super().to_python(value) or "").casefold()
        if not address.isascii():
            raise ValidationError(self.error_messages["invalid"])
        return address


class PasswordField(forms.CharField):
    """A password; composed, so that it is the same from every keyboard and typing aid."""

    def __init__(self, *, purpose: str, **options: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": purpose})
        messages = {**REQUIRED, **TOO_LONG}
        super().__init__(
            strip=False, max_length=PASSWORD_MAX, widget=widget, error_messages=messages, **options
        )

    def to_python(self, value: Any) -> str:
        password = nfc(super().to_python(value) or "")
        if not password.isprintable():
            raise ValidationError(_("Use letters, digits and signs that can be seen."))
        return password


def refuse_weak(password: str, user: Any) -> None:
    """ValidationError in the house's words where the password rules of settings refuse a password."""
    try:
        password_validation.validate_password(password, user)
    except ValidationError as error:
        raise ValidationError([_WEAK.get(each.code or "", each) for each in error.error_list]) from error
