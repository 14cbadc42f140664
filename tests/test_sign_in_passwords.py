"""Changing a password, and getting a new one by mail; no answer says who is known."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from bg_portal.audit.models import Event
from bg_portal.outbox.models import Message
from communes.models import User
from tests import factories as f

pytestmark = pytest.mark.django_db
NEW = "mật khẩu khác hẳn"
CHANGE, FORGOTTEN = "/mat-khau/doi/", "/mat-khau/quen/"


def twice(password: str) -> dict[str, str]:
    return {"password": password, "password_again": password}


def mailed_link(client: Client, email: str) -> str:
    """The path of the link that the last mail holds."""
    assert client.post(FORGOTTEN, {"username": email, "email": email}).status_code == 200
    body = Message.objects.order_by("pk").values_list("body", flat=True).last() or ""
    found = re.search(r"https://portal\.example\.vn(/\S+)", body)
    assert found is not None, body
    return found.group(1)


def test_the_present_password_is_asked_for(client: Client) -> None:
    bob = f.reviewer()
    client.force_login(bob)
    response = client.post(CHANGE, {"password_now": "wrong", **twice(NEW)})
    assert response.status_code == 422
    assert User.objects.get(pk=bob.pk).check_password(f.PASSWORD)


def test_a_changed_password_ends_sessions_elsewhere_and_is_recorded(client: Client) -> None:
    bob, elsewhere = f.reviewer(), Client()
    for each in (client, elsewhere):
        each.force_login(bob)
    response = client.post(CHANGE, {"password_now": f.PASSWORD, **twice(NEW)})
    assert response.status_code == 302
    assert client.get("/tai-khoan/").status_code == 200
    assert elsewhere.get("/tai-khoan/").status_code == 302
    event = Event.objects.get(kind__startswith="person.")
    assert (event.kind, event.actor_id) == ("person.password_changed", bob.pk)


@pytest.mark.parametrize("weak", ["ngắn", "1234567890", "bob-0@example.vn", "password123"])
def test_a_weak_password_is_refused(client: Client, weak: str) -> None:
    client.force_login(f.reviewer())
    assert client.post(CHANGE, {"password_now": f.PASSWORD, **twice(weak)}).status_code == 422


def test_two_different_passwords_are_refused(client: Client) -> None:
    client.force_login(f.reviewer())
    fields = {"password_now": f.PASSWORD, "password": NEW, "password_again": NEW + "x"}
    assert client.post(CHANGE, fields).status_code == 422


def test_a_mailed_link_gives_a_new_password_once(client: Client) -> None:
    bob = f.reviewer()
    link = mailed_link(client, bob.email)
    assert client.get(link).status_code == 200
    assert client.post(link, twice(NEW))["Location"] == "/dang-nhap/"
    assert User.objects.get(pk=bob.pk).check_password(NEW)
    assert client.get(link).status_code == client.post(link, twice(f.PASSWORD)).status_code == 410
    assert Event.objects.get(kind__startswith="person.").kind == "person.password_reset"


def test_looking_at_the_link_starts_no_session(client: Client) -> None:
    link = mailed_link(client, f.reviewer().email)
    assert "sessionid" not in client.get(link).cookies


def test_a_link_is_over_after_three_days_and_after_signing_in(client: Client) -> None:
    bob = f.reviewer()
    link = mailed_link(client, bob.email)
    with time_machine.travel(timezone.now() + timedelta(days=4)):  # noqa: TID251 - links age in real time
        assert client.get(link).status_code == 410
    assert client.post("/dang-nhap/", {"username": bob.email, "password": f.PASSWORD}).status_code == 302
    assert Client().get(link).status_code == 410


def test_the_answer_is_the_same_for_every_address(client: Client) -> None:
    bob, gone = f.reviewer(), f.reviewer()
    User.objects.filter(pk=gone.pk).update(is_active=False)
    pages = {
        client.post(FORGOTTEN, {"email": e}).content for e in (bob.email, gone.email, "nobody@example.vn")
    }
    assert len(pages) == 1
    assert [message.to for message in Message.objects.all()] == [bob.email]


def test_asking_again_and_again_sends_one_mail_an_hour(client: Client) -> None:
    bob = f.reviewer()
    with time_machine.travel("2026-10-02 09:00:00+07:00", tick=False):
        for _ in range(3):
            client.post(FORGOTTEN, {"email": bob.email})
    assert Message.objects.count() == 1
    with time_machine.travel("2026-10-02 10:00:00+07:00", tick=False):
        client.post(FORGOTTEN, {"email": bob.email})
    assert Message.objects.count() == 2


def test_the_mail_is_in_the_persons_language(client: Client) -> None:
    bob = f.reviewer()
    User.objects.filter(pk=bob.pk).update(language="en")
    assert mailed_link(client, bob.email).startswith("/en/")


@pytest.mark.parametrize("path", ["MQ/abc", "!/abc", "999/x-y", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5/abc-def"])
def test_an_invented_link_opens_nothing(client: Client, path: str) -> None:
    f.reviewer()
    assert client.get(f"/mat-khau/dat-lai/{path}/").status_code in {404, 410}
