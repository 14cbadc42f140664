"""A form without a valid token changes nothing; one of our own pages gets what was typed back."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.closed_urls")]

HERE = "http://testserver"
TYPED = {"note": "Xã Song Mai"}


@pytest.fixture
def strict() -> Client:
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize("header", [{"Origin": HERE}, {"Referer": f"{HERE}/dong/"}])
def test_our_own_page_gets_everything_typed_back_with_a_fresh_token(
    strict: Client, header: dict[str, str]
) -> None:
    response = strict.post("/mo/", TYPED, headers=header)
    page = response.content.decode()
    assert response.status_code == 403
    assert 'action="/mo/"' in page
    assert 'name="note" value="Xã Song Mai"' in page
    assert "csrftoken" in response.cookies
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = strict.post("/mo/", {**TYPED, "csrfmiddlewaretoken": token}, headers=header)
    assert sent.json()["note"] == ["Xã Song Mai"]


@pytest.mark.parametrize(
    "header",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://evil.example", "Referer": f"{HERE}/dong/"},
        {"Referer": "http://testserver.evil.example/"},
        {"Referer": "https://evil.example/http://testserver/"},
        {"Origin": "http://[broken"},
    ],
)
def test_another_site_gets_nothing_to_send_again(strict: Client, header: dict[str, str]) -> None:
    response = strict.post("/mo/", TYPED, headers=header)
    assert response.status_code == 403
    assert "Xã Song Mai" not in response.content.decode()
    assert "<form" not in response.content.decode().split("<main")[-1].split("</main")[0]
