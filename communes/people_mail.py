"""The two mails about access: an invitation and a new password, each with a link that works once."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from bg_portal import outbox
from communes.models import Invitation, User
from communes.people_words import ROLE_NAMES


def join_link(token: str, language: str) -> str:
    """The full address at which an invitation is accepted, in a language."""
    with translation.override(language):
        return _full(reverse("join", args=[token]))


def invite_by_mail(invitation: Invitation, *, token: str, language: str) -> None:
    """Put the invitation into the outbox; called in the transaction that stores it."""
    context = {"invitation": invitation, "link": join_link(token, language)}
    with translation.override(language):
        context["role"] = ROLE_NAMES[invitation.role]
        context["communes"] = [commune.full_name for commune in invitation.communes.all()]
        subject, body = _rendered("invitation", context)
    outbox.put(key=f"invitation:{invitation.pk}", to=invitation.email, subject=subject, body=body)


def reset_by_mail(user: User, *, uid: str, token: str, key: str) -> None:
    """Put the link to a new password into the outbox, once for each `key`."""
    subject, body = reset_mail(user, uid=uid, token=token)
    outbox.put(key=key, to=user.email, subject=subject, body=body)


def reset_mail(user: User, *, uid: str, token: str) -> tuple[str, str]:
    """Subject and body of the mail with the link to a new password, in the person's language."""
    with translation.override(user.language):
        link = _full(reverse("password-reset", args=[uid, token]))
        return _rendered("password_reset", {"person": user, "link": link})


def _full(path: str) -> str:
    return f"{settings.PORTAL_URL}{path}"


def _rendered(name: str, context: dict[str, Any]) -> tuple[str, str]:
    subject = render_to_string(f"emails/{name}-subject.txt", context).strip()
    return subject, render_to_string(f"emails/{name}-body.txt", context)
