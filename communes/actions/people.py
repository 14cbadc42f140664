"""Inviting people, letting them join, giving and ending their roles."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from bg_portal import audit, clock
from communes import people_mail
from communes.models import Commune, Invitation, Membership, User
from communes.queries.people import in_force_on, open_invitations, token_digest
from communes.refusals import Overtaken, Refused
from communes.roles import Permission, Role

TOKEN_BYTES: Final = 32


@dataclass(frozen=True)
class Grant:
    """A role to be given, from a day to a day or open; one membership for each commune, or one without."""

    role: Role
    communes: Sequence[Commune]
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True)
class Newcomer:
    """What a person says about themselves when joining."""

    name: str
    title: str
    password: str
    language: str


@transaction.atomic
def invite_person(
    *, email: str, grant: Grant, by: User | None, language: str = settings.LANGUAGE_CODE
) -> tuple[Invitation, str]:
    """Invite an address to a role; returns the invitation and its token, which is stored nowhere.

    * `email` is normalised by the caller; `by` is None where the operator invites from the command line;
    * an earlier open invitation of the address to the same role loses its link;
    * records the event and puts the mail into the outbox;
    * refuses who does not manage people, a role that does not suit its communes or days, inviting oneself.
    """
    _allowed(by)
    _memberships(grant, user=None)
    if by is not None and by.email == email:
        raise Refused(_("Nobody gives a role to themselves."))
    now, token = clock.now(), secrets.token_urlsafe(TOKEN_BYTES)
    open_invitations().filter(email=email, role=grant.role).update(expires_at=now)
    invitation = Invitation.objects.create(
        email=email,
        role=grant.role.value,
        starts_on=grant.starts_on,
        ends_on=grant.ends_on,
        token_digest=token_digest(token),
        created_at=now,
        created_by=by,
        expires_at=now + timedelta(days=settings.INVITATION_DAYS),
    )
    invitation.communes.set(grant.communes)
    _record("person.invited", by, f"communes.invitation:{invitation.pk}", role=grant.role.value)
    people_mail.invite_by_mail(invitation, token=token, language=language)
    return invitation, token


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User) -> None:
    """Make the link of an invitation stop working; nothing happens where it is used or over already."""
    _allowed(by)
    if open_invitations().filter(pk=invitation.pk).update(expires_at=clock.now()):
        _record("invitation.withdrawn", by, f"communes.invitation:{invitation.pk}")


@transaction.atomic
def join(*, invitation: Invitation, newcomer: Newcomer | None) -> User:
    """Accept an invitation: make the account, or extend the one the address has, and give the role.

    * `newcomer` is None for an address that has an account; its person has signed in for this;
    * the link is used up, and whoever comes second with it is told so (Overtaken);
    * the role is granted by whoever invited.
    """
    found = open_invitations().select_for_update().filter(pk=invitation.pk).first()
    if found is None:
        raise Overtaken(_("This link has been used or is out of date."))
    user = _account(found.email, newcomer)
    found.used_at, found.user = clock.now(), user
    found.save(update_fields=("used_at", "user"))
    _record("person.joined", user, f"communes.user:{user.pk}")
    grant = Grant(Role(found.role), list(found.communes.all()), found.starts_on, found.ends_on)
    for membership in _memberships(grant, user=user):
        if not _already_held(membership):
            _store(membership, by=found.created_by, at=found.used_at)
    return user


@transaction.atomic
def open_account(*, email: str, newcomer: Newcomer) -> User:
    """Make an account without an invitation, for data that is illustrative from the first day."""
    return _account(email, newcomer)


@transaction.atomic
def grant_role(*, user: User, grant: Grant, by: User | None) -> list[Membership]:
    """Give a person a role, with one event for each membership.

    * `by` is None where the operator or the illustration gives it;
    * refuses who does not manage people, a role that does not suit its communes or days, one held already,
      and giving one to oneself.
    """
    _allowed(by)
    if by == user:
        raise Refused(_("Nobody gives a role to themselves."))
    memberships = _memberships(grant, user=user)
    now = clock.now()
    for membership in memberships:
        if _already_held(membership):
            raise Refused(_("The person already holds this role in these days."))
        _store(membership, by=by, at=now)
    return memberships


@transaction.atomic
def end_membership(*, membership: Membership, by: User) -> None:
    """End a role at once; ending it twice changes nothing. The last administrator stays."""
    _allowed(by)
    role = Role(membership.role)
    if role is Role.ADMINISTRATOR:
        others = Membership.objects.select_for_update().filter(in_force_on(clock.today()), role=role.value)
        if not any(other.pk != membership.pk for other in others):
            raise Refused(_("The last administrator stays: invite another one first."))
    still_held = Membership.objects.filter(pk=membership.pk, ended_at__isnull=True)
    if still_held.update(ended_at=clock.now(), ended_by=by):
        data = {"role": role.value, "commune": membership.commune_id, "to": clock.today().isoformat()}
        _record("membership.ended", by, f"communes.user:{membership.user_id}", **data)


def _allowed(by: User | None) -> None:
    if by is not None and not by.has_perm(Permission.MANAGE_PEOPLE):
        raise Refused(_("This step is not open to this account."))


def _memberships(grant: Grant, *, user: User | None) -> list[Membership]:
    """The memberships a grant means, unsaved; Refused where the database would refuse one."""
    places: Iterable[Commune | None] = grant.communes or [None]
    memberships = [
        Membership(
            user=user,
            role=grant.role.value,
            commune=place,
            starts_on=grant.starts_on,
            ends_on=grant.ends_on,
        )
        for place in places
    ]
    for membership in memberships:
        try:
            membership.validate_constraints()
        except ValidationError as error:
            raise Refused(error.messages[0]) from error
    return memberships


def _already_held(membership: Membership) -> bool:
    """Whether the person holds the same role for the same commune on the membership's first day."""
    same = Membership.objects.filter(
        in_force_on(membership.starts_on),
        user=membership.user,
        role=membership.role,
        commune=membership.commune,
    )
    return same.exists()


def _store(membership: Membership, *, by: User | None, at: datetime) -> None:
    membership.granted_at, membership.granted_by = at, by
    membership.save(force_insert=True)
    _record(
        "membership.granted",
        by,
        f"communes.user:{membership.user_id}",
        role=membership.role,
        commune=membership.commune_id,
        **{"from": membership.starts_on.isoformat()},
        to=membership.ends_on.isoformat() if membership.ends_on else None,
    )


def _account(email: str, newcomer: Newcomer | None) -> User:
    known = User.objects.filter(email=email).first()
    if known is not None:
        return known
    if newcomer is None:
        raise Refused(_("This address has no account yet."))
    try:
        with transaction.atomic():
            return User.objects.create_user(
                email=email,
                name=newcomer.name,
                password=newcomer.password,
                title=newcomer.title,
                language=newcomer.language,
            )
    except IntegrityError as error:
        raise Overtaken(_("This address has an account already: open the link again.")) from error


def _record(kind: str, by: User | None, subject: str, **data: str | int | None) -> None:
    audit.record(kind=kind, by=by.pk if by else None, subject=subject, data=data)
