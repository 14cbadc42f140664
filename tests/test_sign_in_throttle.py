"""Guessing is slowed down by name and address, and the answer says so in the reader's language."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from bg_portal.audit.models import Event
from tests import factories as f
from tests.test_kept_form import hidden

pytestmark = pytest.mark.django_db
TRIES = 5


def attempt(
    client: Client, email: str, password: str, *, at: str = "10.0.0.1", under: str = "", **more: str
) -> Any:
    fields = {"username": email, "password": password, **more}
    return client.post(f"{under}/dang-nhap/", fields, REMOTE_ADDR=at)


def lock_out(client: Client, email: str) -> list[int]:
    return [attempt(client, email, "wrong").status_code for _ in range(TRIES)]


def test_after_five_wrong_passwords_even_the_right_one_waits(client: Client) -> None:
    bob = f.reviewer()
    assert lock_out(client, bob.email) == [422, 422, 422, 422, 429]
    assert attempt(client, bob.email, f.PASSWORD).status_code == 429
    failed = Event.objects.filter(kind="person.sign_in_failed")
    assert TRIES - 1 <= failed.count() <= TRIES


def test_an_unknown_address_is_throttled_alike(client: Client) -> None:
    assert lock_out(client, "nobody@example.vn") == [422, 422, 422, 422, 429]


def test_capitals_do_not_give_more_tries(client: Client) -> None:
    f.reviewer()
    lock_out(client, "BOB-0@example.vn")
    assert attempt(client, "bob-0@example.vn", f.PASSWORD).status_code == 429


def test_others_of_the_same_office_and_the_same_person_elsewhere_are_not_locked_out(client: Client) -> None:
    bob, carol = f.reviewer(), f.reviewer()
    lock_out(client, bob.email)
    assert attempt(client, carol.email, f.PASSWORD).status_code == 302
    assert attempt(Client(), bob.email, f.PASSWORD, at="10.0.0.2").status_code == 302


def test_after_a_quarter_of_an_hour_signing_in_works_again(client: Client) -> None:
    bob = f.reviewer()
    lock_out(client, bob.email)
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):  # noqa: TID251 - throttles use real time
        assert attempt(client, bob.email, f.PASSWORD).status_code == 302


@pytest.mark.parametrize(("under", "words"), [("", "Đã thử quá nhiều lần"), ("/en", "Too many tries")])
def test_the_answer_is_in_the_language_of_the_page(client: Client, under: str, words: str) -> None:
    lock_out(client, "nobody@example.vn")
    response = attempt(client, "nobody@example.vn", "wrong", under=under)
    assert response.status_code == 429
    assert words in response.content.decode()


def test_what_had_been_typed_survives_the_wait(client: Client) -> None:
    bob = f.reviewer()
    (kept,) = hidden(client.post("/tai-khoan/", {"note": "dài"}), "kept")
    lock_out(client, bob.email)
    response = attempt(client, bob.email, f.PASSWORD, kept=kept)
    assert hidden(response, "kept") == [kept]
    assert hidden(client.post("/dang-nhap/", {"kept": kept}), "kept") == [kept]
