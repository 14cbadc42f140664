"""Who may open which page of the administration, and by which door."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from bg_portal.audit.models import Event
from communes.models import Commune, Passage, Report, Submission, User
from plans.models import Entry, Indicator, Objective, Plan, Reading
from tests import factories as f
from tests.stage import Stage

pytestmark = pytest.mark.django_db

EDITED = (Plan, Indicator, Objective, Commune)
READ = (Entry, Reading, Report, Submission, Passage, Event)
ADDED = (Indicator, Objective)
INSIDE = ("inspector", "administrator")
OUTSIDE = ("officer", "stranger", "commune leader", "reviewer", "leader", "past inspector")


def names() -> Iterator[str]:
    """Every address of the administration by name."""

    def below(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from below(pattern.url_patterns)
            elif pattern.name:
                yield pattern.name

    yield from below(admin.site.get_urls())


def addresses() -> dict[str, str]:
    """Every address with something at it."""
    first = {f"{m._meta.app_label}_{m._meta.model_name}": m._meta.base_manager for m in admin.site._registry}
    found = {}
    for name in names():
        model = name.rsplit("_", 1)[0]
        values = [first[model].earliest("pk").pk] if name.endswith("_change") else []
        if name == "app_list":
            values = ["plans"]
        found[name] = reverse(f"admin:{name}", args=values)
    return found


def expected(name: str, who: str) -> int:
    if name == "login":
        return 302
    if who == "nobody":
        return 302
    if who not in INSIDE:
        return 403
    if name.startswith("communes_user_"):
        return 200 if who == "administrator" and not name.endswith("_add") else 403
    if name.endswith("_add"):
        mine = name in {f"plans_{m._meta.model_name}_add" for m in ADDED}
        return 200 if mine and who == "administrator" else 403
    return 200


def test_every_page_opens_for_whom_the_role_table_says(stage: Stage) -> None:
    wrong = []
    for name, address in addresses().items():
        for who in ("nobody", *INSIDE, *OUTSIDE):
            status = stage.client(who).get(address).status_code
            if status != expected(name, who):
                wrong.append(f"{name} by {who}: {status} instead of {expected(name, who)}")
    assert wrong == []


def test_only_administrators_send_and_records_take_nothing(stage: Stage) -> None:
    for name, address in addresses().items():
        if not name.endswith(("_change", "_add")):
            continue
        assert stage.client("inspector").post(address, {"step": "store"}).status_code == 403, name
        if name.removesuffix("_change") in {f"{m._meta.app_label}_{m._meta.model_name}" for m in READ}:
            assert stage.client("administrator").post(address, {}).status_code == 403, name


def test_nothing_is_deleted_and_no_second_log_is_kept(stage: Stage) -> None:
    assert not [name for name in names() if name.endswith(("_delete", "_history"))]
    for name in ("logout", "password_change", "auth_user_changelist", "auth_group_changelist"):
        with pytest.raises(NoReverseMatch):
            reverse(f"admin:{name}")
    assert LogEntry.objects.count() == 0


def test_who_is_signed_out_comes_in_through_the_portals_own_door(stage: Stage) -> None:
    address = reverse("admin:plans_plan_changelist")
    answer = Client().get(address, follow=True)
    assert answer.redirect_chain[-1][0].startswith(reverse("login"))
    assert address in answer.redirect_chain[-1][0].replace("%2F", "/")
    assert Client().get(reverse("admin:login"))["Location"].startswith(reverse("login"))


def test_who_looks_finds_fields_that_cannot_be_typed_into(stage: Stage) -> None:
    page = stage.client("inspector").get(reverse("admin:plans_plan_change", args=[f.plan_loaded().pk]))
    edit = page.context["edit"]
    assert all(field.disabled for field in edit.form.fields.values())
    assert all(
        field.disabled for rows in edit.forms.values() for form in rows for field in form.fields.values()
    )
    assert 'value="preview"' not in page.content.decode()


def test_an_administrator_sees_no_protected_figure_and_nobody_a_restricted_one(stage: Stage) -> None:
    address = reverse("admin:plans_reading_changelist")
    for who, hidden in (("administrator", {"small", "restricted"}), ("inspector", {"restricted"})):
        rows = stage.client(who).get(address + "?all=").context["cl"].queryset
        assert rows.exists()
        assert not rows.filter(indicator__protection__in=hidden).exists(), who


def test_the_pages_say_nothing_of_what_reports_say(stage: Stage) -> None:
    for name in ("communes_report", "communes_submission", "communes_passage"):
        for row in admin.site._registry:
            if f"{row._meta.app_label}_{row._meta.model_name}" != name:
                continue
            pk = row._meta.base_manager.latest("pk").pk
            page = (
                stage.client("administrator").get(reverse(f"admin:{name}_change", args=[pk])).content.decode()
            )
            assert "Kinh phí còn hạn chế" not in page
            assert "Đã tổ chức" not in page


def test_people_are_shown_without_passwords(stage: Stage) -> None:
    user = User.objects.latest("pk")
    page = (
        stage.client("administrator")
        .get(reverse("admin:communes_user_change", args=[user.pk]))
        .content.decode()
    )
    assert user.email in page
    assert "password" not in page
    assert "historylink" not in page
    assert reverse("person", args=[user.pk]) in page


def test_the_navigation_leads_there_whom_it_concerns(stage: Stage) -> None:
    for who in ("administrator", "inspector", "officer", "reviewer"):
        assert (reverse("admin:index") in stage.client(who).get(reverse("desk")).content.decode()) == (
            who in INSIDE
        )


def test_the_names_are_in_the_resolver() -> None:
    assert "admin" in get_resolver().namespace_dict
