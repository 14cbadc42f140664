"""The people of the portal: accounts, the roles they hold for a time, and invitations to join."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from bg_portal.vietnamese import fold, sort_key
from communes.people_words import ROLE_NAMES
from communes.roles import CITY_ROLES, COMMUNE_ROLES, MODEL_PERMISSIONS, Permission, Role

_COMMUNE_ROLES = [role.value for role in COMMUNE_ROLES]
_CITY_ROLES = [role.value for role in CITY_ROLES]
_ROLE_CHOICES = [(role.value, ROLE_NAMES[role]) for role in Role]


def by_given_name(name: str) -> str:
    """A full name as lists of people in Viet Nam are ordered: by the last word, then by the whole."""
    return " ".join([*name.rsplit(maxsplit=1)[-1:], name])


class UserManager(BaseUserManager["User"]):
    """Makes accounts; there is no way to make a superuser, because the role table answers everything."""

    def create_user(self, *, email: str, name: str, password: str | None = None, **fields: str) -> User:
        """Store a new account; the caller has normalised the texts; no password means no sign-in."""
        user = self.model(email=email, name=name, **fields)
        user.name_sort, user.name_fold = sort_key(by_given_name(name)), fold(name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def with_perm(self, perm: str, *, backend: str | None = None, obj: Any = None) -> models.QuerySet[User]:
        """The active people who hold a permission, for `obj` or anywhere, as the first able backend says."""
        backends = [auth.load_backend(backend)] if backend else auth.get_backends()
        for candidate in backends:
            if hasattr(candidate, "with_perm"):
                people: models.QuerySet[User] = candidate.with_perm(perm, obj=obj)
                return people
        raise ImproperlyConfigured("No authentication backend can list the people who hold a permission.")


class User(AbstractBaseUser):
    """A person with an account; what the person may do is in the memberships, never here."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("full name"), max_length=120)
    title = models.CharField(_("position"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="vi")
    is_active = models.BooleanField(_("may sign in"), default=True)
    name_sort = models.TextField(editable=False)
    name_fold = models.CharField(max_length=240, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name_sort", "pk")
        constraints = (
            models.CheckConstraint(
                name="user_email_is_lower_case",
                condition=Q(email=Lower("email")),
                violation_error_message=_("The e-mail address must be in lower case."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_staff(self) -> bool:
        """Whether the administration pages open for this person."""
        return self.has_perm(Permission.SEE_ADMINISTRATION)

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Whether an authentication backend grants the permission; one that forbids ends the question."""
        if not self.is_active:
            return False
        try:
            return any(
                backend.has_perm(self, perm, obj)
                for backend in auth.get_backends()
                if hasattr(backend, "has_perm")
            )
        except PermissionDenied:
            return False

    def has_perms(self, perm_list: Iterable[str], obj: Any = None) -> bool:
        """Whether all of the permissions are granted."""
        return all(self.has_perm(perm, obj) for perm in perm_list)

    def has_module_perms(self, app_label: str) -> bool:
        """Whether any permission of an app is granted, those about its models included."""
        known = (*Permission, *MODEL_PERMISSIONS)
        return any(self.has_perm(perm) for perm in known if perm.startswith(f"{app_label}."))


class Membership(models.Model):
    """One role of one person, from a day to a day (both included) or open; never rewritten, only ended."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=20, choices=_ROLE_CHOICES)
    commune = models.ForeignKey(
        "communes.Commune",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("commune"),
    )
    starts_on = models.DateField(_("from day"))
    ends_on = models.DateField(_("to day"), null=True, blank=True)
    granted_at = models.DateTimeField(_("granted at"))
    granted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("granted by")
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("ended by")
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ("user", "starts_on", "pk")
        constraints = (
            models.CheckConstraint(
                name="membership_commune_suits_role",
                condition=Q(role__in=_COMMUNE_ROLES, commune__isnull=False)
                | Q(role__in=_CITY_ROLES, commune__isnull=True),
                violation_error_message=_(
                    "An officer or a commune leader needs a commune; other roles have none."
                ),
            ),
            models.CheckConstraint(
                name="membership_inspector_has_an_end",
                condition=~Q(role=Role.INSPECTOR.value) | Q(ends_on__isnull=False),
                violation_error_message=_("An inspector's access needs a last day."),
            ),
            models.CheckConstraint(
                name="membership_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day must not be before the first."),
            ),
            models.CheckConstraint(
                name="membership_ended_by_needs_ended_at",
                condition=Q(ended_by__isnull=True) | Q(ended_at__isnull=False),
                violation_error_message=_("Who ended a membership is stored with the moment."),
            ),
            models.UniqueConstraint(
                name="membership_of_commune_once",
                fields=("user", "role", "commune", "starts_on"),
                condition=Q(commune__isnull=False, ended_at__isnull=True),
                violation_error_message=_("The person already holds this role from that day."),
            ),
            models.UniqueConstraint(
                name="membership_of_city_once",
                fields=("user", "role", "starts_on"),
                condition=Q(commune__isnull=True, ended_at__isnull=True),
                violation_error_message=_("The person already holds this role from that day."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.user_id}"

    @property
    def ended(self) -> bool:
        """Whether the membership was taken back before its last day."""
        return self.ended_at is not None


class Invitation(models.Model):
    """A one-time link that makes or extends an account; only a digest of its token is stored."""

    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=20, choices=_ROLE_CHOICES)
    communes = models.ManyToManyField(
        "communes.Commune", blank=True, related_name="+", verbose_name=_("communes")
    )
    starts_on = models.DateField(_("from day"))
    ends_on = models.DateField(_("to day"), null=True, blank=True)
    token_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("invited at"))
    created_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("invited by")
    )
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(_("used at"), null=True, blank=True)
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="invitations", verbose_name=_("person")
    )

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-created_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="invitation_used_by_someone",
                condition=Q(used_at__isnull=True, user__isnull=True)
                | Q(used_at__isnull=False, user__isnull=False),
                violation_error_message=_("A used invitation names the person who used it."),
            ),
            models.CheckConstraint(
                name="invitation_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The last day must not be before the first."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"
