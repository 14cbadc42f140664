"""Signing in and out, and changing a password: what is written down about it, and the mail to reset one."""

from __future__ import annotations

from typing import Final

from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from bg_portal import audit
from communes import people_mail
from communes.models import User

MAIL_SECONDS: Final = 3600  # one mail an hour to an address, however often somebody asks for it


@transaction.atomic
def note_sign_in(*, user: User) -> None:
    """Record that a person signed in."""
    _record("person.signed_in", user, by=user)


@transaction.atomic
def note_sign_out(*, user: User) -> None:
    """Record that a person signed out."""
    _record("person.signed_out", user, by=user)


@transaction.atomic
def note_failed_sign_in(*, email: str) -> None:
    """Record a wrong password or address: the person where the address is known, never what was typed."""
    _record("person.sign_in_failed", User.objects.filter(email=email).first(), by=None)


@transaction.atomic
def change_password(*, user: User, password: str) -> None:
    """Store a person's new password, which ends their sessions elsewhere, and record the change."""
    user.set_password(password)
    user.save(update_fields=("password",))
    _record("person.password_changed", user, by=user)


@transaction.atomic
def reset_password(*, user: User, password: str) -> None:
    """Store the password set through a mailed link, which stops working with it, and record the change."""
    user.set_password(password)
    user.save(update_fields=("password",))
    _record("person.password_reset", user, by=user)


@transaction.atomic
def send_reset_link(*, email: str) -> None:
    """Mail a link to a new password, where the address has an active account.

    The mail is composed for an unknown address too, so that the time taken hardly says who is known.
    """
    user = User.objects.filter(email=email, is_active=True).first()
    asking = user or User(pk=0, email=email, password=f"!{email}")
    uid, token = urlsafe_base64_encode(force_bytes(asking.pk)), default_token_generator.make_token(asking)
    if user is None:
        people_mail.reset_mail(asking, uid=uid, token=token)
        return
    # The stamp of the token is in seconds of real time; the key renews with the hour and the password.
    hour = int(token.partition("-")[0], 36) // MAIL_SECONDS
    key = f"password-reset:{user.pk}:{hour}:{user.get_session_auth_hash()[:16]}"
    people_mail.reset_by_mail(user, uid=uid, token=token, key=key)


def _record(kind: str, user: User | None, *, by: User | None) -> None:
    subject = f"communes.user:{user.pk if user else 'unknown'}"
    audit.record(kind=kind, by=by.pk if by else None, subject=subject, data={})
