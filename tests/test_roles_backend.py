"""`has_perm` and `with_perm` answer from the role table, for a commune and for what belongs to one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from communes.models import Membership, User
from communes.queries.people import communes_writable
from communes.roles import Permission, Role
from tests import factories as f

pytestmark = pytest.mark.django_db


@dataclass
class Belonging:
    """Anything that is of a commune."""

    commune_id: int | None


def test_an_officer_writes_for_the_own_commune_and_no_other() -> None:
    home, away = f.commune("da-mai"), f.commune("song-khe")
    alice = f.officer(home)
    assert alice.has_perm("communes.write_report", home)
    assert alice.has_perm("communes.write_report", Belonging(home.pk))
    assert not alice.has_perm("communes.write_report", away)
    assert not alice.has_perm("communes.write_report", Belonging(away.pk))
    assert alice.has_perm("communes.write_report")


def test_what_belongs_to_no_commune_needs_a_role_that_reaches_everywhere() -> None:
    alice, bob = f.officer(), f.reviewer()
    assert not alice.has_perm("plans.see_restricted", f.plan_loaded())
    assert not alice.has_perm("plans.see_restricted", Belonging(None))
    assert bob.has_perm("plans.see_restricted", f.plan_loaded())


def test_only_administrators_enter_the_administration() -> None:
    assert f.person("Dung", Role.ADMINISTRATOR).is_staff
    assert not f.reviewer().is_staff
    assert f.person("Dung", Role.ADMINISTRATOR).has_module_perms("plans")
    assert not hasattr(User, "is_superuser")


def test_who_is_not_active_or_not_known_may_nothing() -> None:
    bob = f.reviewer()
    bob.is_active = False
    assert not any(bob.has_perm(permission) for permission in Permission)
    assert not any(AnonymousUser().has_perm(permission) for permission in Permission)


def test_the_memberships_of_a_person_are_read_once() -> None:
    alice = User.objects.get(pk=f.officer().pk)
    with CaptureQueriesContext(connection) as queries:
        for permission in Permission:
            alice.has_perm(permission)
        communes_writable(alice)
    assert len(queries) == 1


def test_the_people_with_a_permission_are_those_of_whom_it_is_true() -> None:
    """`with_perm` in SQL and `has_perm` in Python are the same rule, on every day that matters."""
    home, away = f.commune("da-mai"), f.commune("song-khe")
    people = [f.officer(home), f.stranger(), f.reviewer(), f.person("Dung", Role.ADMINISTRATOR)]
    people.append(f.person("Minh", Role.INSPECTOR, ends_on=date(2018, 10, 2)))
    Membership.objects.filter(user=people[2]).update(ended_at=people[2].memberships.get().granted_at)
    for day in ("2016-11-06", "2018-10-02", "2018-10-03"):
        for permission in Permission:
            for place in (home, away, None):
                with f.on(day):
                    fresh = User.objects.order_by("pk")
                    expected = [p for p in fresh if p.has_perm(permission, place)]
                    found = User.objects.with_perm(permission, obj=place).order_by("pk")
                    assert list(found) == expected, (day, permission, place)


def test_the_communes_one_writes_for_stand_in_vietnamese_order() -> None:
    alice = f.officer(f.commune("song-khe"))
    Membership.objects.create(
        user=alice,
        role=Role.OFFICER.value,
        commune=f.commune("da-mai"),
        starts_on=date(2018, 1, 1),
        granted_at=alice.memberships.get().granted_at,
    )
    with f.on("2018-10-02"):
        slugs = [place.slug for place in communes_writable(User.objects.get(pk=alice.pk))]
        assert slugs == ["da-mai", "song-khe"]
        assert communes_writable(f.reviewer()) == []


@pytest.mark.parametrize(
    ("role", "with_commune", "ends_on"),
    [
        (Role.OFFICER, False, None),
        (Role.REVIEWER, True, None),
        (Role.INSPECTOR, False, None),
        (Role.LEADER, False, date(2016, 1, 1)),
        ("emperor", False, None),
    ],
)
def test_the_database_refuses_a_nonsensical_membership(
    role: str, with_commune: bool, ends_on: date | None
) -> None:
    bob, place = f.reviewer(), f.commune()
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            user=bob,
            role=str(role),
            commune=place if with_commune else None,
            starts_on=date(2018, 1, 1),
            ends_on=ends_on,
            granted_at=bob.memberships.get().granted_at,
        )
