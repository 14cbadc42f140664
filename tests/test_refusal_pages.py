"""Each refusal is a page of the portal with the right status, in the reader's language."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.closed_urls")]


def is_page(content: bytes) -> bool:
    return content.startswith(b"<!doctype html>") and b"<h1" in content


@pytest.mark.parametrize(
    ("path", "status"), [("/khong-co/", 404), ("/en/khong-co/", 404), ("/tu-choi/", 403)]
)
def test_a_refusal_is_a_page_in_the_language_of_its_address(client: Client, path: str, status: int) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert is_page(response.content)
    assert f'lang="{"en" if path.startswith("/en/") else "vi"}"' in response.content.decode()


def test_a_wrong_method_gets_a_page_that_keeps_the_allowed_ones(client: Client) -> None:
    response = client.get("/mo/")
    assert (response.status_code, response["Allow"]) == (405, "POST")
    assert is_page(response.content)


@override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=5)
def test_too_many_fields_are_too_large(client: Client) -> None:
    response = client.post("/mo/", {f"f{number}": "1" for number in range(9)})
    assert response.status_code == 413
    assert is_page(response.content)


def test_ten_megabytes_are_too_large(client: Client) -> None:
    response = client.post(
        "/mo/", {"note": "x" * 10_000_000}, content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code == 413
    assert is_page(response.content)


def test_a_host_that_is_not_ours_is_a_bad_request(client: Client) -> None:
    response = client.get("/khong-co/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert is_page(response.content)
    assert "evil.example" not in response.content.decode()


def test_a_failure_shows_a_page_and_no_detail(client: Client) -> None:
    client.raise_request_exception = False
    response = client.get("/hong/")
    assert response.status_code == 500
    assert is_page(response.content)
    assert "as if something were broken" not in response.content.decode()
