"""An invitation is a link that works once, for seven days, and gives exactly the role it names."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from bg_portal.audit.models import Event
from bg_portal.outbox.models import Message
from communes.actions import people
from communes.actions.people import Grant
from communes.models import Invitation, Membership, User
from communes.refusals import Overtaken, Refused
from communes.roles import Role
from tests import factories as f

pytestmark = pytest.mark.django_db
EMAIL = "moi@example.vn"
SAID = {
    "name": "Nguyễn Thị  Lan",
    "title": "Công chức VH-XH",
    "password": f.PASSWORD,
    "password_again": f.PASSWORD,
}


def invited(role: Role = Role.REVIEWER, email: str = EMAIL, by: User | None = None, **more: Any) -> str:
    """The path of a fresh one-time link."""
    grant = Grant(role, more.pop("communes", []), date(2018, 1, 1), **more)
    _invitation, token = people.invite_person(email=email, grant=grant, by=by)
    return f"/moi/{token}/"


def kinds() -> list[str]:
    """What was recorded about people, in order."""
    found = Event.objects.filter(kind__regex=r"^(person|membership|invitation)\.")
    return list(found.order_by("sequence").values_list("kind", flat=True))


def test_the_link_makes_an_account_with_the_role_and_signs_in(client: Client) -> None:
    places = [f.commune("da-mai"), f.commune("song-khe")]
    chief = f.person("Dung", Role.ADMINISTRATOR)
    link = invited(Role.OFFICER, by=chief, communes=places)
    assert client.get(link).status_code == 200
    assert client.post(link, SAID)["Location"] == "/lam-viec/"
    lan = User.objects.get(email=EMAIL)
    assert (lan.name, lan.title, lan.language) == ("Nguyễn Thị Lan", "Công chức VH-XH", "vi")
    held = Membership.objects.filter(user=lan)
    assert {m.commune for m in held} == set(places)
    assert {(m.role, m.granted_by, m.starts_on) for m in held} == {("officer", chief, date(2018, 1, 1))}
    assert client.get("/tai-khoan/").status_code == 200
    granted = ["membership.granted"] * 2
    assert kinds() == ["person.invited", "person.joined", *granted, "person.signed_in"]


def test_the_link_works_once(client: Client) -> None:
    link = invited()
    assert client.post(link, SAID).status_code == 302
    assert (client.get(link).status_code, Client().post(link, SAID).status_code) == (410, 410)
    assert Membership.objects.count() == 1


def test_of_two_who_hold_the_link_one_comes_in() -> None:
    """Both have the page open; the second is told, and nothing is half done."""
    invited()
    invitation = Invitation.objects.get()
    newcomer = people.Newcomer("Lan", "", f.PASSWORD, "vi")
    people.join(invitation=invitation, newcomer=newcomer)
    with pytest.raises(Overtaken):
        people.join(invitation=invitation, newcomer=newcomer)
    assert (User.objects.count(), Membership.objects.count()) == (1, 1)


def test_the_link_is_over_after_seven_days(client: Client) -> None:
    with f.on("2018-10-01", 9):
        link = invited()
    with f.on("2018-10-08", 8, 59):
        assert client.get(link).status_code == 200
    with f.on("2018-10-08", 9):
        assert client.get(link).status_code == client.post(link, SAID).status_code == 410
    assert not User.objects.exists()


def test_looking_at_the_link_changes_nothing(client: Client) -> None:
    link = invited()
    for _ in range(2):
        assert "sessionid" not in client.get(link).cookies
    assert Invitation.objects.get().used_at is None


def test_the_token_itself_is_stored_nowhere_but_in_the_waiting_mail() -> None:
    token = invited().split("/")[2]
    assert token not in str(Invitation.objects.values())
    assert token in Message.objects.get().body


def test_a_second_invitation_to_the_same_role_replaces_the_first(client: Client) -> None:
    first, second = invited(), invited()
    assert (client.get(first).status_code, client.get(second).status_code) == (410, 200)


def test_a_known_address_confirms_with_its_password_and_keeps_its_account(client: Client) -> None:
    bob = f.reviewer()
    link = invited(Role.LEADER, email=bob.email)
    assert client.post(link, {**SAID, "password": "a wrong one"}).status_code == 422
    assert client.post(link, {"password": f.PASSWORD}).status_code == 302
    assert User.objects.get().name == "Bob"
    assert {m.role for m in Membership.objects.all()} == {"reviewer", "leader"}


def test_a_role_that_is_held_already_is_not_given_twice(client: Client) -> None:
    bob = f.reviewer()
    link = invited(Role.REVIEWER, email=bob.email)
    assert client.post(link, {"password": f.PASSWORD}).status_code == 302
    assert Membership.objects.count() == 1


@pytest.mark.parametrize("role", [Role.OFFICER, Role.COMMUNE_LEADER, Role.INSPECTOR])
def test_a_role_without_what_it_needs_is_refused(role: Role) -> None:
    """A commune for officers and commune leaders, a last day for inspectors."""
    with pytest.raises(Refused):
        invited(role)


def test_a_city_role_with_a_commune_is_refused() -> None:
    with pytest.raises(Refused):
        invited(Role.REVIEWER, communes=[f.commune()])


def test_nobody_invites_themselves() -> None:
    chief = f.person("Dung", Role.ADMINISTRATOR)
    with pytest.raises(Refused):
        invited(Role.REVIEWER, email=chief.email, by=chief)


@pytest.mark.parametrize(
    "changed",
    [
        {"name": ""},
        {"name": "a" * 121},
        {"name": "Lan\x00"},
        {"name": "\u202eLan"},
        {"password_again": "another one, long"},
        {"password": "short", "password_again": "short"},
        {"password": f.PASSWORD + "\x00", "password_again": f.PASSWORD + "\x00"},
    ],
)
def test_what_cannot_stand_is_answered_in_words_and_uses_nothing_up(
    client: Client, changed: dict[str, str]
) -> None:
    link = invited()
    response = client.post(link, {**SAID, **changed})
    assert response.status_code == 422
    assert SAID["title"] in response.content.decode()
    assert client.post(link, SAID).status_code == 302


@pytest.mark.parametrize("token", ["x", "a" * 43, "0" * 1000])
def test_an_invented_link_opens_nothing(client: Client, token: str) -> None:
    invited()
    assert client.get(f"/moi/{token}/").status_code == 410
