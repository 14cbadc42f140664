"""The administrator's pages of people: who, with which role, invited how; closed to all other roles."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from communes.models import Invitation, Membership, User
from communes.roles import Role
from tests import factories as f
from tests.page_forms import forms_of
from tests.test_people_invitations import invited

pytestmark = pytest.mark.django_db
PEOPLE = "/lam-viec/nhan-su/"


@pytest.fixture
def chief(client: Client) -> User:
    user = f.person("Trần Văn Dũng", Role.ADMINISTRATOR)
    client.force_login(user)
    return user


def page_of(response: Any) -> str:
    assert response.status_code == 200
    return str(response.content.decode())


def addresses() -> list[str]:
    membership, invitation = Membership.objects.first(), Invitation.objects.first()
    assert membership is not None
    assert invitation is not None
    return [
        PEOPLE,
        f"{PEOPLE}moi/",
        f"{PEOPLE}{membership.user_id}/",
        f"{PEOPLE}vai-tro/{membership.pk}/ket-thuc/",
        f"{PEOPLE}loi-moi/{invitation.pk}/huy/",
    ]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_administrators_see_or_change_people(client: Client, role: Role) -> None:
    place = f.commune() if role in {Role.OFFICER, Role.COMMUNE_LEADER} else None
    client.force_login(f.person("Alice", role, place))
    invited()
    with f.on("2018-10-02"):
        for address in addresses():
            assert {client.get(address).status_code, client.post(address).status_code} <= {403, 405}
            assert "moi@example.vn" not in client.get(address).content.decode()


def test_people_stand_by_given_name_and_are_found_without_accents(client: Client, chief: User) -> None:
    for name in ("Lê Thị Ánh", "Bùi Văn Ân", "Nguyễn Đức An"):
        f.person(name, Role.REVIEWER)
    listed = page_of(client.get(PEOPLE))
    names = ("Nguyễn Đức An", "Lê Thị Ánh", "Bùi Văn Ân", "Trần Văn Dũng")
    order = [listed.rindex(name) for name in names]
    assert order == sorted(order)
    found = page_of(client.get(PEOPLE, {"tim": "duc an"}))
    assert "Nguyễn Đức An" in found
    assert "Bùi Văn Ân" not in found


def test_people_are_sorted_by_any_column_on_request_and_keep_what_was_sought(
    client: Client, chief: User
) -> None:
    late, early = f.person("Lê Thị Ánh", Role.REVIEWER), f.person("Bùi Văn Ân", Role.OFFICER, f.commune())
    User.objects.filter(pk=late.pk).update(title="Chuyên viên", email="z@example.vn")
    User.objects.filter(pk=early.pk).update(title="Công chức", email="a@example.vn")
    names = ("Lê Thị Ánh", "Bùi Văn Ân", "Trần Văn Dũng")

    def order(query: str) -> list[str]:
        listed = page_of(client.get(f"{PEOPLE}{query}"))
        return sorted(names, key=lambda name: listed.rindex(f">{name}</a></th>"))

    assert order("?xep=ten") == order("") == [names[0], names[1], names[2]]
    assert order("?xep=-ten") == [names[2], names[1], names[0]]
    assert order("?xep=chuc-vu")[:2] == [names[0], names[1]]
    assert order("?xep=-chuc-vu") == [names[1], names[0], names[2]], "who has none comes last both ways"
    assert order("?xep=dia-chi")[0] == names[1]
    assert order("?xep=vai-tro")[:2] == [names[1], names[0]]
    assert 'href="?tim=an&amp;xep=-ten"' in page_of(client.get(PEOPLE, {"tim": "an", "xep": "ten"}))


@pytest.mark.parametrize("sought", ["\x00", "\u202e", "a" * 500, "%", "1e309", "<b>"])
def test_hostile_searches_are_answered(client: Client, chief: User, sought: str) -> None:
    assert "<b>" not in page_of(client.get(PEOPLE, {"tim": sought, "trang": sought}))


def test_the_list_costs_the_same_for_one_and_for_many(client: Client, chief: User) -> None:
    counts = []
    client.get(PEOPLE)  # reads what is read once a session
    for more in (1, 40):
        for _each in range(more):
            f.person("Alice", Role.OFFICER, f.commune())
            invited(Role.OFFICER, f"{User.objects.count()}@example.vn", communes=[f.commune()])
        with CaptureQueriesContext(connection) as queries:
            client.get(PEOPLE)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[1] <= 12


def test_inviting_shows_the_link_once_and_mails_it(client: Client, chief: User) -> None:
    fields = {
        "email": "Moi@Example.vn",
        "role": "officer",
        "starts_on": "1/10/2018",
        "communes": ["da-mai"],
    }
    page = page_of(client.post(f"{PEOPLE}moi/", fields))
    assert "https://portal.example.vn/moi/" in page
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.created_by) == ("moi@example.vn", chief)
    assert "moi@example.vn" in page_of(client.get(PEOPLE))


@pytest.mark.parametrize(
    "changed",
    [
        {"email": "không phải"},
        {"email": "a@example.vn\x00"},
        {"role": "emperor"},
        {"starts_on": "31/02/2018"},
        {"starts_on": "2018-10-01T00"},
        {"ends_on": "1e309"},
        {"role": "officer", "communes": ["99999999999999999999"]},
        {"role": "officer", "communes": ["da-mai", "x\x00"]},
        {"role": "officer", "communes": []},
        {"role": "inspector"},
        {"ends_on": "01/01/2017"},
    ],
)
def test_an_invitation_that_cannot_stand_keeps_what_was_typed(
    client: Client, chief: User, changed: dict[str, Any]
) -> None:
    fields = {"email": "moi@example.vn", "role": "reviewer", "starts_on": "01/10/2018", **changed}
    response = client.post(f"{PEOPLE}moi/", fields)
    assert response.status_code == 422
    held = next(each for each in forms_of(response.content, PEOPLE) if "email" in each.names()).untouched()
    assert held["email"] == [fields["email"]]
    assert held["starts_on"] == [fields["starts_on"]]
    assert not Invitation.objects.exists()


def test_a_role_is_given_and_ended_on_the_persons_page(client: Client, chief: User) -> None:
    bob = f.reviewer()
    address = f"{PEOPLE}{bob.pk}/"
    response = client.post(address, {"role": "leader", "starts_on": "01/10/2018"})
    assert response["Location"] == address
    membership = Membership.objects.get(user=bob, role="leader")
    assert "01/10/2018" in page_of(client.get(address))
    end = f"{PEOPLE}vai-tro/{membership.pk}/ket-thuc/"
    assert "Bob" in page_of(client.get(end))
    assert [client.post(end)["Location"] for _ in range(2)] == [address, address]
    membership.refresh_from_db()
    assert membership.ended_by == chief


def test_ending_the_last_administrator_is_refused_with_a_reason(client: Client, chief: User) -> None:
    response = client.post(f"{PEOPLE}vai-tro/{chief.memberships.get().pk}/ket-thuc/")
    assert response.status_code == 409
    assert "quản trị hệ thống" in response.content.decode()


def test_a_withdrawn_invitation_no_longer_opens(client: Client, chief: User) -> None:
    link = invited()
    withdraw = f"{PEOPLE}loi-moi/{Invitation.objects.get().pk}/huy/"
    assert client.get(withdraw).status_code == 405
    assert client.post(withdraw)["Location"] == PEOPLE
    assert client.post(withdraw).status_code == 404
    assert Client().get(link).status_code == 410


@pytest.mark.parametrize("address", [f"{PEOPLE}999999999999999999999/", f"{PEOPLE}vai-tro/77777/ket-thuc/"])
def test_what_is_not_there_is_not_found(client: Client, chief: User, address: str) -> None:
    assert client.get(address).status_code == 404


def test_no_form_is_taken_without_its_token(chief: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(chief)
    link = invited()
    for address in (*addresses(), link, "/dang-nhap/", "/dang-xuat/", "/mat-khau/doi/", "/mat-khau/quen/"):
        assert strict.post(address, {"email": "x@example.vn"}).status_code == 403
