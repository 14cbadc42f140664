"""What the portal says of itself names what the code keeps to, in both languages."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation

from bg_portal import outbox
from communes.about.help import GUIDES
from plans.presenting.wording import small_number
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _plan() -> None:
    f.plan_loaded()


def page(address: str) -> str:
    return Client().get(address).content.decode()


def test_the_privacy_notice_states_the_spans_that_are_kept_to() -> None:
    assert f"sau {outbox.KEPT_DAYS} ngày" in page("/rieng-tu/")
    assert f"{settings.SESSION_COOKIE_AGE // 3600} hours" in page("/en/rieng-tu/")


def test_help_states_the_numbers_that_are_kept_to() -> None:
    assert f"trong {settings.INVITATION_DAYS:02} ngày" in page("/tro-giup/quan-tri/")
    assert f"at least {settings.PASSWORD_LEAST} characters" in page("/en/tro-giup/can-bo/")


def test_public_pages_set_no_cookie_as_the_notice_says() -> None:
    client = Client()
    for address in (
        "/",
        "/xa-phuong/",
        "/ke-hoach/125-kh-ubnd/",
        "/rieng-tu/",
        "/huu-ich/",
        "/tim-kiem/?q=a",
    ):
        assert not client.get(address).cookies, address


def test_what_the_operator_has_not_set_is_said_to_be_missing(settings: object) -> None:
    assert "chưa được cập nhật" in page("/lien-he/")
    settings.CONTACT_PHONE = "0204 000 000"  # type: ignore[attr-defined]
    told = page("/lien-he/")
    assert "0204 000 000" in told
    assert "chưa được cập nhật" not in told


@pytest.mark.parametrize(
    "role", ["can-bo", "lanh-dao-xa", "chuyen-vien", "lanh-dao", "thanh-tra", "quan-tri"]
)
def test_every_role_has_its_guide(role: str) -> None:
    assert f'href="/tro-giup/{role}/"' in page("/tro-giup/")
    assert "<h2" in page(f"/tro-giup/{role}/")


def test_labels_that_are_quoted_stand_on_the_pages_they_are_quoted_from() -> None:
    rooms = [
        path for room in ("bg_portal", "plans", "communes", "templates") for path in Path(room).rglob("*.*")
    ]
    sources = [path for path in rooms if path.suffix in (".py", ".html") and "about" not in path.parts]
    with translation.override("en"):
        words = [f'"{small_number()}"', *(path.read_text(encoding="utf-8") for path in sources)]
    said = "\n".join(words).lower()
    for address in (
        "/en/cach-tinh/",
        "/en/lien-he/",
        *(f"/en{reverse('help-role', args=[r])}" for r in GUIDES),
    ):
        main = html.unescape(page(address).partition("<main")[2])
        for label in re.findall("“([^”]+)”", main):
            assert re.search(f"[\"'>]{re.escape(label.lower())}[\"'<]", said), (address, label)
