"""What every answer tells the browser about trust, and what it keeps of signed-in pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client, RequestFactory
from django.utils import timezone

from bg_portal.http import client_address
from communes.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.closed_urls")]


@pytest.fixture
def signed_in(client: Client) -> Client:
    client.force_login(
        User.objects.create_user(email="canbo@example.vn", name="Nguyễn Văn An", password="x"),
        "communes.backends.RoleBackend",
    )
    return client


def test_nothing_inline_and_nothing_foreign_is_allowed(client: Client) -> None:
    policy = client.get("/khong-co/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
    for part in ("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"):
        assert part in policy


def test_pages_cannot_be_framed_and_do_not_tell_where_one_came_from(client: Client) -> None:
    response = client.get("/khong-co/")
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_signed_in_page_is_stored_nowhere(signed_in: Client) -> None:
    assert signed_in.get("/dong/")["Cache-Control"] == "private, no-store"


def test_a_public_page_sets_no_cookie(client: Client) -> None:
    assert not client.get("/khong-co/").cookies


def test_a_session_slides_while_its_owner_works(signed_in: Client) -> None:
    start = timezone.now()  # noqa: TID251 - sessions live in real time
    for hours in (9, 18, 27):
        with time_machine.travel(start + timedelta(hours=hours)):
            assert signed_in.get("/dong/").status_code == 200
    with time_machine.travel(start + timedelta(hours=38)):
        assert signed_in.get("/dong/").status_code == 302


def test_a_session_is_not_written_at_every_page(signed_in: Client) -> None:
    signed_in.get("/dong/")
    assert "sessionid" not in signed_in.get("/dong/").cookies


@pytest.mark.parametrize(
    ("count", "forwarded", "address"),
    [
        (0, "1.1.1.1", "9.9.9.9"),
        (1, "1.1.1.1, 2.2.2.2", "2.2.2.2"),
        (2, "1.1.1.1, 2.2.2.2", "1.1.1.1"),
        (2, "2.2.2.2", "9.9.9.9"),
        (1, "", "9.9.9.9"),
    ],
)
def test_an_address_is_believed_from_trusted_proxies_only(
    rf: RequestFactory, settings: object, count: int, forwarded: str, address: str
) -> None:
    settings.PROXY_COUNT = count  # type: ignore[attr-defined]
    request = rf.get("/", REMOTE_ADDR="9.9.9.9", headers={"X-Forwarded-For": forwarded})
    assert client_address(request) == address
