"""Nothing typed is lost: a form sent after the session ended goes on its way after signing in."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse, QueryDict
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone

from bg_portal.http import Kept, keep, kept_from
from communes.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.closed_urls")]

TYPED = {"LG11": "1.234,5", "note": "Xã Song Mai\r\n<b>&\"'", "choice": ["a", "b"], "empty": ""}
PASSWORD = "một-mật-khẩu-đủ-dài"


@pytest.fixture
def person() -> User:
    return User.objects.create_user(email="canbo@example.vn", name="Nguyễn Văn An", password=PASSWORD)


def hidden(response: HttpResponse | Any, name: str) -> list[str]:
    """The values of hidden fields of a name on the page, in order."""
    page = response.content.decode()
    found = re.findall(rf'<input type="hidden" name="{name}" value="([^"]*)"', page)
    return [unescape(value) for value in found]


def sign_in(client: Client, kept: str) -> Any:
    return client.post("/dang-nhap/", {"username": "canbo@example.vn", "password": PASSWORD, "kept": kept})


def test_a_signed_out_form_is_answered_by_the_sign_in_page_that_holds_it(client: Client) -> None:
    response = client.post("/dong/?trang=2", TYPED)
    assert response.status_code == 403
    assert 'name="password"' in response.content.decode()
    assert len(hidden(response, "kept")) == 1


def test_after_signing_in_everything_typed_can_be_sent_again(client: Client, person: User) -> None:
    (kept,) = hidden(client.post("/dong/?trang=2", TYPED), "kept")
    response = sign_in(client, kept)
    assert 'action="/dong/?trang=2"' in response.content.decode()
    again = {name: hidden(response, name) for name in TYPED}
    assert again == {name: value if isinstance(value, list) else [value] for name, value in TYPED.items()}
    assert client.post("/dong/?trang=2", again).json() == again


def test_a_wrong_password_keeps_what_was_kept(client: Client, person: User) -> None:
    (kept,) = hidden(client.post("/dong/", TYPED), "kept")
    response = client.post("/dang-nhap/", {"username": "canbo@example.vn", "password": "sai", "kept": kept})
    assert hidden(response, "kept") == [kept]


def test_a_page_that_was_only_asked_for_leads_back_after_signing_in(client: Client) -> None:
    response = client.get("/dong/?trang=2")
    assert response.status_code == 302
    assert response["Location"] == "/dang-nhap/?next=/dong/%3Ftrang%3D2"


def test_passwords_and_tokens_are_not_kept(rf: RequestFactory) -> None:
    request = rf.post(
        "/doi/", {"new_password1": "x", "password": "x", "csrfmiddlewaretoken": "x", "name": "An"}
    )
    request.POST = QueryDict(mutable=True) | {"kept": keep(request)}  # type: ignore[assignment]
    kept = kept_from(request)
    assert kept is not None
    assert (kept.path, kept.fields) == ("/doi/", (("name", "An"),))


def carried(signed: str) -> Kept | None:
    return kept_from(RequestFactory().post("/dang-nhap/", {"kept": signed}))


def test_a_kept_form_does_not_outlive_half_a_day(rf: RequestFactory) -> None:
    signed = keep(rf.post("/dong/", TYPED))
    assert carried(signed) is not None
    with time_machine.travel(timezone.now() + timedelta(hours=13)):  # noqa: TID251 - signatures age in real time
        assert carried(signed) is None


@pytest.mark.parametrize("signed", ["", "nonsense", "WyIvIiwiIl0:1tQ:abc", "\x00"])
def test_what_was_not_kept_here_is_not_believed(signed: str) -> None:
    assert carried(signed) is None


def test_a_kept_form_never_leads_to_another_site(rf: RequestFactory) -> None:
    kept = carried(keep(rf.post("//evil.example/dong/", TYPED)))
    assert getattr(kept, "path", "/")[:2] != "//"


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=20_000)
def test_what_would_not_fit_into_one_field_is_not_promised(rf: RequestFactory) -> None:
    noise = "".join(chr(0x4E00 + (number * 7919) % 20_000) for number in range(6_000))
    assert keep(rf.post("/dong/", {"note": "dài " * 1_000})) != ""
    assert keep(rf.post("/dong/", {"note": noise})) == ""
