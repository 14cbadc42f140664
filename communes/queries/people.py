"""Who the people are, which roles they hold, and for which communes they may do what."""

from __future__ import annotations

import hashlib
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Prefetch, Q, QuerySet, prefetch_related_objects

from bg_portal import clock
from bg_portal.vietnamese import fold
from communes.models import Commune, Invitation, Membership, User
from communes.roles import ALL, Communes, Permission, communes_where, in_force
from plans.models import Participation
from plans.queries import plan_of_today

Visitor = User | AnonymousUser


def memberships_of(user: User) -> list[Membership]:
    """All memberships of a person, past ones too, read once for each loaded `user`."""
    with_communes = Prefetch("memberships", Membership.objects.select_related("commune"))
    prefetch_related_objects([user], with_communes)
    return list(user.memberships.all())


def memberships_in_force(user: User) -> list[Membership]:
    """The memberships that grant something today."""
    today = clock.today()
    return [membership for membership in memberships_of(user) if in_force(membership, today)]


def in_force_on(day: date, *, prefix: str = "") -> Q:
    """The condition that a membership grants something on a day; the same rule as `roles.in_force`."""
    begun = Q(**{f"{prefix}starts_on__lte": day, f"{prefix}ended_at__isnull": True})
    return begun & (Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": day}))


def commune_ids(user: Visitor, permission: str) -> Communes:
    """The ids of the communes for which a person holds a permission today, or ALL."""
    if not isinstance(user, User) or not user.is_active:
        return frozenset()
    return communes_where(memberships_of(user), permission, clock.today())


def communes_writable(user: Visitor) -> list[Commune]:
    """The communes whose reports a person writes, without a further query."""
    ids = commune_ids(user, Permission.WRITE_REPORT)
    if ids is ALL or not isinstance(user, User):
        return []
    found = {m.commune_id: m.commune for m in memberships_of(user) if m.commune_id in ids and m.commune}
    return sorted(found.values(), key=lambda commune: (commune.name_sort, commune.code))


def people(search: str = "") -> QuerySet[User]:
    """Everybody with an account by given name, with memberships; `search` looks in name and address."""
    found = User.objects.prefetch_related(
        Prefetch("memberships", Membership.objects.select_related("commune"))
    )
    if search:
        found = found.filter(Q(name_fold__contains=fold(search)) | Q(email__contains=search.casefold()))
    return found


def open_invitations() -> QuerySet[Invitation]:
    """Invitations that can still be accepted, the newest first."""
    still_open = Invitation.objects.filter(used_at__isnull=True, expires_at__gt=clock.now())
    return still_open.prefetch_related("communes")


def invitation_for(token: str) -> Invitation | None:
    """The invitation that a one-time link opens now; None for one unknown, used or out of date."""
    return open_invitations().filter(token_digest=token_digest(token)).first()


def token_digest(token: str) -> str:
    """What is stored of a token: its SHA-256; the token has 256 random bits, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def account_of(email: str) -> User | None:
    """The account of a normalised address, active or not."""
    return User.objects.filter(email=email).first()


def communes_at_work() -> QuerySet[Commune]:
    """The communes somebody can report for: those of the plan of today, without a plan those of today.

    The plan comes first because it outlives its communes: the sixteen of Plan 125 ended in 2025.
    """
    plan = plan_of_today()
    if plan is not None:
        return Commune.objects.filter(pk__in=Participation.objects.filter(plan=plan).values("commune"))
    today = clock.today()
    ongoing = Q(valid_to__isnull=True) | Q(valid_to__gte=today)
    return Commune.objects.filter(ongoing, valid_from__lte=today)
