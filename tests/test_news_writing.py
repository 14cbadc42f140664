"""Writing and publishing announcements: versions stay, two writers meet, readers see what was decided."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from bg_portal import audit
from bg_portal.refused import Overtaken, Refused
from communes.models import User
from communes.roles import Role
from plans.actions.news import (
    publish_announcement,
    publish_due,
    save_announcement,
    take_back_announcement,
    withdraw_announcement,
)
from plans.models import Announcement, AnnouncementVersion, Picture, Plan
from plans.news_pages import news_path
from tests import factories as f
from tests import news
from tests.page_forms import forms_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def read(address: str) -> str:
    return Client().get(address).content.decode()


def form_of(client: Client, address: str) -> dict[str, Any]:
    """What the page's own form sends where nobody types anything."""
    page = client.get(address)
    form = next(each for each in forms_of(page.content, address) if "title_vi" in each.names())
    return {name: values[0] for name, values in form.untouched().items()}


def test_text_written_after_publication_is_not_seen_before_it_is_published(bob: User) -> None:
    shown = news.published(bob)
    changed = news.content(title_vi="Tiêu đề mới", body_vi="Lời mới")
    save_announcement(announcement=shown, content=changed, based_on=1, by=bob)
    assert "Tiêu đề mới" not in read(news_path(shown)) + read("/tin-tuc/") + read("/tin-tuc/atom.xml")
    publish_announcement(announcement=shown, number=2, by=bob)
    assert "Lời mới" in read(news_path(shown))
    assert "Tiêu đề mới" in read("/tin-tuc/")
    versions = list(shown.versions.values_list("number", "title_vi"))
    assert versions == [(1, "Kết quả đợt tuyên truyền"), (2, "Tiêu đề mới")]


def test_two_who_write_at_once_are_told_and_both_texts_stay(bob: User) -> None:
    found = news.drafted(bob)
    address = f"/lam-viec/tin-tuc/{found.pk}/sua/"
    client, other = signed_in(bob), signed_in(f.person("Dung", Role.REVIEWER))
    mine, theirs = form_of(client, address), form_of(other, address)
    assert other.post(address, {**theirs, "summary_vi": "Lời người khác"}).status_code == 302
    answer = client.post(address, {**mine, "summary_vi": "Lời của tôi"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Lời người khác" in page
    assert "Lời của tôi" in page
    again = next(each for each in forms_of(page, address) if "title_vi" in each.names()).untouched()
    assert client.post(address, again).status_code == 302
    texts = found.versions.order_by("number").values_list("summary_vi", flat=True)
    assert list(texts)[1:] == ["Lời người khác", "Lời của tôi"]


def test_saving_what_stands_already_makes_no_version(bob: User) -> None:
    found = news.drafted(bob)
    save_announcement(announcement=found, content=news.content(), based_on=0, by=bob)
    assert AnnouncementVersion.objects.count() == 1


def test_where_the_plan_asks_for_it_somebody_else_publishes(bob: User) -> None:
    Plan.objects.update(second_reader=True)
    found = news.drafted(bob)
    with pytest.raises(Refused):
        publish_announcement(announcement=found, number=1, by=bob)
    page = signed_in(bob).get(f"/lam-viec/tin-tuc/{found.pk}/").content.decode()
    assert f"/lam-viec/tin-tuc/{found.pk}/cong-bo/" not in page
    leader = f.person("Giang", Role.LEADER)
    assert (
        signed_in(leader).post(f"/lam-viec/tin-tuc/{found.pk}/cong-bo/", {"number": "1"}).status_code == 302
    )
    found.refresh_from_db()
    assert found.state == "published"


def test_a_version_that_was_not_looked_at_is_not_published(bob: User) -> None:
    found = news.drafted(bob)
    save_announcement(announcement=found, content=news.content(title_vi="Khác"), based_on=1, by=bob)
    with pytest.raises(Overtaken):
        publish_announcement(announcement=found, number=1, by=bob)


def test_what_is_scheduled_is_published_by_the_worker_at_its_time_and_cannot_be_written_on(bob: User) -> None:
    found = news.scheduled(bob, days=3)
    with pytest.raises(Refused):
        save_announcement(announcement=found, content=news.content(title_vi="Khác"), based_on=1, by=bob)
    assert publish_due() == 0
    assert "Kết quả đợt" not in read("/tin-tuc/")
    with f.on("2018-10-05", hour=10):
        call_command("work", "--once")
        found.refresh_from_db()
        assert found.state == "published"
        assert "Kết quả đợt" in read("/tin-tuc/")
        assert publish_due() == 0


def test_what_is_withdrawn_answers_that_it_is_gone_and_why_and_can_come_back(bob: User) -> None:
    shown = news.published(bob)
    address = news_path(shown)
    withdraw_announcement(announcement=shown, reason="Số liệu <b>nhầm</b>", by=bob)
    gone = Client().get(address)
    assert gone.status_code == 410
    assert "Số liệu &lt;b&gt;nhầm&lt;/b&gt;" in gone.content.decode()
    assert "Kết quả đợt" not in gone.content.decode() + read("/tin-tuc/") + read("/tin-tuc/atom.xml")
    take_back_announcement(announcement=shown, by=bob)
    assert Client().get(address).status_code == 410
    publish_announcement(announcement=shown, number=1, by=bob)
    assert Client().get(address).status_code == 200
    assert audit.verify() is None


def test_an_address_stays_when_the_title_changes_and_is_given_once(bob: User) -> None:
    one, two = news.published(bob), news.published(bob)
    assert (one.slug, two.slug) == ("ket-qua-dot-tuyen-truyen", "ket-qua-dot-tuyen-truyen-2")
    save_announcement(announcement=one, content=news.content(title_vi="Khác"), based_on=1, by=bob)
    publish_announcement(announcement=one, number=2, by=bob)
    one.refresh_from_db()
    assert one.slug == "ket-qua-dot-tuyen-truyen"


def test_drafts_are_nobodys_and_their_pictures_neither(bob: User) -> None:
    draft = news.drafted(bob, picture_id=news.picture(bob).pk, alt_vi="Họp")
    picture = f"/tin-tuc/anh/{Picture.objects.get().digest}.jpg"
    assert Client().get(picture).status_code == 404
    inside = signed_in(bob).get(picture)
    assert (inside.status_code, inside["Content-Type"]) == (200, "image/jpeg")
    assert "no-store" in inside["Cache-Control"]
    publish_announcement(announcement=draft, number=1, by=bob)
    public = Client().get(picture)
    assert public.status_code == 200
    assert "public" in public["Cache-Control"]
    assert public["X-Content-Type-Options"] == "nosniff"


def test_a_preview_keeps_nothing_but_the_picture_which_is_sent_only_once(bob: User) -> None:
    client, address = signed_in(bob), "/lam-viec/tin-tuc/moi/"
    typed = {**form_of(client, address), "title_vi": "Tin", "summary_vi": "Tóm tắt", "body_vi": "# Đầu"}
    answer = client.post(
        address, {**typed, "preview": "1", "consent": "on", "alt_vi": "Họp", "picture_file": news.image()}
    )
    page = answer.content.decode()
    assert "<h4>Đầu</h4>" in page
    assert not Announcement.objects.exists()
    again = next(each for each in forms_of(page, address) if "title_vi" in each.names()).untouched()
    assert client.post(address, again).status_code == 302
    assert Announcement.objects.get().last_version.picture == Picture.objects.get()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"source_url": "javascript:alert(1)"}, "source_url"),
        ({"source_url": "https://example.vn", "source_vi": ""}, "source_vi"),
        ({"body_en": "Text"}, "title_en"),
        ({"source_on": "31/02/2018"}, "source_on"),
        ({"about": "999-kh"}, "about"),
        ({"title_vi": "dài " * 60}, "title_vi"),
        ({"picture": "0" * 64}, "picture"),
    ],
)
def test_what_cannot_stand_is_said_at_its_field(bob: User, changed: dict[str, str], field: str) -> None:
    client, address = signed_in(bob), "/lam-viec/tin-tuc/moi/"
    typed = {**form_of(client, address), "title_vi": "Tin", "summary_vi": "Tóm tắt", "body_vi": "Lời"}
    answer = client.post(address, {**typed, **changed})
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}


