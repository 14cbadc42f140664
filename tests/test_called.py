"""Pages and mails name the plan and the owner that are set, in the language of the reader."""

from __future__ import annotations

import html

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import translation

from bg_portal import release
from bg_portal.letters import letter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _another_plan(settings: LazySettings) -> None:
    settings.PORTAL_PLAN = "7/KH-UBND"
    settings.PORTAL_OWNER = "Ủy ban nhân dân huyện Lạng Giang"
    settings.PORTAL_OWNER_EN = "People's Committee of Lang Giang District"


def page(address: str) -> str:
    return html.unescape(Client().get(address).content.decode())


def test_every_page_has_them_in_its_head_and_foot() -> None:
    own = page("/lien-he/")
    assert "<title>KH 7 - " in own
    assert "Cổng theo dõi Kế hoạch 7<" in own
    assert "Các xã, phường thực hiện Kế hoạch 7/KH-UBND" in own
    assert own.count("Ủy ban nhân dân huyện Lạng Giang") == 3
    assert "Bắc Giang" not in own


def test_in_english_they_are_english() -> None:
    own = page("/en/lien-he/")
    assert "<title>Plan 7 - " in own
    assert "Portal of Plan 7<" in own
    assert own.count("People's Committee of Lang Giang District") == 3


def test_without_an_english_name_the_owner_keeps_the_vietnamese_one(settings: LazySettings) -> None:
    settings.PORTAL_OWNER_EN = ""
    assert "Ủy ban nhân dân huyện Lạng Giang" in page("/en/lien-he/")


def test_mails_begin_with_the_plan() -> None:
    with translation.override("vi"):
        told = letter("password_reset", {"days": 3, "link": ""})
    assert told.subject == "KH 7: đặt lại mật khẩu"
    assert "trên cổng theo dõi Kế hoạch 7/KH-UBND." in told.body


def test_browsers_do_not_keep_pages_with_the_names_before(settings: LazySettings) -> None:
    release.release.cache_clear()
    before = release.release()
    settings.PORTAL_PLAN = "8/KH-UBND"
    release.release.cache_clear()
    assert release.release() != before
    release.release.cache_clear()
