"""Taking a published figure down: at once, with a reason, and only while it stands."""

from __future__ import annotations

import pytest
from django.test import Client

from communes.models import User
from communes.roles import Role
from tests import factories as f
from tests.city import DAY, address, browser, page, words

pytestmark = pytest.mark.django_db
PUBLIC = "/xa-phuong/da-mai/?nam=2018"


def accepted() -> User:
    bob = f.reviewer()
    with f.on(DAY):
        f.accepted(f.commune(), by=f.officer(), reviewer=bob, LD01=37, MB02=4321)
    return bob


def test_a_figure_leaves_the_public_page_at_once() -> None:
    bob = accepted()
    with f.on(DAY):
        assert ">37<" in Client().get(PUBLIC).content.decode()
        typed = {"reason": "Nhập nhầm đơn vị tính."}
        browser(bob).post(address("figure-withdraw", f.commune(), "2018-Q3", "LD01"), typed)
        assert ">37<" not in Client().get(PUBLIC).content.decode()
    assert "đã rút" in page(bob, address("report", f.commune()))


def test_taking_it_down_twice_tells_so_and_keeps_the_reason() -> None:
    bob = accepted()
    path, typed = address("figure-withdraw", f.commune(), "2018-Q3", "LD01"), {"reason": "Nhập nhầm."}
    with f.on(DAY):
        assert browser(bob).post(path, typed).status_code == 302
        response = browser(bob).post(path, typed)
    assert response.status_code == 409
    assert "Nhập nhầm." in words(response)


def test_a_reason_is_asked_for() -> None:
    bob = accepted()
    with f.on(DAY):
        path = address("figure-withdraw", f.commune(), "2018-Q3", "LD01")
        assert browser(bob).post(path, {"reason": ""}).status_code == 422
        assert browser(bob).post(path, {"reason": "x" * 501}).status_code == 422


def test_a_restricted_value_is_not_shown_on_the_way() -> None:
    bob = accepted()
    text = page(bob, address("figure-withdraw", f.commune(), "2018-Q3", "MB02"))
    assert "MB02" in text
    assert "4.321" not in text


@pytest.mark.parametrize("code", ["XX99", "ld01", "DM01"])
def test_what_was_not_accepted_is_not_found(code: str) -> None:
    bob = accepted()
    with f.on(DAY):
        path = address("figure-withdraw", f.commune(), "2018-Q3", code)
        assert browser(bob).get(path).status_code == 404


def test_only_reviewers_take_down() -> None:
    accepted()
    path = address("figure-withdraw", f.commune(), "2018-Q3", "LD01")
    for who in (f.officer(), f.person("Giang", Role.LEADER)):
        with f.on(DAY):
            assert browser(who).get(path).status_code == 404
        assert "/rut/" not in page(who, address("report", f.commune()))
