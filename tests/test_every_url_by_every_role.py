"""Every address answers everybody as the role table says; another commune's report is nowhere to be found."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.role_table import COLUMNS, FIELDS, GET, POST, read
from tests.stage import ELSEWHERE, PLACE, Stage, named_addresses

pytestmark = pytest.mark.django_db
PUBLIC = {"commune"}
"""Addresses of a commune that are meant for everybody."""


def answer(stage: Stage, name: str, who: str, method: str) -> int:
    """The status this person gets at the address; nothing of it stays."""
    client, address, fields = stage.client(who), stage.address(name), FIELDS.get(name, {})
    with transaction.atomic():
        response = client.post(address, fields) if method == "POST" else client.get(address)
        transaction.set_rollback(True)
    return response.status_code


def otherwise(stage: Stage, table: str, method: str, people: Iterable[str] = COLUMNS) -> list[str]:
    """Where the portal and the table do not say the same."""
    found = []
    for name, row in read(table).items():
        for who in people:
            status = answer(stage, name, who, method)
            if status != row[who]:
                found.append(f"{method} {name} by {who}: {status} instead of {row[who]}")
    return found


def test_every_address_stands_in_both_tables() -> None:
    assert named_addresses().keys() == read(GET).keys() == read(POST).keys()


def test_looking_is_answered_as_the_table_says(stage: Stage) -> None:
    assert otherwise(stage, GET, "GET") == []


def test_sending_is_answered_as_the_table_says(stage: Stage) -> None:
    assert otherwise(stage, POST, "POST") == []


def test_the_english_pages_answer_the_same(stage: Stage) -> None:
    with translation.override("en"):
        assert stage.address("home") == "/en/"
        assert otherwise(stage, GET, "GET", ("nobody", "officer", "stranger", "reviewer")) == []


def test_who_is_signed_out_is_led_to_the_sign_in_page_and_back(stage: Stage) -> None:
    for name, row in read(GET).items():
        if row["nobody"] == 302:
            response = Client().get(stage.address(name))
            assert response["Location"] == f"/dang-nhap/?next={stage.address(name)}"


def of_a_report() -> set[str]:
    """The names of the addresses that lead to a commune's report."""
    return {name for name, wanted in named_addresses().items() if {"period", "plan"} < set(wanted)}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_another_communes_report_is_not_found(stage: Stage, method: str) -> None:
    """Nor is there a difference between a report that exists and one that does not."""
    table = read(GET if method == "GET" else POST)
    assert of_a_report()
    for name in of_a_report():
        assert table[name]["stranger"] in (404, 405)
        values = {key: ELSEWHERE if value == PLACE else value for key, value in stage.values[name].items()}
        client = stage.client("officer")
        assert client.generic(method, reverse(name, kwargs=values)).status_code in (404, 405), name


WRONG = {
    "slug": "khong-co",
    "commune": "khong-co",
    "plan": "999-kh",
    "period": "2018-Q9",
    "code": "XX99",
    "key": "2018-Q9",
    "year": 1999,
    "number": 999999999999999999999,
    "order": 999999999999999999999,
    "pk": 999999999999999999999,
    "reference": "KH125-0000",
    "digest": "0" * 64,
    "role": "khong-co",
    "uid": "OTk5OTk5",
    "token": "abc",
    "about": "khong-co/MT1",
}
GONE = {"join": 410, "password-reset": 410}


def test_what_does_not_exist_is_not_found_by_anybody(stage: Stage) -> None:
    for who in ("reviewer", "administrator", "officer"):
        for name, wanted in named_addresses().items():
            client = stage.client(who)
            for key in wanted:
                address = reverse(name, kwargs={**stage.values[name], key: WRONG[key]})
                allowed = {404, 403, 405} if name not in GONE else {GONE[name]}
                assert client.get(address).status_code in allowed, address
