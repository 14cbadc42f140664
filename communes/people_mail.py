"""The two mails about access: an invitation and a new password, each with a link that works once."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from bg_portal import outbox
from bg_portal.letters import Letter, letter
from communes.models import Invitation, User
from communes.people_words import ROLE_NAMES

DAY: Final = 24 * 3600


def join_link(token: str, language: str) -> str:
    """The full address at which an invitation is accepted, in a language."""
    with translation.override(language):
        return _full(reverse("join", args=[token]))


def invite_by_mail(invitation: Invitation, *, token: str, language: str) -> None:
    """Put the invitation into the outbox; called in the transaction that stores it."""
    days = (invitation.expires_at - invitation.created_at).days
    context = {"invitation": invitation, "link": join_link(token, language), "days": days}
    with translation.override(language):
        context["role"] = ROLE_NAMES[invitation.role]
        context["communes"] = [commune.full_name for commune in invitation.communes.all()]
        subject, body = letter("invitation", context)
    outbox.put(key=f"invitation:{invitation.pk}", to=invitation.email, subject=subject, body=body)


def reset_by_mail(user: User, *, uid: str, token: str, key: str) -> None:
    """Put the link to a new password into the outbox, once for each `key`."""
    subject, body = reset_mail(user, uid=uid, token=token)
    outbox.put(key=key, to=user.email, subject=subject, body=body)


def reset_mail(user: User, *, uid: str, token: str) -> Letter:
    """The mail with the link to a new password, in the person's language."""
    with translation.override(user.language):
        link = _full(reverse("password-reset", args=[uid, token]))
        days = settings.PASSWORD_RESET_TIMEOUT // DAY
        return letter("password_reset", {"person": user, "link": link, "days": days})


def _full(path: str) -> str:
    return f"{settings.PORTAL_URL}{path}"
