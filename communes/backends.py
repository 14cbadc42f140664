"""Signing in by e-mail address, and the role table as Django's answer to every `has_perm`."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from bg_portal import clock
from communes.models import Commune, User
from communes.queries.people import in_force_on, memberships_of
from communes.roles import ALL, Scope, allowed, asked, communes_where, roles_granting


class RoleBackend(BaseBackend):
    """Knows people by address and password, and what they may do by their memberships alone."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        """The active person with this normalised address and password.

        A password is hashed for an unknown address too, so that the time taken does not say who is known.
        """
        if username is None or password is None:
            return None
        user = User.objects.filter(email=username).first()
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: Any) -> User | None:
        """The person of a session, as long as the account is active."""
        return User.objects.filter(pk=user_id, is_active=True).first()

    def has_perm(self, user_obj: Any, perm: str, obj: object = None) -> bool:
        """Whether a role grants the permission for what `obj` belongs to; without `obj`, for anything at all.

        `obj` is a commune or has a `commune_id`; for any other only a role that reaches everywhere counts.
        What Django's admin asks about its models is answered by the permission that stands for it.
        """
        if not isinstance(user_obj, User) or not user_obj.is_active:
            return False
        perm = asked(perm)
        memberships, today = memberships_of(user_obj), clock.today()
        if obj is None:
            return allowed(memberships, perm, None, today)
        commune_id = _commune_id(obj)
        if commune_id is None:
            return communes_where(memberships, perm, today) is ALL
        return allowed(memberships, perm, commune_id, today)

    def with_perm(self, perm: str, *, obj: object = None) -> QuerySet[User]:
        """The active people for whom `has_perm(perm, obj)` is true today, in one query."""
        perm = asked(perm)
        grants = Q(memberships__role__in=roles_granting(perm, Scope.ALL))
        own = Q(memberships__role__in=roles_granting(perm, Scope.OWN))
        if obj is None:
            grants |= own
        else:
            grants |= own & Q(memberships__commune_id=_commune_id(obj), memberships__commune_id__isnull=False)
        holding = in_force_on(clock.today(), prefix="memberships__")
        return User.objects.filter(holding & grants, is_active=True).distinct()


def _commune_id(obj: object) -> int | None:
    if isinstance(obj, Commune):
        return obj.pk
    commune_id: int | None = getattr(obj, "commune_id", None)
    return commune_id
