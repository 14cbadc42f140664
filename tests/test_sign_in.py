"""Signing in and out: by address and password, with one answer for everybody who may not."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.messages import get_messages
from django.test import Client, override_settings

from bg_portal.audit.models import Event
from communes.models import Membership, User
from communes.roles import Role
from tests import factories as f

pytestmark = pytest.mark.django_db
LOGIN = "/dang-nhap/"


def sign_in(client: Client, email: str, password: str = f.PASSWORD, **more: str) -> Any:
    return client.post(LOGIN, {"username": email, "password": password, **more})


def kinds() -> list[str]:
    people = Event.objects.filter(kind__startswith="person.").order_by("sequence")
    return list(people.values_list("kind", flat=True))


def test_the_right_password_leads_to_the_desk_and_is_recorded(client: Client) -> None:
    bob = f.reviewer()
    response = sign_in(client, bob.email)
    assert (response.status_code, response["Location"]) == (302, "/lam-viec/")
    event = Event.objects.get(kind="person.signed_in")
    assert (event.actor_id, event.subject, event.data) == (bob.pk, f"communes.user:{bob.pk}", {})


@pytest.mark.parametrize("typed", ["BOB-0@Example.VN", "  bob-0@example.vn "])
def test_an_address_is_the_same_in_capitals(client: Client, typed: str) -> None:
    assert f.reviewer().email == "bob-0@example.vn"
    assert sign_in(client, typed).status_code == 302


def test_a_password_is_the_same_from_every_keyboard(client: Client) -> None:
    """A typing aid may send accents apart from their letters."""
    bob = f.reviewer()
    apart = "".join({"ộ": "o\u0323\u0302", "ậ": "a\u0323\u0302"}.get(sign, sign) for sign in f.PASSWORD)
    assert apart != f.PASSWORD
    assert sign_in(client, bob.email, apart).status_code == 302


def test_nothing_tells_an_unknown_address_from_a_wrong_password(client: Client) -> None:
    bob, gone = f.reviewer(), f.reviewer()
    User.objects.filter(pk=gone.pk).update(is_active=False)
    answers = []
    for email in (bob.email, gone.email, "nobody@example.vn"):
        response = sign_in(client, email, "not the password")
        assert response.status_code == 422
        page = response.content.decode().replace(email, "ADDRESS")
        answers.append(
            page.partition("csrfmiddlewaretoken")[0] + page.rpartition("csrfmiddlewaretoken")[2][100:]
        )
    assert answers[0] == answers[1] == answers[2]
    assert kinds().count("person.sign_in_failed") == 3


class CountingHasher(MD5PasswordHasher):
    """Counts how often a password is worked on."""

    algorithm = "counting"
    worked = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).worked += 1
        return super().encode(password, salt)


@override_settings(PASSWORD_HASHERS=["tests.test_sign_in.CountingHasher"])
def test_an_unknown_address_costs_as_much_work_as_a_known_one(client: Client) -> None:
    bob = f.reviewer()
    work = []
    for email in (bob.email, "nobody@example.vn"):
        before = CountingHasher.worked
        sign_in(client, email, "not the password")
        work.append(CountingHasher.worked - before)
    assert work == [1, 1]


@pytest.mark.parametrize("target", ["/xa-phuong/", "/lam-viec/nhan-su/?trang=2"])
def test_signing_in_leads_to_where_one_was_going(client: Client, target: str) -> None:
    assert sign_in(client, f.reviewer().email, next=target)["Location"] == target


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "\x00"]
)
def test_signing_in_never_leads_to_another_site(client: Client, target: str) -> None:
    assert sign_in(client, f.reviewer().email, next=target)["Location"] == "/lam-viec/"


def test_who_is_signed_in_already_is_sent_on(client: Client) -> None:
    client.force_login(f.reviewer())
    assert client.get(LOGIN)["Location"] == "/lam-viec/"


def test_without_a_role_in_force_one_is_told_so(client: Client) -> None:
    bob = f.reviewer()
    Membership.objects.filter(user=bob).update(ended_at=bob.memberships.get().granted_at)
    response = sign_in(client, bob.email)
    assert response["Location"] == "/"
    assert len(list(get_messages(response.wsgi_request))) == 1


def test_signing_out_ends_the_session_and_is_recorded(client: Client) -> None:
    bob = f.reviewer()
    client.force_login(bob)
    assert client.post("/dang-xuat/")["Location"] == "/"
    assert client.get("/tai-khoan/").status_code == 302
    assert kinds() == ["person.signed_out"]


def test_signing_out_takes_a_form_and_does_not_mind_being_sent_twice(client: Client) -> None:
    client.force_login(f.reviewer())
    assert client.get("/dang-xuat/").status_code == 405
    assert [client.post("/dang-xuat/").status_code for _ in range(2)] == [302, 302]
    assert kinds() == ["person.signed_out"]


def test_an_account_that_is_closed_ends_its_sessions(client: Client) -> None:
    bob = f.reviewer()
    client.force_login(bob)
    User.objects.filter(pk=bob.pk).update(is_active=False)
    assert client.get("/tai-khoan/").status_code == 302


def test_the_account_page_shows_what_is_kept_and_is_stored_nowhere(client: Client) -> None:
    client.force_login(f.person("Dung", Role.ADMINISTRATOR))
    response = client.get("/tai-khoan/")
    assert "Dung" in response.content.decode()
    assert {"no-store", "private"} <= set(response["Cache-Control"].split(", "))


@pytest.mark.parametrize("path", [LOGIN, "/mat-khau/quen/", "/moi/abc/", "/mat-khau/dat-lai/MQ/abc/"])
def test_pages_that_ask_for_secrets_are_stored_nowhere(client: Client, path: str) -> None:
    assert "no-store" in client.get(path)["Cache-Control"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"username": "a@example.vn\x00", "password": "x"},
        {"username": "\u202ea@example.vn", "password": "x"},
        {"username": "a@example.vn", "password": "x\x00"},
        {"username": "<script>alert(1)</script>", "password": "1e309"},
        {"username": "=a@example.vn" * 100, "password": "x" * 100_000},
        {"username": "a@example.vn", "password": "x", "kept": "nonsense\x00"},
    ],
)
def test_hostile_input_is_answered_in_words(client: Client, fields: dict[str, str]) -> None:
    response = client.post(LOGIN, fields)
    assert response.status_code == (422 if fields else 200)
    assert "<script>alert" not in response.content.decode()
    assert "x" * 100 not in response.content.decode()