def test_a_picture_needs_its_description_and_a_word_on_faces(bob: User) -> None:
    client, address = signed_in(bob), "/lam-viec/tin-tuc/moi/"
    typed = {**form_of(client, address), "title_vi": "Tin", "summary_vi": "Tóm tắt", "body_vi": "Lời"}
    answer = client.post(address, {**typed, "picture_file": news.image()})
    assert set(answer.context["form"].errors) == {"alt_vi", "consent"}
    broken = client.post(address, {**typed, "picture_file": news.image("GIF")})
    assert "picture_file" in broken.context["form"].errors


def test_a_form_sent_after_the_session_ended_is_kept(bob: User) -> None:
    address = "/lam-viec/tin-tuc/moi/"
    typed = {"uid": str(uuid.uuid4()), "title_vi": "Tin", "summary_vi": "Tóm tắt", "body_vi": "# Một\n\nhai"}
    signed_out = Client().post(address, {**typed, "about": "125-kh-ubnd"})
    (form,) = (each for each in forms_of(signed_out.content, address) if "kept" in each.names())
    kept = {**form.untouched(), "username": bob.email, "password": f.PASSWORD}
    client = Client()
    page = client.post("/dang-nhap/", kept)
    (again,) = (each for each in forms_of(page.content, address) if each.action == address)
    assert client.post(address, again.untouched()).status_code == 302
    assert Announcement.objects.get().last_version.body_vi == "# Một\n\nhai"


def test_the_announcement_of_the_adoption_is_kept_once_as_a_draft() -> None:
    for _time in range(2):
        call_command("load_news", "plans/data/125-kh-ubnd-news.toml", verbosity=0)
    found = Announcement.objects.get()
    assert (found.state, found.number) == ("draft", 1)
    assert found.last_version.source_vi == "UBND tỉnh Bắc Giang"
    assert f"{found.last_version.source_on:%d/%m/%Y}" == "10/11/2016"
