"""Forms for signing in, joining, passwords, and the administrator's page of people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from bg_portal import clock
from bg_portal.filling import filled
from communes.actions.people import Grant, Newcomer
from communes.forms.people_fields import AddressField, DayField, LineField, PasswordField, refuse_weak
from communes.models import Commune, User
from communes.people_words import ROLE_NAMES
from communes.queries.people import communes_at_work
from communes.roles import Role

NAME_MAX = 120
_CHOOSE = _("Choose one of the list.")


class SignInForm(forms.Form):
    """Address and password."""

    username = AddressField(
        label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = PasswordField(label=_("Password"), purpose="current-password")


class AskResetForm(forms.Form):
    """The address to which a link to a new password goes."""

    email = AddressField(label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "email"}))


class NewPasswordForm(forms.Form):
    """A new password, twice; `user` is whom it must not resemble."""

    password = PasswordField(
        label=_("New password"),
        purpose="new-password",
        help_text=filled(
            _("At least %(n)s characters, not one that is easily guessed."), n=settings.PASSWORD_LEAST
        ),
    )
    password_again = PasswordField(label=_("New password, once more"), purpose="new-password")

    def __init__(self, data: Any = None, *, user: User, **options: Any) -> None:
        super().__init__(data, **options)
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        refuse_weak(password, self.user)
        return password

    def clean_password_again(self) -> str:
        again: str = self.cleaned_data["password_again"]
        if self.cleaned_data.get("password", again) != again:
            raise ValidationError(_("The two passwords differ: type them again."))
        return again


class ChangePasswordForm(NewPasswordForm):
    """The present password, then a new one, twice."""

    password_now = PasswordField(label=_("Present password"), purpose="current-password")
    field_order = ("password_now", "password", "password_again")

    def clean_password_now(self) -> str:
        present: str = self.cleaned_data["password_now"]
        if not self.user.check_password(present):
            raise ValidationError(_("This is not the present password."))
        return present


class JoinForm(NewPasswordForm):
    """What an invited person says about themselves."""

    name = LineField(
        label=_("Full name"),
        max_length=NAME_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    title = LineField(label=_("Position"), max_length=NAME_MAX, required=False)
    field_order = ("name", "title", "password", "password_again")

    def newcomer(self, language: str) -> Newcomer:
        """The valid form as a value."""
        data = self.cleaned_data
        return Newcomer(data["name"], data["title"], data["password"], language)


class KnownForm(forms.Form):
    """The password of the account that an invited address has already."""

    password = PasswordField(label=_("Password of this account"), purpose="current-password")


class GrantForm(forms.Form):
    """A role, its communes and its days."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(role.value, ROLE_NAMES[role]) for role in Role],
        widget=forms.RadioSelect,
        error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE},
    )
    starts_on = DayField(label=_("From day"))
    ends_on = DayField(label=_("To day"), required=False)
    communes = forms.ModelMultipleChoiceField(
        label=_("Communes (officers and commune leaders only)"),
        queryset=Commune.objects.none(),
        to_field_name="slug",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _CHOOSE, "invalid_list": _CHOOSE},
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        initial = {"starts_on": clock.today(), **options.pop("initial", {})}
        super().__init__(data, initial=initial, **options)
        self.fields["communes"].queryset = communes_at_work()  # type: ignore[attr-defined]

    def grant(self) -> Grant:
        """The valid form as a value."""
        data = self.cleaned_data
        communes: Iterable[Commune] = data["communes"]
        return Grant(Role(data["role"]), list(communes), data["starts_on"], data["ends_on"])


class InviteForm(GrantForm):
    """Whom to invite, and to what."""

    email = AddressField(label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    field_order = ("email", "role", "starts_on", "ends_on", "communes")


class SearchForm(forms.Form):
    """Part of a name or of an address."""

    tim = LineField(label=_("Name or e-mail address"), max_length=NAME_MAX, required=False)
