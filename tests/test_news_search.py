"""Announcements are found with and without accents, however many there are, and so many comments."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.db.models import OuterRef, Subquery
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bg_portal import clock
from communes.models import User
from plans.actions.news import save_announcement, withdraw_announcement
from plans.models import Announcement, AnnouncementVersion, Comment, Plan
from tests import factories as f
from tests import news

pytestmark = pytest.mark.django_db
MANY = 10_000


@pytest.fixture(autouse=True)
def a_day() -> Any:
    with f.on("2018-10-02"):
        yield


@pytest.fixture
def bob() -> User:
    return f.reviewer()


def found(question: str, language: str = "") -> str:
    return Client().get(f"{language}/tim-kiem/", {"q": question}).content.decode()


@pytest.mark.parametrize(
    "question", ["Kết quả đợt", "ket qua dot", "KET QUA", "tổ chức", "toan dan doan ket", "three sessions"]
)
def test_every_word_of_it_is_looked_at_in_both_languages(bob: User, question: str) -> None:
    shown = news.published(bob)
    assert f"/tin-tuc/2018/{shown.slug}/" in found(question)
    assert f"/en/tin-tuc/2018/{shown.slug}/" in found(question, "/en")


def test_the_words_are_marked_and_the_marks_of_the_text_are_not_shown(bob: User) -> None:
    news.published(bob)
    page = found("buoi")
    assert "<mark>buổi</mark>" in page
    assert "**" not in page


def test_only_what_readers_see_is_found(bob: User) -> None:
    shown = news.published(bob)
    news.drafted(bob, title_vi="Nháp khác thường")
    save_announcement(announcement=shown, content=news.content(title_vi="Chưa duyệt"), based_on=1, by=bob)
    assert "Nháp khác" not in found("khac thuong")
    assert "Chưa duyệt" not in found("chua duyet")
    withdraw_announcement(announcement=shown, reason="Nhầm", by=bob)
    assert shown.slug not in found("ket qua dot")


def many() -> None:
    """So many that nobody would read them all to find one."""
    day, plan = clock.now(), f.plan_loaded()
    rows = [
        Announcement(year=2018, slug=f"tin-{n}", published_at=day, updated_at=day, number=1)
        for n in range(MANY)
    ]
    made = Announcement.objects.bulk_create(rows, batch_size=1000)
    versions = [
        AnnouncementVersion(
            announcement=row,
            number=1,
            plan=plan,
            title_vi=f"Tin số {n}",
            summary_vi="Lớp tập huấn",
            body_vi="Lời",
            folded=f"tin so {n} lop tap huan loi",
            at=day,
        )
        for n, row in enumerate(made)
    ]
    AnnouncementVersion.objects.bulk_create(versions, batch_size=1000)
    own = Subquery(AnnouncementVersion.objects.filter(announcement=OuterRef("pk")).values("pk")[:1])
    Announcement.objects.update(latest=own, shown=own, state="published")
    _many_comments(plan, made)


def _many_comments(plan: Plan, made: list[Announcement]) -> None:
    """Half of them about an objective, half about announcements."""
    rows = [
        Comment(
            uid=uuid.uuid4(),
            plan=None if n % 2 else plan,
            about="" if n % 2 else "objective:MT1",
            announcement=made[n] if n % 2 else None,
            language="vi",
            name="Lan Anh",
            text=f"Lời thứ {n} về tập huấn",
            folded=f"loi thu {n} ve tap huan",
            sent_at=clock.now(),
            state="approved",
        )
        for n in range(MANY)
    ]
    Comment.objects.bulk_create(rows, batch_size=1000)


def test_ten_thousand_are_searched_in_five_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    many()
    one = Comment.objects.get(folded__contains="thu 7321 ")
    found("mai")
    with django_assert_max_num_queries(5):
        assert "/tin-tuc/2018/tin-7321/" in found("tin số 7321")
    with django_assert_max_num_queries(5):
        assert f"/y-kien/?so={one.pk}" in found("lời thứ 7321")
    with django_assert_max_num_queries(5):
        page = found("tap huan")
    assert 0 < page.count("/tin-tuc/2018/") <= 60
    assert 0 < page.count("/y-kien/?so=") <= 60
    with django_assert_max_num_queries(8):
        assert Client().get("/tin-tuc/?trang=400").status_code == 200
    with django_assert_max_num_queries(12):
        assert Client().get("/y-kien/?trang=400").status_code == 200
