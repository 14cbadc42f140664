"""Giving and ending roles: by others only, with an event each, and one administrator always stays."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from bg_portal.audit.models import Event
from communes.actions import people
from communes.actions.people import Grant
from communes.models import Membership, User
from communes.queries.people import open_invitations
from communes.refusals import Refused
from communes.roles import COMMUNE_ROLES, Permission, Role
from tests import factories as f

pytestmark = pytest.mark.django_db


def chief() -> User:
    return f.person("Dung", Role.ADMINISTRATOR)


def test_a_role_given_holds_and_is_recorded() -> None:
    boss, bob, place = chief(), f.reviewer(), f.commune()
    grant = Grant(Role.OFFICER, [place], date(2018, 1, 1), date(2018, 12, 31))
    people.grant_role(user=bob, grant=grant, by=boss)
    with f.on("2018-12-31"):
        assert User.objects.get(pk=bob.pk).has_perm(Permission.WRITE_REPORT, place)
    with f.on("2019-01-01"):
        assert not User.objects.get(pk=bob.pk).has_perm(Permission.WRITE_REPORT, place)
    event = Event.objects.get(kind="membership.granted")
    data = {"role": "officer", "commune": place.pk, "from": "2018-01-01", "to": "2018-12-31"}
    assert (event.actor_id, event.subject, event.data) == (boss.pk, f"communes.user:{bob.pk}", data)


def test_a_role_ended_grants_nothing_from_that_moment_and_is_recorded_once() -> None:
    boss, bob = chief(), f.reviewer()
    membership = bob.memberships.get()
    with f.on("2018-10-02"):
        for _ in range(2):
            people.end_membership(membership=membership, by=boss)
        assert not User.objects.get(pk=bob.pk).has_perm(Permission.READ_REPORT)
    ended = Membership.objects.get(pk=membership.pk)
    assert (ended.ended_by, ended.ends_on) == (boss, None)
    event = Event.objects.get(kind="membership.ended")
    assert event.data == {"role": "reviewer", "commune": None, "to": "2018-10-02"}


def test_the_same_role_in_the_same_days_is_refused() -> None:
    with pytest.raises(Refused):
        people.grant_role(user=f.reviewer(), grant=Grant(Role.REVIEWER, [], date(2018, 1, 1)), by=chief())


def test_a_role_that_was_ended_can_be_given_again() -> None:
    boss, bob = chief(), f.reviewer()
    people.end_membership(membership=bob.memberships.get(), by=boss)
    people.grant_role(user=bob, grant=Grant(Role.REVIEWER, [], date(2016, 11, 7)), by=boss)
    assert Membership.objects.filter(user=bob).count() == 2


def test_nobody_gives_a_role_to_themselves() -> None:
    boss = chief()
    with pytest.raises(Refused):
        people.grant_role(user=boss, grant=Grant(Role.REVIEWER, [], date(2018, 1, 1)), by=boss)


def test_the_last_administrator_stays() -> None:
    boss = chief()
    with pytest.raises(Refused):
        people.end_membership(membership=boss.memberships.get(), by=boss)
    other = chief()
    people.end_membership(membership=boss.memberships.get(), by=other)
    assert not User.objects.get(pk=boss.pk).is_staff


def test_an_inspectors_access_ends_with_its_last_day_within_a_session(client: Client) -> None:
    inspector = f.person("Minh", Role.INSPECTOR, ends_on=date(2018, 10, 2))
    with f.on("2018-10-02", 23, 59):
        client.force_login(inspector)
        assert User.objects.get(pk=inspector.pk).has_perm(Permission.READ_REPORT)
        assert "Thanh tra" in client.get("/tai-khoan/").content.decode()
    with f.on("2018-10-03", 0):
        late = User.objects.get(pk=inspector.pk)
        assert not any(late.has_perm(permission) for permission in Permission)
        assert "Thanh tra" not in client.get("/tai-khoan/").content.decode()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_whoever_does_not_manage_people_gives_and_ends_no_role(role: Role) -> None:
    """Also where an action is reached by another way than its page."""
    at = f.commune() if role in COMMUNE_ROLES else None
    somebody, bob = f.person("Giang", role, at), f.person("Bob", Role.INSPECTOR)
    grant = Grant(Role.REVIEWER, [], date(2018, 1, 1))
    invitation, _token = people.invite_person(email="moi@example.vn", grant=grant, by=chief())
    for attempt in (
        lambda: people.invite_person(email="khac@example.vn", grant=grant, by=somebody),
        lambda: people.withdraw_invitation(invitation=invitation, by=somebody),
        lambda: people.grant_role(user=bob, grant=grant, by=somebody),
        lambda: people.end_membership(membership=bob.memberships.get(), by=somebody),
    ):
        with pytest.raises(Refused):
            attempt()
    assert [membership.role for membership in bob.memberships.filter(ended_at=None)] == [Role.INSPECTOR]
    assert open_invitations().get() == invitation
